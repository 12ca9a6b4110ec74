/// The colours of pictures, the same on every machine.
enum SVGPalette {
  static let background = "#1b1e26"
  static let text = "#d6dae3"
  static let title = "#8b93a5"

  private static let basic = [
    "#2a2f3a", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#c8ccd4",
    "#5c6370", "#ef7f88", "#a9d48a", "#f0cf8f", "#7cc0f7", "#d592ea", "#6fcad5", "#ffffff",
  ]

  /// An entry of the palette: 16 of our own, then the cube and the greys as terminals have them.
  static func color(_ index: UInt8) -> String {
    switch index {
    case 0..<16: return basic[Int(index)]
    case 16..<232:
      let place = Int(index) - 16
      return hex([place / 36, place / 6 % 6, place % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 })
    default: return hex(Array(repeating: 8 + 10 * (Int(index) - 232), count: 3))
    }
  }

  private static func hex(_ levels: [Int]) -> String {
    "#" + levels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A style as the attributes of a picture.
struct SVGLook {
  var foreground: String
  /// Nil where it is the window's.
  var background: String?
  let opacity: Double
  let isBold: Bool
  let isUnderlined: Bool

  init(_ style: Style) {
    foreground = SVGLook.color(style.foreground) ?? SVGPalette.text
    background = SVGLook.color(style.background)
    if style.attributes.contains(.reverse) {
      (foreground, background) = (background ?? SVGPalette.background, foreground)
    }
    opacity = style.attributes.contains(.dim) ? 0.6 : 1
    isBold = style.attributes.contains(.bold)
    isUnderlined = style.attributes.contains(.underline)
  }

  private static func color(_ color: Color) -> String? {
    switch color {
    case .standard: nil
    case .palette(let index): SVGPalette.color(index)
    }
  }
}
