/// The segments of all files by name, and the values met in each.
struct SegmentTable {
  /// A segment with more values than this calls the others by one name.
  private static let valueLimit = Int(UInt16.max)
  private static let others = "(other)"
  /// The code of that name.
  static let remainderCode = valueLimit - 1

  private(set) var names: [String] = []
  private(set) var texts: [[String]] = []
  private var codes: [[String: Int]] = []

  /// Adds a file's segments; beyond ``SegmentCodes/limit`` they are left out.
  ///
  /// Returns for each of `wanted` its place among ``names``.
  mutating func add(_ wanted: [String]) -> [Int?] {
    wanted.map { name in
      if let known = names.firstIndex(of: name) { return known }
      guard names.count < SegmentCodes.limit else { return nil }
      names.append(name)
      texts.append([""])
      codes.append([:])
      return names.count - 1
    }
  }

  /// The code of a value; 0 is for rows that have none.
  mutating func code(of value: String?, in segment: Int) -> Int {
    guard let value else { return 0 }
    if let known = codes[segment][value] { return known }
    guard texts[segment].count < Self.valueLimit else {
      return codes[segment][Self.others] ?? 0
    }
    let text = texts[segment].count == Self.valueLimit - 1 ? Self.others : value
    texts[segment].append(text)
    codes[segment][text] = texts[segment].count - 1
    return texts[segment].count - 1
  }
}
