import Predictions

/// One row with its tape, so that a test reads as one line.
struct Scanned {
  let bytes: [UInt8]
  let tape: JSONTape
  let fault: RowFault?

  init(_ bytes: [UInt8]) {
    var scanner = JSONScanner()
    var tape = JSONTape()
    self.bytes = bytes
    fault = scanner.scan(bytes, into: &tape)
    self.tape = tape
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  func text(at path: String) -> String? {
    bytes.withUnsafeBytes { bytes in
      tape.value(at: FieldPath(path), in: bytes).map { tape.text(of: $0, in: bytes) }
    }
  }

  func number(at path: String) -> Double? {
    bytes.withUnsafeBytes { bytes in
      tape.value(at: FieldPath(path), in: bytes).flatMap { tape.number(of: $0, in: bytes) }
    }
  }

  /// The text of the whole row, decoded.
  var text: String? {
    bytes.withUnsafeBytes { tape.count > 0 ? tape.text(of: 0, in: $0) : nil }
  }

  var canonicalJSON: String? {
    bytes.withUnsafeBytes { tape.count > 0 ? tape.canonicalJSON(of: 0, in: $0) : nil }
  }

  var hasDuplicateKeys: Bool {
    bytes.withUnsafeBytes { tape.repeatedKey(in: $0) != nil }
  }
}
