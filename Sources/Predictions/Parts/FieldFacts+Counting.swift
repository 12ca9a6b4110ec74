extension FieldFacts {
  /// Counts one value of the field.
  mutating func add(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) {
    guard tape[node].kind != .null else {
      nulls += 1
      return
    }
    present += 1
    switch tape[node].kind {
    case .object: addObject(node, of: tape, in: bytes)
    case .array: addList(node, of: tape, in: bytes)
    case .string: addText(tape.text(of: node, in: bytes))
    case .number:
      numbers += 1
      addNumber(tape.number(of: node, in: bytes) ?? .nan)
      addDistinct(tape.text(of: node, in: bytes))
    case .true, .false:
      booleans += 1
      addDistinct(tape.text(of: node, in: bytes))
    case .null: break
    }
  }

  private mutating func addText(_ text: String) {
    strings += 1
    textBytes += text.utf8.count
    let trimmed = text.trimmed
    if trimmed.isEmpty {
      emptyTexts += 1
      return
    }
    if trimmed.utf8.count <= Self.longestNumber { addShort(trimmed) }
    if trimmed.utf8.count == 64 || trimmed.utf8.count == 40 || trimmed.utf8.count == 32,
      trimmed.utf8.allSatisfy({ Hexadecimal.value(of: $0) != nil })
    {
      hashTexts += 1
    }
    if Self.contains(UInt8(ascii: "\n"), trimmed) { linedTexts += 1 }
    if Self.contains(UInt8(ascii: " "), trimmed) { spacedTexts += 1 }
    addDistinct(text)
  }

  /// Longer texts are neither numbers nor true or false: most of a file need not be tried.
  private static let longestNumber = 64

  private mutating func addShort(_ text: String) {
    if let number = NumberText.value(of: text) {
      numericTexts += 1
      addNumber(number)
    } else if BooleanText.value(of: text) != nil {
      booleanTexts += 1
    }
  }

  private static func contains(_ byte: UInt8, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 {
      ByteSearch.firstIndex(of: byte, in: UnsafeRawBufferPointer($0), from: 0) != nil
    }
  }

  private mutating func addDistinct(_ text: String) {
    guard !hasManyValues, !distinct.contains(text) else { return }
    if distinct.count == Self.distinctLimit { hasManyValues = true } else { distinct.insert(text) }
  }

  private mutating func addNumber(_ number: Double) {
    guard !number.isNaN else {
      notANumber += 1
      return
    }
    minimum = Swift.min(minimum, number)
    maximum = Swift.max(maximum, number)
    if number.rounded() == number { integers += 1 }
    if firstNumber == nil { firstNumber = number }
    isLeading = isLeading && firstNumber == number
    if isLeading { leadingEqual += 1 }
  }

  private mutating func addObject(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) {
    objects += 1
    var values = 0
    var numbers = 0
    var key = node + 1
    while key < tape[node].after {
      values += 1
      if let number = tape.number(of: key + 1, in: bytes), number >= 0, number <= 1 {
        numbers += 1
      }
      key = tape[key + 1].after
    }
    if values > 0, values == numbers { numberMaps += 1 }
  }

  private mutating func addList(
    _ node: Int, of tape: JSONTape, in bytes: UnsafeRawBufferPointer
  ) {
    lists += 1
    if ChatReader.isChat(node, of: tape, in: bytes) { chats += 1 }
    let elements = Array(tape.children(of: node))
    let lengths = listLengths ?? elements.count...elements.count
    listLengths =
      Swift.min(lengths.lowerBound, elements.count)...Swift.max(lengths.upperBound, elements.count)
    guard !elements.isEmpty else { return }
    if elements.allSatisfy({ tape[$0].kind == .number }) { numberLists += 1 }
    let isLabelled = elements.allSatisfy { element in
      tape.value(forKey: "label".utf8, of: element, in: bytes) != nil
        && tape.value(forKey: "score".utf8, of: element, in: bytes) != nil
    }
    if isLabelled { labelledLists += 1 }
  }
}
