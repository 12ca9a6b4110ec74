import Foundation

/// A history as it lies in a file: the lines that can be read, and what is wrong with the others.
package struct HistoryReading: Sendable {
  package struct Damage: Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let reason: String
  }

  package private(set) var entries: [HistoryEntry] = []
  package private(set) var damage: [Damage] = []

  /// Reads lines one by one: a damaged one hides no other.
  package init(_ bytes: some Sequence<UInt8>) {
    let decoder = JSONDecoder()
    let bytes = Array(bytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
      let data = Data(line)
      if let entry = try? decoder.decode(HistoryEntry.self, from: data) {
        entries.append(entry)
      } else if !Self.isOfLaterVersion(data, decoder) {
        let isTorn = place == lines.count - 1
        damage.append(
          Damage(
            line: place + 1,
            reason: isTorn ? "the last line was cut off" : "it is no line of a history"))
      }
    }
  }

  /// Events that are not known yet are no damage.
  private static func isOfLaterVersion(_ data: Data, _ decoder: JSONDecoder) -> Bool {
    struct Head: Decodable {
      let event: String
      let at: String
    }
    guard let head = try? decoder.decode(Head.self, from: data) else { return false }
    return HistoryEntry.Event(rawValue: head.event) == nil
  }
}
