import Foundation

/// What the parts are measured on.
enum Inputs {
  static let text =
    "My card keeps getting declined in your app although it works everywhere else. I was told that "
    + "somebody would call me back within a day, and nobody did. Can you look into it, please? "

  static let mixedText = "配達状況を教えてください 🙏 — merci d'avance! 👩‍👩‍👧 नमस्ते"

  static let row =
    #"{"id":"r-0421","input":"\#(text)","output":"billing","target":"billing","confidence":0.8105,"#
    + #""region":"EU","channel":"chat","model":"intents-v7","latency_ms":556,"tokens":[12,40,3]}"#

  static let japaneseRow =
    #"{"id":"r-0422","input":"\#(String(repeating: "配達状況を教えてください。", count: 10))","#
    + #""output":"delivery","target":"delivery","confidence":0.93,"region":"APAC"}"#

  /// Rows of a run, as JSON Lines; no two are equal.
  static func rows(_ count: Int) -> String {
    let regions = ["EU", "US", "APAC"]
    var lines = ""
    lines.reserveCapacity(count * 160)
    for number in 0..<count {
      let promise = number % 200 == 7 ? " Quality Promise" : ""
      lines += #"{"id":"r-\#(number)","input":"Where is parcel \#(number), please?\#(promise)","#
      lines += #""output":"delivery","target":"\#(number % 7 == 0 ? "billing" : "delivery")","#
      lines += #""confidence":\#(Double(number &* 7_919 % 10_000) / 10_000),"#
      lines += #""region":"\#(regions[number % 3])"}"# + "\n"
    }
    return lines
  }

  /// A ledger file of one reviewer, with as many reviews of as many predictions.
  static func ledger(events: Int) throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("spotcheck-benchmark-\(UUID().uuidString).jsonl").path
    var lines = ""
    for number in 0..<events { lines += line(number) + "\n" }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func line(_ number: Int) -> String {
    // All of a digest differs from one text to the next, and its beginning is what is looked up.
    let hexadecimal = String(UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15 | 1 << 63, radix: 16)
    let digest = String(repeating: hexadecimal, count: 4)
    let digits = String(number)
    let id = "01JDC8E2Q4V5W6X7" + String(repeating: "0", count: 10 - digits.count) + digits
    return #"{"at":"2026-11-23T12:04:05.123Z","by":"ada","context":{"automatic":"correct","#
      + #""signal":"confidence .54","tier":"ambiguous"},"event":"review","id":"\#(id)","#
      + #""item":{"content":"sha256:\#(digest)","file":"intents-v7.jsonl","#
      + #""input":"sha256:\#(digest)","key":"r-\#(number)","run":"v7"},"#
      + #""prev":"sha256:\#(digest)","review":{"badTarget":false,"tags":["tone"],"#
      + #""verdict":"wrong"},"seq":\#(number + 1),"v":1,"writer":"k3v9q2"}"#
  }
}
