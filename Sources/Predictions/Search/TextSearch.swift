import Synchronization

/// Looks for a pattern in the texts of rows that the index knows, on any number of threads.
///
/// The bytes of many rows are read at once and searched as they are; a row's texts are decoded only
/// where its bytes may hold the pattern. The slow way, which decodes every row, gives the same
/// answers, and is taken where bytes tell nothing: for a pattern such as `,`, for damaged rows, and
/// for files whose texts do not stand in them.
///
///     let search = TextSearch(TextPattern("refund"), in: store, snapshot: snapshot)
///     let found = search.matches(stretch.items, of: stretch)
package struct TextSearch: Sendable {
  /// Bytes that are read at a time, unless one row takes more.
  private static let windowSize = 1 << 18
  /// Fewer of so many rows are read one by one.
  private static let fewRows = 16

  private let pattern: TextPattern
  private let needle: RawNeedle?
  private let store: PredictionStore
  private let snapshot: IndexSnapshot
  private let rooms = Rooms()

  package init(_ pattern: TextPattern, in store: PredictionStore, snapshot: IndexSnapshot) {
    self.pattern = pattern
    self.store = store
    self.snapshot = snapshot
    needle = RawNeedle(pattern)
  }

  /// Those of `rows` whose key, input, output or target holds the pattern, and those that could not
  /// be read: they are gone, or others lie where they were.
  ///
  /// Linear in the bytes of the stretch, or of the rows where they are few.
  package func matches(
    _ rows: RowMask, of stretch: IndexStretch, isCancelled: () -> Bool = { false }
  ) -> (found: RowMask, unread: RowMask) {
    var found = RowMask(repeating: false, count: stretch.count)
    var unread = found
    for (file, places) in stretch.files {
      var texts = RowTexts(store.files[file])
      let firstRow = snapshot.files[file].firstRow
      look(rows, of: stretch, in: file, places, isCancelled) { place, bytes in
        guard let bytes else {
          unread[place] = true
          return
        }
        let row = stretch.rows.lowerBound + place
        let holds = texts.hold(
          pattern, bytes, place: row - firstRow, occurrence: snapshot.occurrence(of: row))
        guard holds else { return }
        if texts.are(bytes, of: stretch.digest(place)) {
          found[place] = true
        } else {
          unread[place] = true
        }
      }
    }
    return (found, unread)
  }

  /// Those of `rows` of which the texts may hold the pattern, and every one that does or cannot be
  /// read.
  ///
  /// Linear in the bytes of the stretch, or of the rows where they are few.
  package func candidates(_ rows: RowMask, of stretch: IndexStretch) -> RowMask {
    guard needle != nil else { return rows }
    var found = RowMask(repeating: false, count: stretch.count)
    for (file, places) in stretch.files {
      look(rows, of: stretch, in: file, places, { false }) { place, _ in found[place] = true }
    }
    return found
  }

  /// Calls `body` with the rows in one file that may hold the pattern, and their bytes; without
  /// them where they cannot be read.
  private func look(
    _ rows: RowMask, of stretch: IndexStretch, in file: Int, _ places: Range<Int>,
    _ isCancelled: () -> Bool, _ body: (Int, UnsafeRawBufferPointer?) -> Void
  ) {
    let opened = store.files[file]
    let needle = opened.hasTextsAsTheyAre ? needle : nil
    let made =
      needle?.number.map { stretch.rows(in: places, withNumbersLike: $0) }
      ?? RowMask(repeating: false, count: stretch.count)
    let isSparse = rows.count * Self.fewRows < stretch.count
    var room = rooms.take()
    var texts = RowTexts(opened)
    var window = Window(stretch)
    for place in places where rows[place] {
      if isSparse || !window.takes(place, upTo: Self.windowSize) {
        guard !isCancelled() else { break }
        window.look(for: needle, rows, also: made, in: opened, &room, &texts, body)
        window.begin(at: place)
      }
    }
    if !isCancelled() {
      window.look(for: needle, rows, also: made, in: opened, &room, &texts, body)
    }
    rooms.give(room)
  }
}

/// Room for bytes that the threads of a search take and give back: fresh pages cost more than the
/// search in them.
private final class Rooms: Sendable {
  private let free = Mutex<[RowRoom]>([])

  func take() -> RowRoom { free.withLock { $0.popLast() } ?? RowRoom() }

  /// The room of a very long row is no use to others.
  func give(_ room: RowRoom) {
    guard !room.isPaged, room.count <= PagedRoom.Place.leastSize else { return }
    free.withLock { $0.append(room) }
  }
}
