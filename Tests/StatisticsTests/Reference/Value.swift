/// A piece of the reference table: a number or its absence, a text, a list or a table.
enum Value: Decodable {
  case number(Double?)
  case text(String)
  case list([Value])
  case table([String: Value])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .number(nil)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let truth = try? container.decode(Bool.self) {
      self = .number(truth ? 1 : 0)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([Value].self) {
      self = .list(list)
    } else {
      self = .table(try container.decode([String: Value].self))
    }
  }

  /// Every number with the path to it, such as `bins.2.0`.
  func numbers(under path: String = "") -> [(path: String, number: Double?)] {
    func extended(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
    switch self {
    case .number(let number): return [(path, number)]
    case .text: return []
    case .list(let list):
      return list.enumerated().flatMap { $1.numbers(under: extended(String($0))) }
    case .table(let table):
      return table.sorted { $0.key < $1.key }.flatMap { $1.numbers(under: extended($0)) }
    }
  }
}

// What the inputs of an entry are read as.
extension Value {
  subscript(name: String) -> Value {
    if case .table(let table) = self { table[name] ?? .number(nil) } else { .number(nil) }
  }

  var optional: Double? { if case .number(let number) = self { number } else { nil } }
  var double: Double { optional ?? .nan }
  var int: Int { Int(double) }
  var list: [Value] { if case .list(let list) = self { list } else { [] } }
  var doubles: [Double] { list.map(\.double) }
  var ints: [Int] { list.map(\.int) }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var keys: [String] { if case .table(let table) = self { table.keys.sorted() } else { [] } }
}

extension Value: ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(floatLiteral value: Double) { self = .number(value) }
  init(arrayLiteral elements: Value...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Value)...) {
    self = .table(Dictionary(elements) { first, _ in first })
  }

  init(_ number: Double?) { self = .number(number) }
  init(_ number: Int) { self = .number(Double(number)) }
  init(_ numbers: [Double]) { self = .list(numbers.map { .number($0) }) }
  init(_ numbers: [Double?]) { self = .list(numbers.map { .number($0) }) }
  init(_ numbers: [Int]) { self = .list(numbers.map { .number(Double($0)) }) }
}
