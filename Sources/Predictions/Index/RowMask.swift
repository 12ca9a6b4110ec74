/// A yes or no for each row of an ``IndexStretch``, sixty-four to a word.
package struct RowMask: Hashable, Sendable {
  private var words: [UInt64]

  private init(words: [UInt64]) { self.words = words }

  /// The same answer for `count` rows.
  package init(repeating answer: Bool, count: Int) {
    words = Array(repeating: answer ? .max : 0, count: (count + 63) / 64)
    // Rows that are not there are never set, so that masks can be counted and compared.
    if answer, count % 64 > 0 { words[words.count - 1] = 1 << UInt64(count % 64) - 1 }
  }

  /// What `answer` says of each place.
  @inline(__always)
  init(count: Int, _ answer: (Int) -> Bool) {
    words = Array(unsafeUninitializedCapacity: (count + 63) / 64) { words, filled in
      filled = (count + 63) / 64
      for index in 0..<filled {
        var word: UInt64 = 0
        for place in index * 64..<min(count, index * 64 + 64) {
          word |= (answer(place) ? 1 : 0) << UInt64(truncatingIfNeeded: place & 63)
        }
        (words.baseAddress.map { $0 + index })?.initialize(to: word)
      }
    }
  }

  package subscript(place: Int) -> Bool {
    get { words[place / 64] >> UInt64(place % 64) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(place % 64)
      if newValue { words[place / 64] |= bit } else { words[place / 64] &= ~bit }
    }
  }

  package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Calls `body` with every place that is set, ascending.
  @inline(__always)
  package func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  /// The places that are set, ascending, counted from a row.
  package func rows(from first: Int) -> [UInt32] {
    let count = count
    return Array(unsafeUninitializedCapacity: count) { rows, filled in
      forEach { place in
        (rows.baseAddress.map { $0 + filled })?.initialize(to: UInt32(first + place))
        filled += 1
      }
    }
  }

  package mutating func formUnion(_ other: RowMask) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  package mutating func formIntersection(_ other: RowMask) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  package mutating func subtract(_ other: RowMask) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  package func intersection(_ other: RowMask) -> RowMask {
    var mask = self
    mask.formIntersection(other)
    return mask
  }

  package func subtracting(_ other: RowMask) -> RowMask {
    var mask = self
    mask.subtract(other)
    return mask
  }
}
