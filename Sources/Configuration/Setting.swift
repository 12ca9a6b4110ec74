import Predictions
import Yams

/// One value of the file with its key and place, and the ways to read it.
///
/// A value of another type is an error that names line, key and what was expected. A key without
/// a value counts as left out.
struct Setting {
  let file: ConfigurationFile
  /// The way to the value, such as `shield.threshold`.
  let key: String
  let node: Node
  /// The line of the key, where the value has none of its own.
  let line: Int

  var isEmpty: Bool { node.null != nil }

  func wrong(_ expected: String) -> ConfigurationError {
    file.error(.wrongValue(key: key, expected: expected), line: line)
  }

  func text() throws(ConfigurationError) -> String {
    guard let scalar = node.scalar, !isEmpty, !scalar.string.isEmpty else {
      throw wrong("a text")
    }
    return scalar.string
  }

  /// A list of texts, or one text alone.
  func texts() throws(ConfigurationError) -> [String] {
    guard node.sequence != nil else { return [try textOfList()] }
    var texts: [String] = []
    for element in try elements("a list of texts") { texts.append(try element.textOfList()) }
    return texts
  }

  private func textOfList() throws(ConfigurationError) -> String {
    guard node.scalar != nil, !isEmpty else { throw wrong("a list of texts") }
    return try text()
  }

  func bool() throws(ConfigurationError) -> Bool {
    guard let value = node.bool else { throw wrong("true or false") }
    return value
  }

  func number(_ range: ClosedRange<Double>, _ expected: String) throws(ConfigurationError) -> Double
  {
    guard let value = node.float, range.contains(value) else { throw wrong(expected) }
    return value
  }

  func integer(_ range: ClosedRange<Int>, _ expected: String) throws(ConfigurationError) -> Int {
    guard let value = node.int, range.contains(value) else { throw wrong(expected) }
    return value
  }

  /// One of the words that a type knows.
  func word<Word: RawRepresentable & CaseIterable>(
    of type: Word.Type
  ) throws(ConfigurationError) -> Word where Word.RawValue == String {
    guard let word = node.scalar.flatMap({ Word(rawValue: $0.string) }) else {
      throw wrong("one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  /// A least and a greatest number.
  func range() throws(ConfigurationError) -> ClosedRange<Double> {
    let expected = "two numbers, the lower first, as [0.90, 1]"
    let ends = try elements(expected)
    guard ends.count == 2, let low = ends[0].node.float, let high = ends[1].node.float, low <= high
    else { throw wrong(expected) }
    return low...high
  }

  /// A span of time as `12h`, `14d` or `2w`, in seconds.
  func period() throws(ConfigurationError) -> Int {
    let expected = "a time as 12h, 14d or 2w"
    let text = node.scalar?.string ?? ""
    let units: [Character: Int] = ["h": 3_600, "d": 86_400, "w": 604_800]
    guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (1...100_000).contains(count)
    else { throw wrong(expected) }
    return count * unit
  }

  func elements(_ expected: String) throws(ConfigurationError) -> [Setting] {
    guard let sequence = node.sequence else { throw wrong(expected) }
    return sequence.map {
      Setting(file: file, key: key, node: $0, line: $0.mark?.line ?? line)
    }
  }

  /// The values of an object by key. Keys not among `known` are an error; of all keys where nil.
  func section(_ known: [String]?) throws(ConfigurationError) -> [String: Setting] {
    guard let mapping = node.mapping else {
      throw wrong("keys and values" + (known.map { ", of " + $0.joined(separator: ", ") } ?? ""))
    }
    var section: [String: Setting] = [:]
    for (keyNode, value) in mapping {
      let line = keyNode.mark?.line ?? line
      guard let name = keyNode.scalar?.string else {
        throw file.error(.syntax("a key is no text"), line: line)
      }
      if let known, !known.contains(name) {
        let nearest = EditDistance.nearest(to: name, among: known)
        throw file.error(.unknownKey(name, nearest: nearest), line: line)
      }
      let path = key.isEmpty ? name : key + "." + name
      let setting = Setting(file: file, key: path, node: value, line: line)
      if !setting.isEmpty { section[name] = setting }
    }
    return section
  }

  /// As ``section(_:)``, in the order of the file.
  func orderedSection(
    _ known: [String]?
  ) throws(ConfigurationError) -> [(key: String, value: Setting)] {
    try section(known).sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }
  }
}
