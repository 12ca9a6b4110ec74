/// A page that needs nothing else: no script, no request, in light and dark.
///
/// Every page begins with this head, so that none is without its policy.
enum HTMLPage {
  /// The whole page, with a line break at its end; well-formed as XML where `body` is.
  ///
  /// - Parameters:
  ///   - title: text, which is escaped.
  ///   - style: a style sheet that ends with a line break, and fetches nothing.
  ///   - body: markup.
  static func text(title: String, style: String, body: String) -> String {
    let head = element("head", [], "\n\(headContent(title: title, style: style))\n")
    let content = "\n\(head)\n\(element("body", [], "\n\(body)\n"))\n"
    return "<!DOCTYPE html>\n" + element("html", [("lang", "en")], content) + "\n"
  }

  private static func headContent(title: String, style: String) -> String {
    [
      element("meta", [("charset", "utf-8")]),
      element("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]),
      element(
        "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
      element("meta", [("name", "color-scheme"), ("content", "light dark")]),
      element("meta", [("name", "referrer"), ("content", "no-referrer")]),
      element("title", [], HTMLText.escaped(title)),
      element("style", [], "\n\(style)"),
    ].joined(separator: "\n")
  }

  /// The style sheet stands in the page itself; nothing else may be loaded or run.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'"
}
