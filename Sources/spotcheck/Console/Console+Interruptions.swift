import Predictions

extension Console {
  /// Says which files broke off before their end, so that a result over a part is not taken for one
  /// over all.
  static func report(interruptionsOf files: [FileReport]) {
    for interruption in files.compactMap(\.interruption) { report("note: \(interruption)") }
  }
}
