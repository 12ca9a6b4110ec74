import Screen
import Synchronization
import SystemPackage

/// One line on standard error that says how far a long read has come, on a terminal only.
///
/// It shows after half a second, so that what is quick stays quiet, and is wiped at the end.
final class ProgressLine: Sendable {
  private struct Shown {
    var isVisible = false
    var last = 0
  }

  private static let delay = 500
  private static let interval = 100

  private let isOn: Bool
  private let start: Int
  private let doing: String
  private let shown = Mutex(Shown())

  /// - Parameter doing: what takes so long: `reading predictions.jsonl`.
  init(_ doing: String) {
    isOn = Console.isTerminal(.standardError)
    start = SteadyClock.milliseconds
    self.doing = doing
  }

  /// Says that `part` of `whole` is done, or how many bytes where nobody knows the whole; may be
  /// called from any thread, as often as one likes.
  func update(_ part: Int, of whole: Int?) {
    guard isOn else { return }
    let now = SteadyClock.milliseconds
    shown.withLock { shown in
      guard now - start >= Self.delay, now - shown.last >= Self.interval else { return }
      shown.last = now
      shown.isVisible = true
      let line = DisplayText("\(doing) · \(Self.words(part, of: whole))")
      try? Console.write(Array("\r\u{1B}[K\(line.string)".utf8), to: .standardError)
    }
  }

  private static func words(_ part: Int, of whole: Int?) -> String {
    guard let whole else { return "\(part >> 20) MiB so far" }
    return "\(whole > 0 ? min(100, part * 100 / whole) : 100) %"
  }

  /// Wipes the line.
  func finish() {
    shown.withLock { shown in
      guard shown.isVisible else { return }
      shown.isVisible = false
      try? Console.write(Array("\r\u{1B}[K".utf8), to: .standardError)
    }
  }
}
