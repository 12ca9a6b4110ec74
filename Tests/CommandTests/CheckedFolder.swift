import Foundation
import TestSupport

/// A folder with a run of 60 predictions, three quarters of them right, for `check`, `trend` and `due`.
enum CheckedFolder {
  static func rows(_ count: Int = 60, wrongEach: Int = 4, run: String = "v7") -> String {
    (0..<count).map { number in
      #"{"id":"r\#(number)","input":"question \#(number)","output":"answer \#(number)","#
        + #""correct":\#(number % wrongEach != 0),"confidence":\#([0.95, 0.7][number % 2]),"#
        + #""region":"\#(["EU", "US"][number / 2 % 2])","run":"\#(run)","model":"m1"}"# + "\n"
    }.joined()
  }

  /// - Parameter guardrails: lines of the configuration behind `- `.
  static func make(_ guardrails: [String], more: String = "") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(rows(), to: "run.jsonl")
    if !guardrails.isEmpty {
      let lines = guardrails.map { "  - {\($0)}\n" }.joined()
      try folder.write("guardrails:\n" + lines + more, to: "spotcheck.yaml")
    }
    return folder
  }

  /// True where no process sleeps for so many seconds; one that was killed may take a moment to go.
  static func isGone(_ seconds: String, in folder: TemporaryFolder) throws -> Bool {
    let list = """
      for p in /proc/[0-9]*; do tr '\\0' ' ' < $p/cmdline 2>/dev/null | grep -q '^sleep \(seconds)' \
        && ! grep -q '^State:.Z' $p/status && echo $p; done; true
      """
    for _ in 0..<30 {
      if try ProgramRun.ofShell(list, in: folder).output.isEmpty { return true }
    }
    return false
  }
}
