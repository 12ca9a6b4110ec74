import Dispatch

/// The queues that background work of a sitting runs on.
enum BackgroundQueues {
  /// Has the queues open what they need themselves, and returns when that is done.
  ///
  /// They do so with the first work, and end the process where it cannot be done.
  static func begin() {
    let isRunning = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async { isRunning.signal() }
    isRunning.wait()
  }
}
