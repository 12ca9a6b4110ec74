/// Whether two numbers agree to so many parts of the second one, or exactly where that is 0.
func isClose(_ number: Double, _ expected: Double, within ratio: Double = 1e-12) -> Bool {
  number == expected || abs(number - expected) <= ratio * abs(expected)
}

/// Whether two numbers agree to so many decimals, as a publication prints them.
func isPrinted(_ number: Double, _ expected: Double, decimals: Int) -> Bool {
  let half = (0..<decimals).reduce(0.5) { half, _ in half / 10 }
  return abs(number - expected) <= half * 1.000_001
}
