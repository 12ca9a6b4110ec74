import Predictions

/// Tells whether two runs hold the same items, in whatever order.
package enum RunFingerprint {
  /// The sum of the items' digests, by 128 bits; linear in the rows.
  package static func text(of snapshot: IndexSnapshot) -> String {
    var high: UInt64 = 0
    var low: UInt64 = 0
    for number in 0..<snapshot.stretchCount {
      let stretch = snapshot.stretch(number)
      stretch.items.forEach { place in
        let digest = stretch.digest(place)
        high &+= digest.high
        low &+= digest.low
      }
    }
    return hexadecimal(high) + hexadecimal(low)
  }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
