/// Small runs that the tests of the screen open.
enum SampleRows {
  /// Three tiers by confidence, one prediction each in easy and hard, four in ambiguous.
  static let intents = [
    row("r-1", "Where is my parcel?", "delivery", "delivery", 0.98),
    row("r-2", "My card is declined in your app", "fraud", "billing", 0.54),
    row("r-3", "Can I change the address?", "delivery", "delivery", 0.61),
    row("r-4", "You promised to call me back", "complaint", "complaint", 0.72),
    row("r-5", "The courier was rude", "billing", "complaint", 0.83),
    row("r-6", "asdf", "fraud", "other", 0.31),
  ]

  /// As ``intents``, with toxic outputs on r-2 and r-4.
  static let shielded = intents.map { row in
    let isToxic = row.contains("\"r-2\"") || row.contains("\"r-4\"")
    return row.dropLast() + ",\"toxicity\":\(isToxic ? "0.91" : "0.02")}"
  }.map { String($0) }

  static func row(
    _ id: String, _ input: String, _ output: String, _ target: String, _ confidence: Double
  ) -> String {
    """
    {"id":"\(id)","input":"\(input)","output":"\(output)","target":"\(target)",\
    "confidence":\(confidence)}
    """
  }
}
