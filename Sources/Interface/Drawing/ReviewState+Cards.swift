import Evaluation
import Predictions
import Screen

extension ReviewState {
  /// What was read as what, who judges, where it goes, and the five keys to know.
  ///
  /// Where the screen is too low for all of it, air goes first, then the details: who one is, where
  /// it goes, the keys and how many are covered are always there.
  var firstCard: Card {
    let room = size.rows - 4
    let fitting = firstCardSections.lazy.flatMap { sections in
      [[StyledLine()], []].map { air in Array(sections.joined(separator: air)) }
    }.first { $0.count <= room }
    return Card(
      title: "welcome to spotcheck",
      lines: fitting ?? identityLines)
  }

  /// What the card says, from all of it to the least.
  private var firstCardSections: [[[StyledLine]]] {
    let files = snapshot.files.prefix(3).map(fileLines)
    let upsetting = exposure.flatMap { $0.covered > 0 ? $0 : nil }
    let summary = upsetting.map(exposureSummary) ?? []
    let begins = [StyledLine("any key begins", .dim)]
    return [
      [Array(files.joined()), identityLines, keyLines, upsetting.map(exposureLines) ?? [], begins],
      [Array(files.joined()), identityLines, keyLines, summary, begins],
      [files.compactMap(\.first), identityLines, keyLines, summary],
      [identityLines, keyLines, summary],
    ].map { $0.filter { !$0.isEmpty } }
  }

  private var identityLines: [StyledLine] {
    [
      fact("you are", options.reviewer),
      fact("saved in", options.isPractice ? "nowhere: this is practice" : options.ledgerPath),
    ]
  }

  private var keyLines: [StyledLine] {
    let keys: [(Action, DisplayText)] = [
      (.ok, "the output is ok"), (.wrong, "it is wrong"), (.unsure, "you can't tell"),
      (.upsetting, "it is upsetting, right or not"), (.help, "everything else"),
    ]
    return keys.map { action, words in
      var line = StyledLine(DisplayText(keyMap.keyName(for: action)).padded(to: 4), .accent)
      line.append(words)
      return line
    }
  }

  private func fileLines(_ file: FileReport) -> [StyledLine] {
    let damage = file.damaged > 0 ? ", \(NumberText.grouped(file.damaged)) damaged" : ""
    var lines = [
      fact(file.format, "\(file.path): \(NumberText.count(file.rows, "row"))\(damage)")
    ]
    for part in [Part.input, .output, .target] {
      let fields = file.recognised[part]?.map(\.path) ?? []
      lines.append(
        fact(part.rawValue, fields.isEmpty ? "not recognised" : fields.joined(separator: ", ")))
    }
    if let signal = file.signal {
      lines.append(fact("tiers from", file.signalNote ?? signal.rawValue))
    }
    return lines + file.notes.prefix(3).flatMap { paragraph($0, .message) }
  }

  private func fact(_ name: String, _ value: String) -> StyledLine {
    var line = StyledLine(DisplayText(name).padded(to: 12), .dim)
    line.append(DisplayText(value).truncated(to: max(10, size.columns - 20)))
    return line
  }

  /// How many are likely upsetting, before the first row is shown.
  var exposureCard: Card {
    Card(title: "before you begin", lines: exposure.map(exposureLines) ?? [])
  }

  /// The one line that a low screen has room for.
  private func exposureSummary(_ exposure: Exposure) -> [StyledLine] {
    [StyledLine("\(NumberText.grouped(exposure.covered)) likely upsetting, covered", .message)]
  }

  private func exposureLines(_ exposure: Exposure) -> [StyledLine] {
    var lines = paragraph(
      "\(NumberText.count(exposure.covered, "prediction")) of \(NumberText.grouped(snapshot.itemCount))"
        + " may be upsetting. They are covered until \(keyMap.keyName(for: .lift)) lifts the cover."
    )
    for category in exposure.categories {
      lines.append(fact(category.name, NumberText.grouped(category.count)))
    }
    lines.append(StyledLine())
    lines += paragraph(
      "s leaves them out this time. `avoid: [category]` in the configuration does so always.", .dim)
    return lines
  }

  var breakCard: Card {
    var lines = paragraph(
      "You have been at this for a while"
        + (shield.exposures > 0
          ? ", with \(NumberText.count(shield.exposures, "covered text")) looked at." : ".")
        + " A few minutes away from the screen help. Everything is saved.")
    if let support = options.support { lines += [StyledLine()] + paragraph(support, .message) }
    return Card(title: "time for a break?", lines: lines)
  }

  /// The end of the list: what it came to and where to go from here.
  var endCard: Card {
    var lines = [
      StyledLine(DisplayText(endWords)),
      StyledLine(),
      fact("this time", "\(NumberText.grouped(tally.judged)) judged"),
      fact("everybody", "\(NumberText.grouped(counts.judged)) judged"),
      fact("", "\(NumberText.grouped(counts.wrong)) wrong"),
      fact("", "\(NumberText.grouped(counts.upsetting)) upsetting"),
    ]
    if tierChoices.count > 1 {
      lines += [
        StyledLine(),
        StyledLine("\(keyMap.keyName(for: .nextTier)) goes to the next tier", .dim),
      ]
    }
    return Card(title: "end of the list", lines: lines)
  }

  private var endWords: String {
    switch unjudgedInList {
    case nil: "This was the last of \(NumberText.grouped(list.rows.count))."
    case 0?: "You judged all \(NumberText.grouped(list.rows.count)) of \(tierName(tier))."
    case let left?: "\(NumberText.count(left, "prediction")) further up are not judged by you yet."
    }
  }

  /// How many of the list I gave no verdict; nothing where only a walk over very many would tell.
  private var unjudgedInList: Int? {
    if list.rows.count <= 10_000 {
      return list.rows.reduce(0) { $0 + (isJudgedByMe(row: $1) ? 0 : 1) }
    }
    let isWhole = filter == nil && !leavesOutShielded && options.avoided.isEmpty
    let judged = tier.map { counts[$0].judgedByMe } ?? counts.judgedByMe
    return isWhole ? list.rows.count - judged : nil
  }
}
