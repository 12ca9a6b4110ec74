import Foundation

/// Prints results as JSON that reads the same every time.
enum JSONPrinter {
  /// One value on lines of its own, keys sorted, with a line break at the end.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
