import Foundation
import Testing

/// Expected output kept in a file beside the tests: `Golden/NAME` in the test target's folder.
///
/// With `SPOTCHECK_RECORD=1` in the environment the file is written anew and the test fails, so that
/// a recording never passes for a check. The target has to list `exclude: ["Golden"]`.
package enum Golden {
  /// Compares a text with the golden file `name`, which includes its extension.
  package static func expect(
    _ text: String, named name: String, file: String = #filePath,
    at location: SourceLocation = #_sourceLocation
  ) {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      .appendingPathComponent("Golden")
    let golden = folder.appendingPathComponent(name)
    // Files end in a line break; what is compared may or may not.
    let text = text.hasSuffix("\n") ? text : text + "\n"
    if ProcessInfo.processInfo.environment["SPOTCHECK_RECORD"] == "1" {
      record(text, at: golden, location)
      return
    }
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
      Issue.record(
        "no golden file Golden/\(name); SPOTCHECK_RECORD=1 writes it", sourceLocation: location)
      return
    }
    guard expected != text else { return }
    Issue.record(
      "\(difference(expected, text))\nSPOTCHECK_RECORD=1 writes Golden/\(name) anew",
      sourceLocation: location)
  }

  private static func record(_ text: String, at golden: URL, _ location: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden.path)", sourceLocation: location)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
  }

  /// The lines that differ, as `-` expected and `+` actual with their numbers.
  static func difference(_ expected: String, _ actual: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for place in 0..<max(old.count, new.count) {
      let before = place < old.count ? old[place] : nil
      let after = place < new.count ? new[place] : nil
      guard before != after else { continue }
      if let before { lines.append("\(place + 1) - \(before)") }
      if let after { lines.append("\(place + 1) + \(after)") }
    }
    return lines.joined(separator: "\n")
  }
}
