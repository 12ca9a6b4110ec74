import Foundation
import TestSupport

/// A real browser without a window, which opens a page and says what came of it.
struct Browser {
  /// What a page is like once it is laid out.
  struct Facts: Decodable {
    struct Part: Decodable {
      let element: String
      /// What it is to a screen reader.
      let role: String
      let name: String
    }

    /// How wide the window is, and how wide what is in it.
    let width: Int
    let needed: Int
    /// Whatever the page fetched.
    let requests: [String]
    /// What scripts of the page would have left behind.
    let leftBehind: [String]
    let isDark: Bool
    /// The least contrast of a text to what is behind it, 1…21.
    let contrast: Double
    let parts: [Part]
    /// Elements that scroll sideways and that the keyboard does not reach.
    let unreachable: Int
    /// What is visible of the texts in preformatted blocks.
    let shown: [String]
  }

  private static let names = ["chromium", "chromium-browser", "google-chrome"]

  /// Where the browser is; absent where none is installed.
  static let path: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  private let path: String
  private let folder: TemporaryFolder

  init?() throws {
    guard let path = Self.path else { return nil }
    self.path = path
    folder = try TemporaryFolder()
  }

  /// Opens a page in a window of a width, in the colours that somebody prefers.
  func facts(of page: String, width: Int, inDark: Bool = false) throws -> Facts {
    try folder.write(page, to: "page.html")
    try folder.write(Self.looking(width: width), to: "looking.html")
    let seen = try run(
      [
        "--dump-dom", "--virtual-time-budget=5000", "--allow-file-access-from-files",
        "--enable-blink-features=ComputedAccessibilityInfo",
        "--blink-settings=preferredColorScheme=\(inDark ? 0 : 1)",
      ], "looking.html")
    guard let start = seen.range(of: "<pre id=\"facts\">"),
      let end = seen.range(of: "</pre>", options: .backwards), start.upperBound < end.lowerBound
    else { throw Failure(words: "the browser says: \(seen)") }
    let text = seen[start.upperBound..<end.lowerBound].removingPercentEncoding ?? ""
    return try JSONDecoder().decode(Facts.self, from: Data(text.utf8))
  }

  /// Prints a page, and returns how many sheets of paper it takes.
  func sheets(of page: String) throws -> Int {
    try folder.write(page, to: "page.html")
    _ = try run(
      ["--no-pdf-header-footer", "--print-to-pdf=\(folder.path(of: "page.pdf"))"], "page.html")
    let document = try Data(contentsOf: URL(filePath: folder.path(of: "page.pdf")))
    let text = String(decoding: document, as: Unicode.ASCII.self)
    return text.components(separatedBy: "/Type /Page\n").count - 1
  }

  struct Failure: Error {
    let words: String
  }

  private func run(_ arguments: [String], _ file: String) throws -> String {
    let output = try folder.write("", to: "output")
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path(of: "profile"))",
      ]
      + arguments + [folder.url.appending(path: file).absoluteString]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path(of: "home"), "LC_ALL": "C.UTF-8",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try folder.read("output")
  }

  /// A page that shows the other one in a frame of a width and looks into it.
  private static func looking(width: Int) -> String {
    """
    <!DOCTYPE html><meta charset="utf-8"><body><pre id="facts"></pre><script>
    const frame = document.createElement("iframe");
    frame.style.cssText = "border:0;width:\(width)px;height:900px";
    const channel = value => (value /= 255) <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4;
    const numbers = color => (color.match(/[0-9.]+/g) || []).map(Number);
    const light = color => {
      const [red, green, blue] = numbers(color).map(channel);
      return .2126 * red + .7152 * green + .0722 * blue;
    };
    const behind = (element, view) => {
      for (let e = element; e; e = e.parentElement) {
        const color = view.getComputedStyle(e).backgroundColor;
        if (numbers(color)[3] !== 0) return color;
      }
      return "rgb(255, 255, 255)";
    };
    frame.onload = () => {
      const page = frame.contentDocument, view = frame.contentWindow, root = page.documentElement;
      const all = [...page.querySelectorAll("body *")];
      const contrasts = all.filter(e => !e.closest("svg") && e.checkVisibility()
        && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
          const [a, b] = [light(view.getComputedStyle(e).color), light(behind(e, view))];
          return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        });
      const facts = {
        width: root.clientWidth, needed: root.scrollWidth,
        requests: view.performance.getEntriesByType("resource").map(e => e.name),
        leftBehind: Object.keys(view).filter(name => name.startsWith("leaked")),
        isDark: view.matchMedia("(prefers-color-scheme: dark)").matches,
        contrast: Math.min(...contrasts),
        parts: [...page.querySelectorAll("svg,table,nav,main,summary,h1,h2,h3,section")].map(e => (
          {element: e.tagName.toLowerCase(), role: e.computedRole, name: e.computedName})),
        unreachable: all.filter(e => e.scrollWidth > e.clientWidth + 1
          && ["auto", "scroll"].includes(view.getComputedStyle(e).overflowX) && e.tabIndex < 0).length,
        shown: [...page.querySelectorAll("pre")].filter(e => e.checkVisibility()).map(e => e.textContent),
      };
      document.getElementById("facts").textContent = encodeURIComponent(JSON.stringify(facts));
    };
    frame.src = "page.html";
    document.body.append(frame);
    </script>
    """
  }
}
