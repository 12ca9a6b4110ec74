/// The ranges into which the numbers of a segment are put, such as latencies or counts of tokens.
///
/// A few ranges with about as many rows each, between round numbers: of the numbers that would part the
/// rows just so, the one with the fewest digits nearby is taken. They follow from the first mebibyte of
/// the file alone. The lower end of a range belongs to it.
///
///     SegmentBins(numbers: latencies)?.labels   // under 200, 200 to 400, 400 to 1000, 1000 and over
struct SegmentBins: Hashable, Sendable {
  /// As many ranges are aimed at.
  private static let wanted = 5
  /// A field with no more values than this is a segment as it is.
  private static let mostValues = 50
  private static let fewValues = 12
  /// So far, as a share of the rows, an end may lie from where it would part them evenly.
  private static let slack = 0.07

  /// Where a range ends and the next one begins, ascending.
  let ends: [Double]
  let labels: [String]

  /// Nothing where the numbers are few enough to be values themselves, or nearly all the same.
  init?(numbers: [Double]) {
    let numbers = numbers.filter(\.isFinite).sorted()
    let distinct = numbers.indices.count { $0 == 0 || numbers[$0] != numbers[$0 - 1] }
    guard
      distinct > Self.mostValues || distinct > Self.fewValues && distinct * 3 > numbers.count
    else { return nil }
    var texts: [String] = []
    var ends: [Double] = []
    for part in 1..<Self.wanted {
      let share = Double(part) / Double(Self.wanted)
      let text = RoundNumber.text(
        from: Self.quantile(share - Self.slack, of: numbers),
        to: Self.quantile(share + Self.slack, of: numbers))
      guard let text, let end = NumberText.value(of: text), end > (ends.last ?? numbers[0]),
        end <= numbers[numbers.count - 1]
      else { continue }
      texts.append(text)
      ends.append(end)
    }
    guard let first = texts.first, let last = texts.last else { return nil }
    self.ends = ends
    labels =
      ["under \(first)"] + zip(texts, texts.dropFirst()).map { "\($0) to \($1)" }
      + ["\(last) and over"]
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    sorted[Int(share * Double(sorted.count - 1))]
  }

  /// Which of ``labels`` a number has.
  func place(of number: Double) -> Int {
    var place = 0
    while place < ends.count, number >= ends[place] { place += 1 }
    return place
  }
}

/// Numbers with few digits.
private enum RoundNumber {
  /// The number with the fewest digits in a range, the one nearest to its middle of several.
  ///
  /// Worked out in whole steps of a power of ten, so that the text is exact.
  static func text(from low: Double, to high: Double) -> String? {
    guard low <= high, max(abs(low), abs(high)) < 1e15 else { return nil }
    for exponent in stride(from: 15, through: -12, by: -1) {
      for digits in [10, 5, 2, 1] {
        guard let power = Double("1e\(exponent - 1)") else { return nil }
        let step = Double(digits) * power
        let first = (low / step).rounded(.up)
        let last = (high / step).rounded(.down)
        guard first <= last, abs(first) < 1e15, abs(last) < 1e15 else { continue }
        let middle = min(last, max(first, ((low + high) / 2 / step).rounded()))
        return text(Int(middle) * digits, exponent: exponent - 1)
      }
    }
    return nil
  }

  /// A whole number times a power of ten, written out.
  private static func text(_ number: Int, exponent: Int) -> String {
    let sign = number < 0 ? "-" : ""
    var digits = String(number.magnitude)
    guard exponent < 0 else {
      return number == 0 ? "0" : sign + digits + String(repeating: "0", count: exponent)
    }
    if digits.count <= -exponent {
      digits = String(repeating: "0", count: 1 - exponent - digits.count) + digits
    }
    let whole = digits.dropLast(-exponent)
    var rest = digits.suffix(-exponent)
    while rest.last == "0" { rest.removeLast() }
    return rest.isEmpty ? sign + whole : sign + whole + "." + rest
  }
}
