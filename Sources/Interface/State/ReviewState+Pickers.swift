import Evaluation
import Predictions
import Reviewing
import Screen

extension ReviewState {
  var sortPicker: Picker {
    Picker(
      purpose: .sort, title: "sort",
      choices: SortOrder.allCases.map { order in
        Picker.Choice(value: order.rawValue, note: order.explanation, isOn: order == sort)
      })
  }

  func tagPicker(_ prediction: Prediction) -> Picker {
    let tags = myWholeReview(of: prediction).tags
    let mine = Set(tags)
    let known = knownTags
    let listed = Set(known)
    let names = known + tags.filter { !listed.contains($0) }
    let choices = names.enumerated().map { index, name in
      Picker.Choice(
        value: name, note: index < 9 ? String(index + 1) : "", isOn: mine.contains(name))
    }
    return Picker(
      purpose: .tags, title: "tags", choices: choices, row: prediction.row, newNoun: "tag")
  }

  /// In words, from 1 on.
  private static let severities = [
    "1 would not show it to a customer", "2 would distress an ordinary person",
    "3 somebody must be told today",
  ]

  func upsettingPicker(_ upsetting: Upsetting?, row: Int) -> Picker {
    let levels = Self.severities.enumerated().map { index, words in
      Picker.Choice(value: words, isOn: upsetting?.severity == index + 1)
    }
    let known = Set(options.upsettingCategories)
    let mine = Set(upsetting?.categories ?? [])
    let more = (upsetting?.categories ?? []).filter { !known.contains($0) }
    let categories = (options.upsettingCategories + more).map { name in
      Picker.Choice(value: name, isOn: mine.contains(name))
    }
    return Picker(
      purpose: .upsetting, title: "upsetting", choices: levels + categories, row: row)
  }

  /// Everybody who appears in the ledger; anybody else can be typed.
  func passPicker(row: Int) -> Picker {
    let others = book.reviewers.filter { $0 != options.reviewer }
    return Picker(
      purpose: .pass, title: "pass to", choices: others.map { Picker.Choice(value: $0) },
      row: row, newNoun: "reviewer")
  }

  mutating func openLabel(_ prediction: Prediction) -> [Effect] {
    guard isUncovered(prediction) else { return [] }
    guard let labels else { return [.collectLabels] }
    let recorded = myWholeReview(of: prediction).label ?? ""
    if labels.isEmpty {
      let output = store.prediction(at: prediction.row).output?.plainText ?? ""
      let text = recorded.isEmpty ? output : recorded
      overlays.append(
        .editor(.correctedOutput(text, recorded: recorded, row: prediction.row)))
    } else {
      let choices = labels.map { Picker.Choice(value: $0, isOn: $0 == recorded) }
      overlays.append(
        .picker(
          Picker(
            purpose: .label, title: "label", choices: choices, row: prediction.row,
            newNoun: "label")))
    }
    return []
  }

  mutating func takeLabels(_ labels: [String]) {
    let isFirst = self.labels == nil
    self.labels = labels
    if isFirst, overlays.isEmpty, let prediction = selected { _ = openLabel(prediction) }
  }

  mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
    var picker = picker
    switch key {
    case .escape, .control("c"), .control("g"):
      overlays.removeLast()
      return []
    case .enter where picker.hasToggled:
      overlays.removeLast()
      return []
    case .enter: return choose(picker.chosen, in: picker)
    case .down, .control("n"), .tab: picker.move(by: 1)
    case .up, .control("p"), .backTab: picker.move(by: -1)
    default: return type(key, in: picker)
    }
    overlays[overlays.count - 1] = .picker(picker)
    return []
  }

  private mutating func type(_ key: Key, in picker: Picker) -> [Effect] {
    var picker = picker
    if let value = picker.numbered(key) { return choose(value, in: picker) }
    if picker.takesText {
      if picker.buffer.edit(with: key, multiline: false) { picker.restart() }
    } else {
      switch key {
      case .character("j"): picker.move(by: 1)
      case .character("k"): picker.move(by: -1)
      case .character(" "): return toggle(in: picker)
      case .character("q"):
        overlays.removeLast()
        return []
      case .character(let character):
        let matching = picker.choices.firstIndex { $0.value.hasPrefix(String(character)) }
        if let matching { picker.move(by: matching - picker.selection) }
      default: break
      }
    }
    overlays[overlays.count - 1] = .picker(picker)
    return []
  }

  private mutating func choose(_ value: String?, in picker: Picker) -> [Effect] {
    guard let value else { return [] }
    overlays.removeLast()
    if picker.purpose == .sort {
      sort = SortOrder(rawValue: value) ?? sort
      hasMoved = false
      return arrange()
    }
    guard let prediction = picker.row.map(prediction(ofRow:)) else { return [] }
    switch picker.purpose {
    case .label: return setLabel(value, of: prediction)
    case .tags: return toggle(tag: value, of: prediction)
    case .upsetting: return chooseUpsetting(value, of: prediction)
    case .pass: return pass(to: value, prediction)
    case .resolve: return resolve(value, prediction)
    case .sort: return []
    }
  }

  /// Takes a choice and, where several can hold at once, stays for the next one.
  private mutating func toggle(in picker: Picker) -> [Effect] {
    guard let value = picker.chosen else { return [] }
    guard picker.purpose == .upsetting, let row = picker.row else {
      return choose(value, in: picker)
    }
    let effects = chooseUpsetting(value, of: prediction(ofRow: row))
    guard case .append(let draft, _)? = effects.first, case .review(let review) = draft.body else {
      return effects
    }
    var next = upsettingPicker(review.upsetting, row: row)
    next.move(by: picker.selection - next.selection)
    next.hasToggled = true
    overlays[overlays.count - 1] = .picker(next)
    return effects
  }

  /// Choosing the label again takes it off.
  private mutating func setLabel(_ value: String, of prediction: Prediction) -> [Effect] {
    var review = myWholeReview(of: prediction)
    review.label = review.label == value ? nil : value
    let words = review.label.map { "label \($0)" } ?? "label removed"
    return record(review, of: prediction, words: words, role: .accent)
  }

  private mutating func chooseUpsetting(
    _ value: String, of prediction: Prediction
  ) -> [Effect] {
    var review = myWholeReview(of: prediction)
    var upsetting = review.upsetting ?? Upsetting(severity: 2)
    if let severity = Self.severities.firstIndex(of: value).map({ $0 + 1 }) {
      let isOff = review.upsetting?.severity == severity
      upsetting.severity = severity
      review.upsetting = isOff ? nil : upsetting
    } else {
      let had = upsetting.categories.contains(value)
      upsetting.categories = upsetting.categories.filter { $0 != value } + (had ? [] : [value])
      review.upsetting = upsetting
    }
    return recordUpsetting(review, of: prediction)
  }

  private mutating func pass(to reviewer: String, _ prediction: Prediction) -> [Effect] {
    let effects = append(
      .pass(to: reviewer), of: prediction, words: "passed to \(reviewer)", role: .accent)
    if list.selectedRow == prediction.row { move(to: list.selection + 1) }
    notice = nil
    return effects
  }
}
