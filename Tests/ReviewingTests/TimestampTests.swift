import Testing

@testable import Reviewing

struct TimestampTests {
  @Test(
    "a moment reads as it was written",
    arguments: [
      ("1970-01-01T00:00:00.000Z", 0), ("2026-11-23T12:04:05.123Z", 1_795_435_445_123),
      ("2000-02-29T23:59:59.999Z", 951_868_799_999), ("1969-12-31T23:59:59.999Z", -1),
      ("2100-03-01T00:00:00.000Z", 4_107_542_400_000),
    ] as [(String, Int64)])
  func roundTrip(text: String, milliseconds: Int64) {
    #expect(Timestamp(text)?.milliseconds == milliseconds)
    #expect(Timestamp(milliseconds: milliseconds).text == text)
  }

  @Test(
    "offsets and other fractions are understood",
    arguments: [
      ("2026-11-23T13:04:05.123+01:00", "2026-11-23T12:04:05.123Z"),
      ("2026-11-23T12:04:05Z", "2026-11-23T12:04:05.000Z"),
      ("2026-11-23T12:04:05.1239999Z", "2026-11-23T12:04:05.123Z"),
      ("2026-11-23T12:04:05.5-00:30", "2026-11-23T12:34:05.500Z"),
    ])
  func variants(text: String, expected: String) {
    #expect(Timestamp(text)?.text == expected)
  }

  @Test(
    "what is no moment is refused",
    arguments: [
      "", "2026-11-23", "2026-11-23 12:04:05Z", "2026-13-01T00:00:00Z", "2025-02-29T00:00:00Z",
      "2026-11-23T24:00:00Z", "2026-11-23T12:04:05", "2026-11-23T12:04:05.Z",
      "2026-11-23T12:04:05Zx", "٢٠٢٦-11-23T12:04:05Z",
    ])
  func refused(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("the quick way of reading takes no other sign in any place than the obvious one")
  func changedSigns() {
    let moment = Array("2026-11-23T12:04:05.123Z".utf8)
    for place in moment.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = moment
        changed[place] = byte
        let quick = changed.withUnsafeBytes { Timestamp(ledgerForm: $0) }
        let obvious = changed.withUnsafeBytes { Timestamp(utf8: $0) }
        #expect(quick == nil || quick == obvious, "\(byte) at \(place)")
      }
    }
  }

  @Test("every day of four centuries comes back")
  func calendar() {
    for day in stride(from: Int64(-200_000), through: 200_000, by: 7) {
      let moment = Timestamp(milliseconds: day * 86_400_000 + 1)
      #expect(Timestamp(moment.text) == moment)
    }
  }
}
