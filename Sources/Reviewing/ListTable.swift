import Predictions

/// Lists of names that repeat, each kept once and named by a small number; 0 is the empty list.
///
/// A list is found by the text it was written as, so that a known list is not decoded again.
struct ListTable: Sendable {
  private var sources = TextTable()
  private(set) var lists: [[String]] = [[]]

  subscript(code: UInt32) -> [String] { lists[Int(code)] }

  /// The code of the list that `source` writes, which is sound JSON; `expected` is looked at first.
  @inline(__always)
  mutating func code(for source: UnsafeRawBufferPointer, expecting expected: UInt32 = 0) -> UInt32 {
    let code = sources.code(for: source, expecting: expected)
    if Int(code) == lists.count { lists.append(Self.texts(of: source)) }
    return code
  }

  mutating func code(for list: [String]) -> UInt32 {
    guard !list.isEmpty else { return 0 }
    var source = LineJSON.array(list)
    return source.withUTF8 { code(for: UnsafeRawBufferPointer($0)) }
  }

  private static func texts(of source: UnsafeRawBufferPointer) -> [String] {
    var scanner = JSONScanner()
    var tape = JSONTape()
    guard scanner.scan(source, into: &tape) == nil else { return [] }
    return tape.children(of: 0).map { tape.text(of: $0, in: source) }
  }
}
