/// Values that repeat, each kept once and named by a small number; 0 is the one that stands for "none".
struct ValueTable<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value]
  private var codes: [Value: UInt32]

  init(none: Value) {
    values = [none]
    codes = [none: 0]
  }

  subscript(code: UInt32) -> Value { values[Int(code)] }

  mutating func code(for value: Value) -> UInt32 {
    if let code = codes[value] { return code }
    let code = UInt32(values.count)
    values.append(value)
    codes[value] = code
    return code
  }
}
