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
      switch Self.mayBeEvent(data) ? try? decoder.decode(Line.self, from: data) : nil {
      case .entry(let entry)?: entries.append(entry)
      case .ofLaterVersion?: break
      case nil:
        let isTorn = place == lines.count - 1
        damage.append(
          Damage(
            line: place + 1,
            reason: isTorn ? "the last line was cut off" : "it is no line of a history"))
      }
    }
  }

  /// Whether a line holds the name of the one key that none can do without.
  ///
  /// The decoder takes its time to say what it misses, which adds up where a million lines are none
  /// of a history. A name may be written with escapes.
  private static func mayBeEvent(_ line: Data) -> Bool {
    line.contains(UInt8(ascii: "\\")) || line.range(of: Data("\"event\"".utf8)) != nil
  }
}

/// A line of a history, or of what histories may hold one day.
private enum Line: Decodable {
  case entry(HistoryEntry)
  /// Events that are not known yet are no damage.
  case ofLaterVersion

  private enum Key: CodingKey {
    case event, at
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let event = try values.decode(String.self, forKey: .event)
    if HistoryEntry.Event(rawValue: event) != nil {
      self = .entry(try HistoryEntry(from: decoder))
    } else {
      _ = try values.decode(String.self, forKey: .at)
      self = .ofLaterVersion
    }
  }
}
