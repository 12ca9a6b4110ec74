/// What a document is whose rows do not lie in a list: data frames, objects by id, one prediction.
///
/// Only named with the way to rows, never read: which of these a document is can be guessed, and a
/// guess that is wrong would show rows that nobody wrote.
enum DocumentShape {
  /// pandas with `orient="columns"`: of each column an object of its values by row.
  case columnObjects
  /// pandas with `orient="split"`: names beside a list of lists.
  case split
  /// Of each column the list of its values.
  case columnLists
  /// Each row behind its id.
  case keyedRows
  /// Each answer behind its id.
  case keyedTexts
  /// One prediction by itself.
  case single

  /// Looks at a document's beginning; nothing where it is of no known shape.
  init?(_ text: [UInt8]) {
    var scanner = JSONScanner()
    var tape = JSONTape()
    let shape = text.withUnsafeBytes { bytes -> DocumentShape? in
      _ = scanner.scan(bytes, into: &tape)
      return Self.shape(of: tape, in: bytes)
    }
    guard let shape else { return nil }
    self = shape
  }

  private static func shape(
    of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> DocumentShape? {
    guard tape.kind == .object else { return nil }
    let members = Self.members(of: 0, of: tape, in: bytes)
    let values = members.map(\.value)
    if isSplit(tape, bytes) { return .split }
    if members.contains(where: { isPart($0.name) }), values.allSatisfy({ tape[$0].kind != .array })
    {
      let isColumns = values.allSatisfy { hasNumberedKeys($0, of: tape, in: bytes) }
      if !isColumns { return .single }
    }
    guard !values.isEmpty else { return nil }
    if values.allSatisfy({ hasNumberedKeys($0, of: tape, in: bytes) }) { return .columnObjects }
    if values.allSatisfy({ tape[$0].kind == .array }) { return .columnLists }
    guard values.count > 1 else { return nil }
    if values.allSatisfy({ tape[$0].kind == .string }) { return .keyedTexts }
    return areAlike(values, of: tape, in: bytes) ? .keyedRows : nil
  }

  private static func isPart(_ name: String) -> Bool {
    let name = PartNames.normalised(name)
    return [Part.input, .output].contains { PartNames.names(of: $0).contains(name) }
  }

  private static func isSplit(_ tape: JSONTape, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let columns = tape.value(forKey: "columns".utf8, of: 0, in: bytes),
      let data = tape.value(forKey: "data".utf8, of: 0, in: bytes),
      let row = tape[data].kind == .array ? tape.element(0, of: data) : nil
    else { return false }
    return tape[columns].kind == .array && tape[row].kind == .array
  }

  private static func members(
    of object: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> [(name: String, value: Int)] {
    var members: [(name: String, value: Int)] = []
    var key = object + 1
    while key < tape[object].after, key + 1 < tape.count {
      members.append((tape.text(of: key, in: bytes), key + 1))
      key = tape[key + 1].after
    }
    return members
  }

  /// An object whose keys count up from 0, as the rows of a data frame do.
  private static func hasNumberedKeys(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard tape[node].kind == .object else { return false }
    let names = members(of: node, of: tape, in: bytes).prefix(20).map(\.name)
    return !names.isEmpty && names.enumerated().allSatisfy { $0.element == String($0.offset) }
  }

  /// Objects that share most of the keys of the first of them.
  private static func areAlike(
    _ values: [Int], of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) -> Bool {
    guard values.allSatisfy({ tape[$0].kind == .object }) else { return false }
    // The last one may be cut off.
    let names = values.prefix(20).map { Set(members(of: $0, of: tape, in: bytes).map(\.name)) }
    guard let first = names.first, !first.isEmpty else { return false }
    return names.dropFirst().dropLast().allSatisfy {
      $0.intersection(first).count * 2 > first.count
    }
      && !(names.last ?? []).isDisjoint(with: first)
  }
}

extension DocumentShape {
  /// What the document is and how its rows become lines.
  func note(path: String) -> String {
    let target = "> " + ShellWord.quoted(Self.linesName(path))
    let path = ShellWord.quoted(path)
    switch self {
    case .columnObjects:
      return "the document is a data frame by columns: write it with "
        + #"df.to_json("FILE.jsonl", orient="records", lines=True)"#
    case .split:
      return #"the document is a data frame split into columns and data: write it with "#
        + #"df.to_json("FILE.jsonl", orient="records", lines=True)"#
    case .columnLists:
      return "the document is an object of columns: make rows of it with jq -c "
        + "'. as $c | range([.[] | length] | max) as $i | map_values(.[$i])' \(path) \(target)"
    case .keyedRows:
      return "the document is an object of rows by their id: make a list of it with "
        + "jq -c 'to_entries[] | {id: .key} + .value' \(path) \(target)"
    case .keyedTexts:
      return "the document is an object of answers by their id: make rows of it with "
        + "jq -c 'to_entries[] | {id: .key, output: .value}' \(path) \(target)"
    case .single:
      return "the document is one object and no list: if it is one prediction, make a line of it "
        + "with jq -c . \(path) \(target)"
    }
  }

  private static func linesName(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (name.hasSuffix(".json") ? String(name.dropLast(5)) : name) + ".jsonl"
  }
}
