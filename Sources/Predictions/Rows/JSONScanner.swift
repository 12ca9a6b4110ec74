/// Reads one row of JSON: the only parser of this program that is written by hand.
///
/// It is strict about structure, numbers, escapes, control characters and UTF-8, and accepts what
/// evaluation tools write all the same: bare `NaN`, `Infinity` and `-Infinity`, and escapes of lone
/// surrogates, which appear wherever a model's output was cut. White space around the value is
/// fine. Nesting ends at ``maximumDepth``; nothing here recurses, so no row can exhaust the stack.
///
/// Trouble inside of a string (bad UTF-8, a control character, a bad escape) is reported but does
/// not stop the walk, so such a row can be shown field by field. Time is linear in the row.
package struct JSONScanner: Sendable {
  /// How deep objects and arrays may lie in each other.
  package static let maximumDepth = 512

  private let maximumCount: Int

  /// A scanner of rows of fewer than `maximumCount` values and keys.
  package init(maximumCount: Int = JSONTape.maximumCount) {
    self.maximumCount = maximumCount
  }

  /// Fills `tape` with the row's nodes and says what is wrong with the row, if anything is.
  package mutating func scan(
    _ row: UnsafeRawBufferPointer, into tape: inout JSONTape
  ) -> RowFault? {
    guard row.count <= JSONTape.maximumRowLength else {
      tape.count = 0
      tape.isComplete = false
      tape.isSound = false
      return RowFault(reason: .tooLong, offset: JSONTape.maximumRowLength)
    }
    let isLong = row.count > PagedRoom.Place.leastSize
    // Mostly it is long for its texts and not for how many they are.
    if isLong, tape.room.isEmpty { tape.doubleRoom() }
    if scanQuickly(row, into: &tape) { return nil }
    if isLong, tape.makeRoom(for: row, upTo: maximumCount), scanQuickly(row, into: &tape) {
      return nil
    }
    return walk(row, into: &tape).fault
  }

  /// Fills `tape` where nothing is wrong with the row, and nothing rare in it.
  private func scanQuickly(_ row: UnsafeRawBufferPointer, into tape: inout JSONTape) -> Bool {
    guard
      let count = tape.room.withUnsafeMutableBufferPointer({ room in
        JSONQuickWalk.nodes(
          of: row, into: UnsafeMutableBufferPointer(rebasing: room.prefix(maximumCount)))
      })
    else { return false }
    tape.count = count
    tape.isComplete = true
    tape.isSound = true
    return true
  }

  /// Fills `tape` and returns the walk that did it, which knows where it stopped.
  mutating func walk(_ row: UnsafeRawBufferPointer, into tape: inout JSONTape) -> JSONWalk {
    var walk = JSONWalk(row)
    if tape.room.isEmpty { tape.doubleRoom() }
    while !tape.room.withUnsafeMutableBufferPointer({ walk.run(into: $0) }) {
      guard tape.room.count < maximumCount else {
        tape.room.withUnsafeMutableBufferPointer { walk.giveUp(.tooManyValues, $0) }
        break
      }
      tape.doubleRoom()
    }
    tape.count = walk.count
    tape.isComplete = walk.hardFault == nil
    tape.isSound = walk.fault == nil
    return walk
  }

  /// The same for bytes in an array.
  package mutating func scan(_ row: [UInt8], into tape: inout JSONTape) -> RowFault? {
    row.withUnsafeBytes { scan($0, into: &tape) }
  }
}
