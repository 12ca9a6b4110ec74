import Predictions

/// The objects inside of an event.
extension JSONFields {
  func item(_ node: Int) throws(LineFault) -> ReviewedItem? {
    guard let fields = try inner(node, "item") else { return nil }
    let nodes = fields.nodes(["content", "input", "key", "run", "file"])
    return ReviewedItem(
      content: try fields.digest(nodes[0], "item.content"),
      input: try fields.digest(nodes[1], "item.input"),
      key: try fields.label(nodes[2], "item.key") ?? "",
      run: try fields.label(nodes[3], "item.run"),
      file: try fields.label(nodes[4], "item.file") ?? "")
  }

  func context(_ node: Int, withSignal: Bool) throws(LineFault) -> ReviewContext? {
    guard let fields = try inner(node, "context") else { return nil }
    let nodes = fields.nodes([
      "automatic", "blind", "draw", "stratum", "position", "signal", "tier", "afterReveal",
      "covered",
    ])
    var context = ReviewContext()
    context.automatic = try fields.label(nodes[0], "context.automatic")
    context.blind = try fields.bool(nodes[1], "context.blind")
    context.draw = try fields.optionalText(nodes[2], "context.draw")
    context.stratum = try fields.optionalText(nodes[3], "context.stratum")
    if !fields.isAbsent(nodes[4]) {
      context.position = try fields.integer(nodes[4], "context.position")
    }
    if withSignal { context.signal = try fields.label(nodes[5], "context.signal") }
    context.tier = try fields.optionalText(nodes[6], "context.tier")
    context.afterReveal = try fields.bool(nodes[7], "context.afterReveal")
    context.covered = try fields.bool(nodes[8], "context.covered")
    return context
  }

  /// A review; without its words, a comment is the empty text.
  func review(_ node: Int, withComment: Bool) throws(LineFault) -> Review {
    guard let fields = try inner(node, "review") else { throw missing("review") }
    let nodes = fields.nodes([
      "verdict", "upsetting", "badTarget", "tags", "label", "comment", "preference", "ratings",
    ])
    var review = Review()
    review.verdict = try fields.word(nodes[0], "review.verdict")
    review.upsetting = try fields.upsetting(nodes[1])
    review.badTarget = try fields.bool(nodes[2], "review.badTarget") ?? false
    review.tags = try fields.texts(nodes[3], "review.tags")
    review.label = try fields.optionalText(nodes[4], "review.label")
    if withComment || fields.isAbsent(nodes[5]) {
      review.comment = try fields.optionalText(nodes[5], "review.comment")
    } else if tape[nodes[5]].kind == .string {
      review.comment = ""
    } else {
      throw wrong("review.comment", "text")
    }
    review.preference = try fields.word(nodes[6], "review.preference")
    review.ratings = try fields.ratings(nodes[7])
    return review
  }

  func draw(_ node: Int) throws(LineFault) -> Draw {
    guard let fields = try inner(node, "draw") else { throw missing("draw") }
    let nodes = fields.nodes(["id", "seed", "run", "where", "planned", "strata"])
    var strata: [Draw.Stratum] = []
    if !fields.isAbsent(nodes[5]) {
      guard tape[nodes[5]].kind == .array else { throw wrong("draw.strata", "a list") }
      var element = nodes[5] + 1
      while element < tape[nodes[5]].after {
        strata.append(try fields.stratum(element))
        element = tape[element].after
      }
    }
    guard let id = try fields.label(nodes[0], "draw.id") else { throw missing("draw.id") }
    guard let seed = try fields.label(nodes[1], "draw.seed") else { throw missing("draw.seed") }
    return Draw(
      id: id, seed: seed, run: try fields.label(nodes[2], "draw.run"),
      where: try fields.optionalText(nodes[3], "draw.where"),
      planned: try fields.integer(nodes[4], "draw.planned"), strata: strata)
  }

  private func stratum(_ node: Int) throws(LineFault) -> Draw.Stratum {
    guard let fields = try inner(node, "draw.strata") else { throw missing("draw.strata") }
    let nodes = fields.nodes(["name", "population", "take", "last"])
    return Draw.Stratum(
      name: try fields.text(nodes[0], "draw.strata.name"),
      population: try fields.integer(nodes[1], "draw.strata.population"),
      take: try fields.integer(nodes[2], "draw.strata.take"),
      last: try fields.label(nodes[3], "draw.strata.last").flatMap { UInt64($0, radix: 16) })
  }

  private func upsetting(_ node: Int) throws(LineFault) -> Upsetting? {
    guard let fields = try inner(node, "review.upsetting") else { return nil }
    let nodes = fields.nodes(["severity", "categories"])
    let severity = try fields.integer(nodes[0], "review.upsetting.severity")
    guard (1...3).contains(severity) else { throw wrong("review.upsetting.severity", "1, 2 or 3") }
    return Upsetting(
      severity: severity, categories: try fields.texts(nodes[1], "review.upsetting.categories"))
  }

  private func ratings(_ node: Int) throws(LineFault) -> [String: Double] {
    guard let fields = try inner(node, "review.ratings") else { return [:] }
    var ratings: [String: Double] = [:]
    var isNumeric = true
    fields.forEach { key, value in
      let number = tape.number(of: value, in: bytes)
      isNumeric = isNumeric && number != nil
      ratings[String(decoding: key, as: UTF8.self)] = number
    }
    guard isNumeric else { throw wrong("review.ratings", "an object of numbers") }
    return ratings
  }

  /// One of the words that a type knows.
  private func word<Word: RawRepresentable & CaseIterable>(
    _ node: Int, _ name: String
  ) throws(LineFault) -> Word? where Word.RawValue == String {
    if isAbsent(node) { return nil }
    guard tape[node].kind == .string, let word = Word(rawValue: tape.text(of: node, in: bytes))
    else {
      throw wrong(name, "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }
}
