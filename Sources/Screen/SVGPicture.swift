/// Collects the elements of a picture of a terminal window.
struct SVGPicture {
  private static let cellWidth = 9.0
  private static let cellHeight = 20.0
  private static let margin = 16.0
  private static let titleHeight = 36.0
  private static let baseline = 14.5

  private let size: Size
  private var body = ""
  private let head: String

  init(size: Size, title: String) {
    self.size = size
    let width = Double(size.columns) * SVGPicture.cellWidth + 2 * SVGPicture.margin
    let height =
      Double(size.rows) * SVGPicture.cellHeight + SVGPicture.titleHeight + SVGPicture.margin
    let font = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
    let name = SVGPicture.escaped(title)
    head = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(SVGPicture.number(width))" \
      height="\(SVGPicture.number(height))" viewBox="0 0 \(SVGPicture.number(width)) \
      \(SVGPicture.number(height))" role="img" aria-label="\(name)">
      <style>text{font:15px \(font);white-space:pre;fill:\(SVGPalette.text)}</style>
      <rect width="100%" height="100%" rx="10" fill="\(SVGPalette.background)"/>
      <circle cx="20" cy="18" r="5.5" fill="#e06c75"/>\
      <circle cx="38" cy="18" r="5.5" fill="#e5c07b"/>\
      <circle cx="56" cy="18" r="5.5" fill="#98c379"/>
      <text x="\(SVGPicture.number(width / 2))" y="23" text-anchor="middle" \
      style="fill:\(SVGPalette.title)">\(name)</text>

      """
  }

  mutating func draw(_ run: SVGRun, row: Int, column: Int) {
    let look = SVGLook(run.style)
    let left = SVGPicture.margin + Double(column) * SVGPicture.cellWidth
    let top = SVGPicture.titleHeight + Double(row) * SVGPicture.cellHeight
    let width = Double(run.columns) * SVGPicture.cellWidth
    if let background = look.background {
      rect(left, top, width, SVGPicture.cellHeight, fill: background, opacity: 1)
    }
    if let shape = run.shape {
      draw(shape, columns: run.columns, look: look, left: left, top: top)
    } else if !run.isBlank {
      text(run.text, look: look, left: left, baseline: top + SVGPicture.baseline)
    }
    if look.isUnderlined {
      rect(left, top + 17, width, 1, fill: look.foreground, opacity: look.opacity)
    }
  }

  func finished() -> String {
    head + body + "</svg>\n"
  }

  private mutating func text(_ text: String, look: SVGLook, left: Double, baseline: Double) {
    let x = SVGPicture.number(left)
    let y = SVGPicture.number(baseline)
    var style = look.foreground == SVGPalette.text ? "" : "fill:\(look.foreground);"
    if look.isBold { style += "font-weight:bold;" }
    if look.opacity < 1 { style += "opacity:\(look.opacity);" }
    let attribute = style.isEmpty ? "" : " style=\"\(style.dropLast())\""
    body += "<text x=\"\(x)\" y=\"\(y)\"\(attribute)>\(SVGPicture.escaped(text))</text>\n"
  }

  private mutating func draw(
    _ shape: SVGShape, columns: Int, look: SVGLook, left: Double, top: Double
  ) {
    let width = SVGPicture.cellWidth * Double(columns)
    let height = SVGPicture.cellHeight
    switch shape {
    case .block(let block):
      rect(
        left + block.left * width, top + block.top * height, block.width * width,
        block.height * height, fill: look.foreground, opacity: look.opacity * block.opacity)
    case .line(let path):
      let x = SVGPicture.number(left)
      let y = SVGPicture.number(top)
      let path = columns > 1 ? "M0 10H\(SVGPicture.number(width))" : path
      let opacity = look.opacity < 1 ? " opacity=\"\(look.opacity)\"" : ""
      body += "<path transform=\"translate(\(x) \(y))\" d=\"\(path)\" fill=\"none\" "
      body +=
        "stroke=\"\(look.foreground)\" stroke-width=\"\(look.isBold ? 2 : 1.2)\"\(opacity)/>\n"
    }
  }

  private mutating func rect(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, fill: String,
    opacity: Double
  ) {
    let place = "x=\"\(SVGPicture.number(left))\" y=\"\(SVGPicture.number(top))\""
    let size = "width=\"\(SVGPicture.number(width))\" height=\"\(SVGPicture.number(height))\""
    let opacity = opacity < 1 ? " opacity=\"\(SVGPicture.number(opacity))\"" : ""
    body += "<rect \(place) \(size) fill=\"\(fill)\"\(opacity)/>\n"
  }

  /// At most three decimals, none where the number is whole; never negative.
  private static func number(_ value: Double) -> String {
    let thousandths = Int(value * 1000 + 0.5)
    return thousandths % 1000 == 0
      ? "\(thousandths / 1000)" : "\(Double(thousandths) / 1000)"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
