/// Says where an element of a document ends, in three tries of falling strictness.
struct ElementSpan: Sendable {
  private let layout: ElementFinder.Layout
  private var scanner = JSONScanner()
  private var tape = JSONTape()
  /// How the first whole object begins: its first key with the quotes.
  private var firstKey: [UInt8] = []
  private(set) var hasSeenElement = false

  init(layout: ElementFinder.Layout) {
    self.layout = layout
  }

  /// The place behind the element at `start`, or nothing where more bytes are needed to tell.
  mutating func end(from start: Int, in bytes: UnsafeRawBufferPointer, isLast: Bool) -> Int? {
    let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
    let length = length(of: rest, isLast: isLast)
    if length != nil { hasSeenElement = true }
    return length.map { start + $0 }
  }

  private mutating func length(of rest: UnsafeRawBufferPointer, isLast: Bool) -> Int? {
    let fault = scanner.walk(rest, into: &tape).hardFault
    guard let fault, fault.reason != .textAfterValue else {
      let value = tape[0]
      let length = value.end + (value.kind == .string ? 1 : 0)
      // A number that ends with the block may go on in the next one.
      if value.kind == .number, length == rest.count, !isLast { return nil }
      learn(from: rest)
      return length
    }
    // A fault this near to the end may only be a word or number that the block cuts in two.
    if !isLast && fault.offset > rest.count - 16 { return nil }
    let mayContinue = !isLast && rest.count < ElementFinder.patience
    switch ElementBalance.length(of: rest, layout: layout, isLast: isLast) {
    case .whole(let length): return length
    case .unfinished where mayContinue: return nil
    case .unfinished, .unbalanced:
      return damagedLength(of: rest, fault: fault, isLast: isLast)
    }
  }

  /// Remembers how elements begin, from the first whole object.
  private mutating func learn(from rest: UnsafeRawBufferPointer) {
    guard firstKey.isEmpty, tape.count > 1, tape.kind == .object else { return }
    firstKey = Array(rest[tape[1].start - 1...tape[1].end])
  }

  /// The length of an element that ends where the next one seems to begin.
  private func damagedLength(
    of rest: UnsafeRawBufferPointer, fault: RowFault, isLast: Bool
  ) -> Int? {
    if let next = ElementSearch(layout: layout, firstKey: firstKey).nextElement(in: rest) {
      return next
    }
    guard isLast else { return nil }
    let wasCut = fault.offset == rest.count
    return wasCut ? rest.count : ElementSearch.lengthWithoutClosing(rest, layout: layout)
  }
}
