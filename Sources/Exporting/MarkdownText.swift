import Screen

/// Text from outside within Markdown: it stays in its span or fence whatever it holds.
///
/// Nothing is escaped, since escapes differ between renderers: short text becomes a code span and
/// long text a fenced block, each delimited by more backticks than the text has in a row.
enum MarkdownText {
  /// `text` on one line as a code span.
  static func span(_ text: String) -> String {
    let line = String(
      HiddenText.shown(text.withoutCarriageReturns).map { $0.isNewline ? " " : $0 })
    guard !line.allSatisfy({ $0 == " " }) else { return "(empty)" }
    let mark = String(repeating: "`", count: longestRun(in: line) + 1)
    // By scalars: a mark that joins a backtick to one character does not do so for a renderer.
    let ends = [line.unicodeScalars.first, line.unicodeScalars.last]
    let needsPadding = ends.contains("`") || ends.contains(" ")
    return needsPadding ? "\(mark) \(line) \(mark)" : mark + line + mark
  }

  /// `text` as a fenced block.
  static func fence(_ text: String) -> String {
    let body = HiddenText.shown(text.withoutCarriageReturns)
    let mark = String(repeating: "`", count: max(3, longestRun(in: body) + 1))
    return "\(mark)text\n\(body)\n\(mark)\n"
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension String {
  /// With `\n` as the only line break: a renderer takes a lone carriage return for one too.
  var withoutCarriageReturns: String {
    guard utf8.contains(0x0D) else { return self }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}
