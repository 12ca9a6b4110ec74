import CTerminal
import Screen

/// Gives each combination of colours in use one of the few numbers that a terminal has for them.
///
/// Numbers are given on demand. When they run out all are taken back, since a number that gets other
/// colours changes what the screen already shows; the screen is then drawn whole.
struct ColorPairs {
  private struct Combination: Hashable {
    let foreground: Int32
    let background: Int32
  }

  private let colors: Int
  private let capacity: Int
  private var numbers: [Combination: Int32] = [:]

  init(colors: Int, capacity: Int) {
    self.colors = colors
    self.capacity = capacity
  }

  /// The number of a style's colours, 0 for the terminal's own; nil when numbers ran out.
  mutating func number(of style: Style) -> Int32? {
    guard colors > 0 else { return 0 }
    let wanted = Combination(
      foreground: index(of: style.foreground), background: index(of: style.background))
    if wanted.foreground < 0, wanted.background < 0 { return 0 }
    if let number = numbers[wanted] { return number }
    guard numbers.count < capacity else { return nil }
    let number = Int32(numbers.count + 1)
    cterm_define_pair(number, wanted.foreground, wanted.background)
    numbers[wanted] = number
    return number
  }

  /// Takes all numbers back.
  mutating func forget() {
    numbers.removeAll(keepingCapacity: true)
  }

  /// The terminal's number of a colour; bright ones become ordinary where there are only eight.
  private func index(of color: Color) -> Int32 {
    guard case .palette(let index) = color else { return -1 }
    if Int(index) < colors { return Int32(index) }
    return index < 16 ? Int32(index) - 8 : -1
  }
}
