/// Reads the rows of a file one after the other; its room is used again from row to row.
///
///     var reader = RowReader(rules.plan, decoder)
///     let fault = reader.read(row)
///     let text = reader.view.text(.output)
struct RowReader {
  /// The row that was read last.
  private(set) var view: RowView
  private var decoder: RowDecoder
  private var learned = LearnedRow()

  init(_ plan: RowPlan, _ decoder: RowDecoder) {
    view = RowView(plan)
    self.decoder = decoder
  }

  /// Goes to another row, and says what is wrong with it.
  ///
  /// - Parameter behind: how many bytes behind the row may be read, whatever they are; rows in the
  ///   middle of others are read quicker.
  @inline(__always)
  mutating func read(_ row: UnsafeRawBufferPointer, behind: Int = 0) -> RowFault? {
    if learned.fill(&view.tape, from: row, behind: behind) {
      view.bytes = row
      learned.recall(into: &view.nodes)
      return nil
    }
    return readUnlike(row)
  }

  /// Reads a row that is not laid out like the one that was learned.
  @inline(never)
  private mutating func readUnlike(_ row: UnsafeRawBufferPointer) -> RowFault? {
    let (read, layout, fault) = decoder.read(row, into: &view.tape)
    view.bytes = read
    if layout == .columns, learned.areColumns { return fault }
    view.plan.resolver.resolve(view.tape, in: read, into: &view.nodes)
    learned.note(layout, of: view.tape, in: read, nodes: view.nodes)
    return fault
  }
}

/// One row that was read, with its parts found.
struct RowView {
  let plan: RowPlan
  fileprivate(set) var tape = JSONTape()
  /// The bytes that the tape describes; valid until the next row is read.
  fileprivate(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Of each slot, the node that it holds.
  fileprivate(set) var nodes: [Int]

  fileprivate init(_ plan: RowPlan) {
    self.plan = plan
    nodes = Array(repeating: PathResolver.absent, count: plan.resolver.slotCount)
  }

  /// The node of a part, or nothing where the row does not have it or has null.
  @inline(__always)
  func node(_ slot: RowPlan.Slot) -> Int? { node(at: slot.rawValue) }

  @inline(__always)
  func node(at slot: Int) -> Int? {
    let node = nodes[slot]
    return node == PathResolver.absent || tape[node].kind == .null ? nil : node
  }

  /// A part's number, also where it is written as text.
  func number(_ slot: RowPlan.Slot) -> Double? {
    node(slot).flatMap { tape.lenientNumber(of: $0, in: bytes) }
  }

  /// A part's text; nothing where it is blank.
  func text(_ slot: RowPlan.Slot) -> String? {
    guard let node = node(slot), tape[node].kind.isScalar else { return nil }
    let text = tape.text(of: node, in: bytes)
    return text.trimmed.isEmpty ? nil : text
  }
}
