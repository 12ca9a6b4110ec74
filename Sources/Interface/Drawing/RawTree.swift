import Predictions
import Screen

/// A raw row as an indented tree: one line per value, long strings wrapped below their key.
///
/// The tape is walked once without recursion; a very long row is cut after `lineLimit` lines, and
/// the tree says so. Fields at the paths of `hidden` are named but not shown.
struct RawTree: Sendable {
  static let lineLimit = 5_000
  private static let deepestIndent = 24
  /// Values of most keys begin in one column.
  private static let keyColumns = 14

  private(set) var lines: [StyledLine] = []
  private let columns: Int
  private let hidden: Set<String>

  /// An object or array that is being walked.
  private struct Container {
    /// The index behind it.
    let end: Int
    let isObject: Bool
    let path: String
    /// Elements seen so far.
    var count = 0

    /// Where its next child lies, written as `fields` writes it.
    mutating func path(of key: String?) -> String {
      defer { count += 1 }
      guard isObject, let key else { return "\(path)[\(count)]" }
      return path.isEmpty ? key : "\(path).\(key)"
    }
  }

  init(_ row: RawRow, columns: Int, hidden: Set<String> = []) {
    self.columns = columns
    self.hidden = hidden
    lines = [
      StyledLine(
        "\(row.file) · row \(String(row.rowInFile + 1)) · byte \(String(row.offset))", .dim)
    ]
    if let error = row.readError {
      lines += TextWrap.wrap(error.words, columns: columns, limit: 8).map { StyledLine($0, .wrong) }
    }
    if let damage = row.damage {
      lines.append(StyledLine("damaged: \(damage.reason.words)", .wrong))
      append(text: String(decoding: row.fileBytes, as: UTF8.self), depth: 0)
    } else {
      row.bytes.withUnsafeBytes { walk(row.tape, in: $0) }
    }
    if row.isAbridged, lines.count < Self.lineLimit { appendEnd() }
  }

  private mutating func walk(_ tape: JSONTape, in bytes: UnsafeRawBufferPointer) {
    var open: [Container] = []
    var index = 0
    var key: String?
    while index < tape.count {
      while let last = open.last, last.end <= index { open.removeLast() }
      guard lines.count < Self.lineLimit else {
        return appendEnd()
      }
      let node = tape[index]
      if key == nil, open.last?.isObject == true {
        key = tape.text(of: index, in: bytes)
        index += 1
        continue
      }
      let isContainer = node.kind == .object || node.kind == .array
      let path = open.isEmpty ? "" : open[open.count - 1].path(of: key)
      defer { key = nil }
      guard !hidden.contains(path) else {
        append(hidden: key, depth: open.count)
        index = isContainer ? node.after : index + 1
        continue
      }
      append(index, node, key: key, depth: open.count, tape, in: bytes)
      if isContainer {
        open.append(Container(end: node.after, isObject: node.kind == .object, path: path))
      }
      index += 1
    }
  }

  private mutating func appendEnd() {
    lines.append(StyledLine("… and more: the row is too long to show whole", .message))
  }

  private mutating func append(
    _ index: Int, _ node: JSONTape.Node, key: String?, depth: Int, _ tape: JSONTape,
    in bytes: UnsafeRawBufferPointer
  ) {
    // The braces around the whole row say nothing.
    guard depth > 0 || node.kind != .object else { return }
    var line = head(key)
    switch node.kind {
    case .object, .array:
      if node.after == index + 1 { line.append(node.kind == .object ? "{}" : "[]", .dim) }
    case .string:
      return append(tape.text(of: index, in: bytes), after: line, depth: depth)
    default:
      line.append(
        DisplayText(String(decoding: tape.raw(index, in: bytes), as: UTF8.self)), .message)
    }
    lines.append(line.indented(by: indent(depth)))
  }

  private mutating func append(hidden key: String?, depth: Int) {
    var line = head(key)
    line.append("hidden until your verdict", .dim)
    lines.append(line.indented(by: indent(depth)))
  }

  private func head(_ key: String?) -> StyledLine {
    var line = StyledLine()
    line.append(DisplayText(key ?? "–").padded(to: Self.keyColumns), key == nil ? .dim : .accent)
    line.append("  ", .dim)
    return line
  }

  /// A short string stands beside its key, a long one below it.
  private mutating func append(_ text: String, after head: StyledLine, depth: Int) {
    let room = columns - indent(depth) - head.width
    let shown = DisplayText(text, maximumColumns: room + 1)
    guard shown.width <= room, !text.contains(where: \.isNewline) else {
      lines.append(head.indented(by: indent(depth)))
      append(text: text, depth: depth + 1)
      return
    }
    var line = head
    line.append(shown)
    lines.append(line.indented(by: indent(depth)))
  }

  private mutating func append(text: String, depth: Int) {
    let width = max(10, columns - indent(depth))
    let room = max(1, Self.lineLimit - lines.count)
    lines += TextWrap.wrap(text, columns: width, limit: room)
      .map { StyledLine($0).indented(by: indent(depth)) }
  }

  private func indent(_ depth: Int) -> Int { min(2 * max(0, depth - 1), Self.deepestIndent) }
}
