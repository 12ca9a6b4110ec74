import Predictions
import TestSupport
import Testing

@testable import Reviewing

/// Whether keys lie near where they are looked for, which nothing but time tells otherwise.
struct RecordIndexTests {
  private static let count = 200_000
  private static let seed = RecordKey(high: 0x1234_5678_9ABC_DEF0, low: 0x0FED_CBA9_8765_4321)

  @Test(
    "keys lie close to where they are looked for, whatever they have in common",
    arguments: Keys.allCases)
  func spread(_ keys: Keys) {
    let displacements = Self.index(of: keys).displacements
    let mean = Double(displacements.reduce(0, +)) / Double(Self.count)
    #expect(displacements.count == Self.count)
    // Linear probing in tables that are at most four fifths full: 2 where the keys are random.
    #expect(mean < 3)
    #expect(displacements.allSatisfy { $0 < 256 })
  }

  @Test("every key leads to its newest record, and no other key to any", arguments: Keys.allCases)
  func found(_ keys: Keys) {
    var records = RecordList()
    var index = RecordIndex(.id, seed: Self.seed)
    for number in 0..<3_000 {
      // Each third key comes again, so that its newer record stands before the older one.
      let id = keys.id(number % 2_000)
      let older = index.push(UInt32(number + 1), on: RecordKey(id), in: records)
      #expect(older == (number < 2_000 ? 0 : UInt32(number - 1_999)))
      records.append(ReviewRecord(id: id, kind: .review))
    }
    for number in 0..<2_000 {
      let newest = index.newest(of: RecordKey(keys.id(number)), in: records)
      #expect(newest == UInt32(number < 1_000 ? number + 2_001 : number + 1))
      #expect(index.newest(of: RecordKey(keys.id(number + 5_000_000)), in: records) == 0)
    }
    #expect(index.count == 2_000)
  }

  private static func index(of keys: Keys) -> RecordIndex {
    var records = RecordList()
    var index = RecordIndex(.id, seed: seed)
    for number in 0..<count {
      let id = keys.id(number)
      _ = index.push(UInt32(number + 1), on: RecordKey(id), in: records)
      records.append(ReviewRecord(id: id, kind: .review))
    }
    return index
  }

  /// Names of events as processes make them.
  enum Keys: CaseIterable {
    case counted, ofOneSecond, random

    func id(_ number: Int) -> EventID {
      let number = UInt64(number)
      switch self {
      case .counted: return EventID(high: 7, low: number)
      case .ofOneSecond:
        return EventID(high: 0x019A_0000_0000_0000 | number / 200, low: number << 32)
      case .random:
        var generator = SeededGenerator(seed: number)
        return EventID(high: generator.next(), low: generator.next())
      }
    }
  }
}
