/// Lists of names that repeat, each kept once.
///
/// A list is found by the text it was written as, so that a known list is not decoded again.
struct ListTable: Sendable {
  private var sources = TextTable()
  private(set) var lists: [[String]] = [[]]

  subscript(code: UInt32) -> [String] { lists[Int(code)] }

  /// The code of the list written as `source`; `decode` runs only where it is new.
  mutating func code(
    for source: UnsafeRawBufferPointer, decode: () -> [String]
  ) -> UInt32 {
    let code = sources.code(for: source)
    if Int(code) == lists.count { lists.append(decode()) }
    return code
  }

  mutating func code(for list: [String]) -> UInt32 {
    guard !list.isEmpty else { return 0 }
    var source = LineJSON.array(list)
    return source.withUTF8 { code(for: UnsafeRawBufferPointer($0)) { list } }
  }
}
