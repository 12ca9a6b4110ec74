/// The brackets and keys of a document, followed from block to block.
struct DocumentOutline {
  /// A list that could hold the rows.
  struct Candidate {
    let start: Int
    let length: Int
    /// How many containers lie around it.
    let depth: Int
    let path: String?
    /// Lower is better: by name and level, and the last for lists without a known name.
    let rank: Int

    /// It has one of the names.
    var isNamed: Bool { rank < DocumentOutline.unnamed }
  }

  private struct Container {
    let isList: Bool
    let start: Int
    /// How much of the wanted path leads here; nothing where another way was taken.
    let matched: Int?
    /// Where its current key begins in `keys`; it ends where that of the next container begins.
    let keyStart: Int
    /// The place of its current element.
    var index = 0
    var holdsObject = false
  }

  fileprivate static let unnamed = RowListSearch.names.count * 2
  /// Keys beyond this are no names of rows.
  private static let maximumKeyLength = 4096

  private let wanted: [UInt8]?
  private var open: [Container] = []
  /// How many of them are lists.
  private var lists = 0
  /// The current keys of all open objects behind each other.
  private var keys: [UInt8] = []
  private var expectsKey = false
  private var isInString = false
  private var best: Candidate? {
    didSet { isBestPossible = best?.rank == 0 }
  }
  private var isBestPossible = false
  private var isBroken = false
  private(set) var isFirstValueClosed = false
  private(set) var hasMoreValues = false

  init(rowsPath: FieldPath?) {
    wanted = rowsPath?.text
  }

  /// More bytes would not change the answer.
  var isDecided: Bool { isBestPossible || isBroken || hasMoreValues }

  /// Goes through `bytes` and returns how many were taken; a key that is cut waits for the rest.
  mutating func read(_ bytes: UnsafeRawBufferPointer, at offset: Int, isLast: Bool) -> Int {
    var at = 0
    if isInString { at = passString(bytes, from: 0, isLast: isLast) }
    while !isInString, !isDecided {
      if !open.isEmpty { at = Self.punctuation(in: bytes, from: at) }
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if ByteSearch.isSpace(byte) {
        at += 1
        continue
      }
      guard !isFirstValueClosed else {
        hasMoreValues = true
        break
      }
      if byte == UInt8(ascii: "\"") {
        guard let stop = string(bytes, at: at, isLast: isLast) else { return at }
        at = stop
      } else {
        punctuation(byte, at: offset + at)
        at += 1
      }
    }
    return at
  }

  /// The best list so far, those that were never closed included.
  mutating func finish(at offset: Int) -> Candidate? {
    while let container = open.popLast() { consider(container, end: offset) }
    return best
  }

  /// The list that would hold the rows if the document ended at `offset`, while it is still open.
  func openList(at offset: Int) -> (list: Candidate, isNamed: Bool, elements: Int)? {
    var ended = self
    guard let best = ended.finish(at: offset),
      let container = open.first(where: { $0.start == best.start })
    else { return nil }
    return (best, best.isNamed, container.index)
  }

  /// The next byte that is a quote, a comma or a bracket: nothing else tells where a list lies.
  @inline(__always)
  private static func punctuation(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "["), UInt8(ascii: "]"):
        return at
      default: at += 1
      }
    }
    return at
  }

  private mutating func punctuation(_ byte: UInt8, at offset: Int) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): push(isList: byte == UInt8(ascii: "["), at: offset)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): pop(isList: byte == UInt8(ascii: "]"), at: offset)
    case UInt8(ascii: ","):
      guard let last = open.indices.last else { return }
      open[last].index += 1
      expectsKey = !open[last].isList
    default:
      // A scalar at the top is a value of its own, without rows.
      if open.isEmpty { isBroken = true }
    }
  }

  private mutating func push(isList: Bool, at offset: Int) {
    if !isList { noteObject() }
    let container = Container(
      isList: isList, start: offset, matched: matched(), keyStart: keys.count)
    open.append(container)
    if isList { lists += 1 }
    expectsKey = !isList
    guard isList, let wanted, container.matched == wanted.count else { return }
    best = Candidate(start: offset, length: 0, depth: open.count - 1, path: path(), rank: 0)
  }

  /// An object begins: the list around it could hold rows.
  private mutating func noteObject() {
    guard let last = open.indices.last, !open[last].holdsObject else { return }
    open[last].holdsObject = true
    guard open[last].isList else { return }
    // The best of all names is enough; the rest of a long document need not be read for it.
    let list = open.removeLast()
    // A list in a list has no name.
    if lists == 1, rank() == 0 { consider(list, end: list.start) }
    open.append(list)
  }

  private mutating func pop(isList: Bool, at offset: Int) {
    guard let container = open.popLast(), container.isList == isList else {
      isBroken = true
      return
    }
    keys.removeLast(keys.count - container.keyStart)
    if isList { lists -= 1 }
    if container.isList { consider(container, end: offset + 1) }
    expectsKey = false
    isFirstValueClosed = open.isEmpty
  }

  /// Keeps the list that was just left when it is better than the best so far.
  private mutating func consider(_ container: Container, end: Int) {
    guard wanted == nil, container.isList, container.holdsObject else { return }
    let rank = rank()
    let length = end - container.start
    if let best, best.rank < rank || best.rank == rank && best.length >= length { return }
    best = Candidate(
      start: container.start, length: length, depth: open.count, path: path(), rank: rank)
  }

  /// The rank of a list directly inside of what is open.
  private func rank() -> Int {
    guard (1...2).contains(open.count), open.allSatisfy({ !$0.isList }),
      let place = RowListSearch.names.firstIndex(where: {
        $0.utf8.elementsEqual(key(of: open.count - 1))
      })
    else { return Self.unnamed }
    return place * 2 + open.count - 1
  }

  /// The current key of the open container at `depth`; empty for a list.
  private func key(of depth: Int) -> ArraySlice<UInt8> {
    let end = depth + 1 < open.count ? open[depth + 1].keyStart : keys.count
    return keys[open[depth].keyStart..<end]
  }

  /// How much of the wanted path leads to a container that begins here.
  private func matched() -> Int? {
    guard let wanted else { return nil }
    guard let parent = open.last else { return 0 }
    guard let before = parent.matched else { return nil }
    var step = parent.isList ? Array("[\(parent.index)]".utf8) : Array(key(of: open.count - 1))
    if !parent.isList, before > 0 { step.insert(UInt8(ascii: "."), at: 0) }
    return wanted[before...].starts(with: step) ? before + step.count : nil
  }

  private func path() -> String? {
    guard open.allSatisfy({ !$0.isList }) else { return nil }
    let path = open.indices.map { String(decoding: key(of: $0), as: UTF8.self) }
      .joined(separator: ".")
    return path.isEmpty ? nil : path
  }

  /// Passes the string at `at`; nothing where it is a key that is not there whole.
  private mutating func string(
    _ bytes: UnsafeRawBufferPointer, at: Int, isLast: Bool
  ) -> Int? {
    let isKey = expectsKey
    let stop = passString(bytes, from: at + 1, isLast: isLast)
    // Keys inside of rows lead nowhere, but for those on the wanted path.
    guard isKey, let last = open.indices.last, lists == 0 || open[last].matched != nil else {
      return stop
    }
    if isInString {
      isInString = false
      // A key this long is left unread.
      guard isLast || bytes.count - at > Self.maximumKeyLength else { return nil }
      isInString = true
    }
    expectsKey = false
    let length = isInString ? 0 : stop - at - 2
    keys.removeLast(keys.count - open[last].keyStart)
    if length <= Self.maximumKeyLength {
      keys.append(
        contentsOf: UnsafeRawBufferPointer(rebasing: bytes[at + 1..<at + 1 + length]))
    }
    return stop
  }

  /// The place behind the closing quote, or the end of the block within the string.
  ///
  /// A backslash at the end of the block is left for the next one, with what it escapes.
  private mutating func passString(
    _ bytes: UnsafeRawBufferPointer, from start: Int, isLast: Bool
  ) -> Int {
    isInString = true
    var at = start
    while let quote = ByteSearch.firstIndex(of: UInt8(ascii: "\""), in: bytes, from: at) {
      at = quote + 1
      if !isEscaped(quote, in: bytes, from: start) {
        isInString = false
        return at
      }
    }
    return bytes.count - (!isLast && isEscaped(bytes.count, in: bytes, from: start) ? 1 : 0)
  }

  /// An odd number of backslashes stands before `index`.
  private func isEscaped(
    _ index: Int, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Bool {
    var slashes = 0
    while index - slashes > start, bytes[index - slashes - 1] == UInt8(ascii: "\\") {
      slashes += 1
    }
    return slashes % 2 == 1
  }
}
