import Predictions

/// Confidences as the file gives them.
///
/// The index keeps them in 32 bits, in which .9 is a little less than .9 and .6 a little more: beside
/// numbers of 64 bits, as cuts, bins and queries have, it matters which.
extension Float {
  /// The number of up to seven decimals that this was rounded from; else the same.
  var written: Double {
    let decimal = (Double(self) * 1e7).rounded() / 1e7
    return Float(decimal) == self ? decimal : Double(self)
  }
}

extension QueryComparison {
  /// The same of confidences as the index keeps them.
  var ofKeptConfidences: QueryComparison { QueryComparison(sign, Double(Float(limit))) }
}
