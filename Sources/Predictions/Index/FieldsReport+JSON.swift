extension FieldsReport {
  /// One JSON object on one line: `{"files":[…]}`.
  package var json: String {
    var text: [UInt8] = []
    text += Array(#"{"files":"#.utf8)
    Self.list(files, to: &text) { file, text in Self.append(file, to: &text) }
    text.append(UInt8(ascii: "}"))
    return String(decoding: text, as: UTF8.self)
  }

  private static func append(_ file: File, to text: inout [UInt8]) {
    let report = file.report
    text += Array(#"{"path":"#.utf8)
    string(report.path, to: &text)
    text += Array(#","format":"#.utf8)
    string(report.format, to: &text)
    text += Array(#","rows":\#(report.rows),"damaged":\#(report.damaged),"damage":"#.utf8)
    list(report.damage, to: &text) { damaged, text in
      let place = "\"line\":\(damaged.damage.line),\"offset\":\(damaged.damage.offset)"
      text += Array("{\"row\":\(damaged.row + 1),\(place),\"why\":".utf8)
      string(damaged.damage.reason.words, to: &text)
      text.append(UInt8(ascii: "}"))
    }
    text += Array(#","fields":"#.utf8)
    members(report, to: &text) { fields, isList, text in
      if isList {
        list(fields, to: &text) { string($0.path, to: &$1) }
      } else {
        string(fields[0].path, to: &text)
      }
    }
    text += Array(#","why":"#.utf8)
    members(report, to: &text) { fields, _, text in string(fields[0].why, to: &text) }
    if let signal = report.signal {
      text += Array(#","signal":"#.utf8)
      string(signal.rawValue, to: &text)
    }
    if let note = report.signalNote {
      text += Array(#","signalNote":"#.utf8)
      string(note, to: &text)
    }
    text += Array(#","tiers":"#.utf8)
    list(file.tiers, to: &text) { tier, text in
      text += Array(#"{"tier":"#.utf8)
      string(tier.tier.name, to: &text)
      text += Array(",\"count\":\(tier.count),\"rows\":\(tier.rows)}".utf8)
    }
    text += Array(#","notes":"#.utf8)
    list(report.notes, to: &text) { string($0, to: &$1) }
    text.append(UInt8(ascii: "}"))
  }

  /// An object with a member for each part that was recognised.
  private static func members(
    _ report: FileReport, to text: inout [UInt8],
    _ value: ([RecognisedField], _ isList: Bool, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: "{"))
    var isFirst = true
    for part in Part.allCases {
      guard let fields = report.recognised[part], !fields.isEmpty else { continue }
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      string(part.rawValue, to: &text)
      text.append(UInt8(ascii: ":"))
      value(fields, part == .segments || part == .judges || fields.count > 1, &text)
    }
    text.append(UInt8(ascii: "}"))
  }

  private static func list<Element>(
    _ elements: [Element], to text: inout [UInt8], _ body: (Element, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      body(element, &text)
    }
    text.append(UInt8(ascii: "]"))
  }

  private static func string(_ string: String, to text: inout [UInt8]) {
    JSONText.appendString(string.utf8, to: &text)
  }
}
