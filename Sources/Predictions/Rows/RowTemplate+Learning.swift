extension RowTemplate {
  /// Rows with more nodes than this are walked.
  private static let nodeLimit = 256
  /// What lies between values is copied, and may be a key of any length: longer rows are walked.
  private static let lengthLimit = 1 << 20

  /// Makes the template that of `row`, whose nodes `tape` has; empty where the row is not sound, is
  /// no object, is very long or has very many values. Takes about as long as walking the row.
  mutating func learn(_ tape: JSONTape, of row: UnsafeRawBufferPointer) {
    removeAll()
    guard tape.isSound, tape.kind == .object, tape.count <= Self.nodeLimit,
      row.count <= Self.lengthLimit
    else { return }
    let (values, containers) = Self.parts(of: tape)
    var (start, node) = (0, 0)
    for value in values {
      let gap = start..<tape[value].outerStart
      add(
        UnsafeRawBufferPointer(rebasing: row[gap]),
        begins: tape.nodes[node..<value].map { $0.moved(by: -start) },
        ends: Self.ends(of: containers, of: tape, in: gap), isLast: false)
      (start, node) = (tape[value].outerEnd, value + 1)
    }
    let gap = start..<row.count
    add(
      UnsafeRawBufferPointer(rebasing: row[gap]),
      begins: tape.nodes[node...].map { $0.moved(by: -start) },
      ends: Self.ends(of: containers, of: tape, in: gap), isLast: true)
  }

  private static func ends(
    of containers: [Int], of tape: JSONTape, in gap: Range<Int>
  ) -> [End] {
    containers.compactMap { node in
      let end = tape[node].end
      guard gap.contains(end - 1) else { return nil }
      return End(node: node, place: end - gap.lowerBound)
    }
  }

  /// The values that are neither keys nor containers, and the containers.
  private static func parts(of tape: JSONTape) -> (values: [Int], containers: [Int]) {
    var isKey = [Bool](repeating: false, count: tape.count)
    var values: [Int] = []
    var containers: [Int] = []
    for (node, content) in tape.nodes.enumerated() {
      switch content.kind {
      case .object, .array:
        containers.append(node)
        guard content.kind == .object else { continue }
        var key = node + 1
        while key < content.after {
          isKey[key] = true
          key = tape[key + 1].after
        }
      default:
        if !isKey[node] { values.append(node) }
      }
    }
    return (values, containers)
  }
}

extension JSONTape.Node {
  /// The value's first byte, its quote included.
  fileprivate var outerStart: Int { kind == .string ? start - 1 : start }
  /// Behind the value's last byte, its quote included.
  fileprivate var outerEnd: Int { kind == .string ? end + 1 : end }
}
