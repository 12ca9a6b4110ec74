import Predictions
import Reviewing
import Screen

extension ReviewState {
  /// The selected prediction as lines of the pane, at most `limit` of them: enough for what is shown.
  ///
  /// Long texts are read as far as they are scrolled to.
  func textLines(limit: Int) -> [StyledLine] {
    guard let row = list.selectedRow else { return [] }
    var length = Prediction.screenLength
    while length < limit * layout.textColumns { length *= 4 }
    while true {
      let prediction = store.prediction(at: row, upTo: length)
      if let lines = textLines(of: prediction, limit: limit) { return lines }
      length *= 4
    }
  }

  /// The lines, or nothing where texts have to be read further to have as many.
  private func textLines(of prediction: Prediction, limit: Int) -> [StyledLine]? {
    var lines = factLines(prediction)
    if let damage = prediction.damage { return lines + damageLines(damage, prediction) }
    if prediction.isNotAnObject {
      lines.append(StyledLine("this row is a value but not an object", .dim))
    }
    if isCovered { return lines + coverLines(prediction) }
    if showsDifference, prediction.output != nil, visibleTarget(prediction) != nil {
      return lines + differenceLines(of: prediction, limit: limit)
    }
    let parts: [(DisplayText, Part, Content?)] = [
      ("input", .input, prediction.input), ("output", .output, prediction.output),
      ("target", .target, visibleTarget(prediction)),
    ]
    for (label, part, content) in parts {
      let isFilled = append(label, content, to: &lines, limit: limit)
      guard isFilled || !prediction.cutParts.contains(part) else { return nil }
    }
    if prediction.input == nil, prediction.output == nil {
      lines += unrecognisedLines(prediction)
    }
    append(myRemarks: prediction, to: &lines, limit: limit)
    return lines
  }

  /// The target, unless blind review hides it.
  func visibleTarget(_ prediction: Prediction) -> Content? {
    blindness == .target && !isRevealed(prediction) ? nil : prediction.target
  }

  /// Tier with its reason, segments, model, automatic result; what is blind is left out.
  private func factLines(_ prediction: Prediction) -> [StyledLine] {
    var facts: [StyledLine] = []
    if isRevealed(prediction) {
      var tierFact = StyledLine(DisplayText(prediction.tier.name), prediction.tier.role)
      if let reason = tierReason(prediction) { tierFact.append(": \(reason)", .dim) }
      facts.append(tierFact)
      if let automatic = prediction.automatic {
        facts.append(StyledLine("automatic: \(automatic.word)", automaticRole(automatic)))
      }
    } else {
      facts.append(StyledLine("blind: metric and tier show after your verdict", .dim))
    }
    let passes = book.passes(of: prediction.contentDigest.prefix)
    if let pass = passes.first(where: { $0.to == options.reviewer }) {
      facts.append(StyledLine("passed to you by \(clipped(pass.by))", .message))
    }
    for segment in prediction.segments {
      facts.append(StyledLine("\(segment.name) \(segment.value)", .dim))
    }
    if let model = prediction.model { facts.append(StyledLine("model \(model)", .dim)) }
    if let key = prediction.repeatedKey {
      facts.append(StyledLine("“\(key)” is there twice: the last counts", .message))
    }
    if isChanged(prediction) {
      facts.append(StyledLine("the output changed since it was reviewed: look again", .message))
    }
    let lines = flow(facts, columns: layout.textColumns)
    // Where there is hardly room for the prediction itself, one line of facts has to do.
    return isLow ? Array(lines.prefix(1)) : lines + [StyledLine()]
  }

  /// What decided the tier, or what it would have needed.
  private func tierReason(_ prediction: Prediction) -> String? {
    if let signal = prediction.signal { return signal }
    guard prediction.tier == .unrated, prediction.damage == nil else { return nil }
    switch snapshot.files[snapshot[prediction.row].file].signal {
    case nil, SignalKind.none?: return "no field tells how difficult it is"
    case .signs: return "no sign of trouble"
    case let signal?: return "no \(signal.rawValue) in this row"
    }
  }

  /// The pane is too low to spend lines on air.
  private var isLow: Bool { textHeight < 10 }

  private func automaticRole(_ automatic: AutomaticResult) -> Role {
    automatic == .incorrect ? .wrong : .dim
  }

  /// Facts side by side with a dot between them, wrapped between facts.
  private func flow(_ facts: [StyledLine], columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine()
    for fact in facts {
      if !line.pieces.isEmpty, line.width + 3 + fact.width > columns {
        lines.append(line)
        line = StyledLine()
      }
      if !line.pieces.isEmpty { line.append(" · ", .dim) }
      line.pieces += fact.pieces
    }
    return lines + [line]
  }

  /// Somebody reviewed this input with another output, and nobody this one.
  func isChanged(_ prediction: Prediction) -> Bool {
    book.reviews(of: prediction.contentDigest).isEmpty
      && !book.reviews(ofInput: prediction.inputDigest).isEmpty
  }

  /// Appends a part with its label; whether its lines reach the limit.
  @discardableResult
  private func append(
    _ label: DisplayText, _ content: Content?, to lines: inout [StyledLine], limit: Int
  ) -> Bool {
    guard let content, lines.count < limit else { return true }
    let indent = layout.textColumns >= 60 ? 8 : layout.textColumns >= 30 ? 7 : 0
    let wanted = limit - lines.count
    var body = contentLines(content, columns: layout.textColumns - indent, limit: wanted)
    let isFilled = body.count >= wanted
    if body.isEmpty { body = [StyledLine("(empty)", .dim)] }
    if indent == 0 {
      lines.append(StyledLine(label, .accent))
      lines += body
    } else {
      var first = StyledLine(label.padded(to: indent), .accent)
      first.pieces += body[0].pieces
      lines.append(first)
      lines += body.dropFirst().map { $0.indented(by: indent) }
    }
    if !isLow { lines.append(StyledLine()) }
    return isFilled
  }

  private func contentLines(_ content: Content, columns: Int, limit: Int) -> [StyledLine] {
    guard case .chat(let messages) = content else {
      return textLines(content.plainText, columns: columns, limit: limit)
    }
    var lines: [StyledLine] = []
    for message in messages where lines.count < limit {
      let role = message.role.isEmpty ? "message" : message.role
      lines.append(StyledLine("\(theme.glyphs.mark(.selected)) \(role)", .role))
      lines += textLines(message.text, columns: columns - 2, limit: limit - lines.count)
        .map { $0.indented(by: 2) }
      for call in message.toolCalls where lines.count < limit {
        lines.append(StyledLine("calls \(call.name)", .message).indented(by: 2))
        lines += textLines(call.arguments, columns: columns - 4, limit: limit - lines.count)
          .map { $0.indented(by: 4) }
      }
    }
    return lines
  }

  /// Untrusted text, masked where the shield says so, wrapped at words.
  private func textLines(_ text: String, columns: Int, limit: Int) -> [StyledLine] {
    guard !text.isEmpty, limit > 0 else { return [] }
    let shown = shield.lift == .masked ? WordMask(options.shieldWords).masked(text) : text
    return TextWrap.wrap(shown, columns: max(1, columns), limit: limit).map { StyledLine($0) }
  }

  private func append(
    myRemarks prediction: Prediction, to lines: inout [StyledLine], limit: Int
  ) {
    guard lines.count < limit,
      let mine = book.review(of: prediction.contentDigest, by: options.reviewer)
    else { return }
    if let label = mine.review.label {
      append("label", .text(label), to: &lines, limit: limit)
    }
    if mine.hasComment, let comment = readComment(mine) {
      append("comment", .text(comment), to: &lines, limit: limit)
    }
  }

  /// Without input and output the row itself is what there is to look at.
  private func unrecognisedLines(_ prediction: Prediction) -> [StyledLine] {
    let known = snapshot.files[snapshot[prediction.row].file].recognised
    let words =
      known[.input] == nil && known[.output] == nil
      ? "neither input nor output was recognised: this is the whole row. "
        + "`spotcheck fields` says what was, and --input and --output say otherwise."
      : "this row has neither input nor output: here it is whole"
    return textLines(words, columns: layout.textColumns, limit: 3).map {
      StyledLine($0.pieces.first?.text ?? "", .message)
    } + [StyledLine()]
      + rawTree(of: prediction, columns: layout.textColumns).lines
  }

  private func coverLines(_ prediction: Prediction) -> [StyledLine] {
    let cover = DisplayText(
      repeating: theme.cover, count: max(4, layout.textColumns - 8))
    var lines = [StyledLine(cover, .covered)]
    lines += TextWrap.wrap(coverReason(prediction), columns: layout.textColumns, limit: 4)
      .map { StyledLine($0) }
    guard !isReadingLedger else { return lines }
    if !isLow { lines.append(StyledLine()) }
    let ways: [(Action, DisplayText)] = [
      (.lift, options.shieldWords.isEmpty ? "shows the text" : "shows it with listed words masked"),
      (.upsetting, "flags it as upsetting, unseen"),
      (.pass, "passes it to somebody else"),
    ]
    for (action, words) in ways {
      var line = StyledLine(DisplayText(keyMap.keyName(for: action)).padded(to: 3), .accent)
      line.append(words, .dim)
      lines.append(line)
    }
    return lines
  }

  /// Why it is covered, in words.
  private func coverReason(_ prediction: Prediction) -> String {
    if isReadingLedger { return "covered until the ledger is read: somebody may have flagged it" }
    let flags = book.reviews(of: prediction.contentDigest).filter { $0.review.upsetting != nil }
    if let flag = flags.first {
      let categories = flag.review.upsetting?.categories ?? []
      let kind = categories.isEmpty ? "" : ": " + categories.joined(separator: ", ")
      let who =
        flag.by == options.reviewer ? "you" : isRevealed(prediction) ? flag.by : "somebody"
      return "covered: \(who) flagged it as upsetting\(kind)"
    }
    if let shield = prediction.shield, snapshot[prediction.row].isShielded {
      return "covered: the file says it is likely upsetting (\(NumberText.probability(shield)))"
    }
    if snapshot[prediction.row].isShielded { return "covered: it holds a word of the team's list" }
    return "covered: every prediction is covered in this sitting"
  }

  private func damageLines(_ damage: RowDamage, _ prediction: Prediction) -> [StyledLine] {
    let place = "line \(damage.line), byte \(damage.offset) of \(prediction.file)"
    let words = "this row is damaged: \(damage.reason.words), \(place)"
    let bytes = String(decoding: store.rawExcerpt(at: prediction.row).fileBytes, as: UTF8.self)
    return TextWrap.wrap(words, columns: layout.textColumns, limit: 4).map {
      StyledLine($0, .wrong)
    }
      + [StyledLine()] + textLines(bytes, columns: layout.textColumns, limit: 400)
  }
}
