/// Where each event lies, found by its name: an entry per event, and about five bytes more that
/// lead to it.
///
/// Entries lie in chunks, so that no list of a million is ever doubled. An event that is taken out
/// keeps its entry, for the case that it comes back.
struct EventTable: Sendable {
  struct Entry: Sendable {
    let id: EventID
    var place: LedgerReplay.Place
    /// The record's place in the book + 1; 0 where the event has none.
    var record: UInt32
    fileprivate var isThere = true
  }

  private static let chunkSize = 4_096
  private var chunks: [[Entry]] = []
  private var count = 0
  /// The place + 1 of an entry; 0 marks a free slot.
  private var slots = [UInt32](repeating: 0, count: 64)

  /// Makes room for so many events.
  mutating func reserve(_ events: Int) {
    if events > slots.count { makeSlots(events + events / 4) }
  }

  /// The event's entry, or nothing where it is not known.
  subscript(id: EventID) -> Entry? {
    let found = slots[slot(of: id)]
    guard found > 0 else { return nil }
    let entry = self[entry: found]
    return entry.isThere ? entry : nil
  }

  /// Adds an event; returns false, and changes nothing, where it is known.
  mutating func add(_ id: EventID, at place: LedgerReplay.Place) -> Bool {
    if count * 8 >= slots.count * 7 { makeSlots(slots.count * 2) }
    let slot = slot(of: id)
    guard slots[slot] == 0 else {
      guard !self[entry: slots[slot]].isThere else { return false }
      self[entry: slots[slot]] = Entry(id: id, place: place, record: 0)
      return true
    }
    if count % Self.chunkSize == 0 {
      chunks.append([])
      chunks[chunks.count - 1].reserveCapacity(Self.chunkSize)
    }
    chunks[chunks.count - 1].append(Entry(id: id, place: place, record: 0))
    count += 1
    slots[slot] = UInt32(count)
    return true
  }

  /// Says where an event that is known lies by now.
  mutating func move(_ id: EventID, to place: LedgerReplay.Place) {
    let found = slots[slot(of: id)]
    if found > 0 { self[entry: found].place = place }
  }

  /// Says which record an event that is known has.
  mutating func setRecord(_ record: Int, of id: EventID) {
    let found = slots[slot(of: id)]
    if found > 0 { self[entry: found].record = UInt32(record + 1) }
  }

  /// Takes an event out, and returns what its entry was.
  mutating func remove(_ id: EventID) -> Entry? {
    guard let entry = self[id] else { return nil }
    self[entry: slots[slot(of: id)]].isThere = false
    return entry
  }

  private subscript(entry number: UInt32) -> Entry {
    get { chunks[Self.chunk(of: number)][Self.place(of: number)] }
    _modify { yield &chunks[Self.chunk(of: number)][Self.place(of: number)] }
  }

  private static func chunk(of number: UInt32) -> Int { (Int(number) - 1) / chunkSize }

  private static func place(of number: UInt32) -> Int { (Int(number) - 1) % chunkSize }

  /// The slot that leads to the event, or the free one where it would be.
  private func slot(of id: EventID) -> Int {
    var slot = Self.firstSlot(of: id, in: slots.count)
    while slots[slot] != 0, self[entry: slots[slot]].id != id {
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private mutating func makeSlots(_ count: Int) {
    slots = [UInt32](repeating: 0, count: count)
    var number: UInt32 = 0
    for chunk in chunks {
      for entry in chunk {
        number += 1
        var slot = Self.firstSlot(of: entry.id, in: count)
        while slots[slot] != 0 { slot = slot + 1 == count ? 0 : slot + 1 }
        slots[slot] = number
      }
    }
  }

  private static func firstSlot(of id: EventID, in count: Int) -> Int {
    // Names made one after the other differ in their last bits alone.
    let hash = (id.low ^ id.high &* 0x9E37_79B9_7F4A_7C15 ^ seed) &* 0xD6E8_FEB8_6659_FD93
    return Int((((hash ^ hash >> 32) & 0xFFFF_FFFF) * UInt64(count)) >> 32)
  }

  /// Differs from run to run, so that nobody can write names that all have one slot.
  private static let seed = UInt64.random(in: .min ... .max)
}
