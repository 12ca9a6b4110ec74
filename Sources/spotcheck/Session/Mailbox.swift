import Interface
import Synchronization

/// What threads in the background have to say to the screen, kept until it has time.
///
/// Snapshots of index and ledger are not queued: the newest says all that earlier ones would.
final class Mailbox: Sendable {
  /// What came in since the last look.
  struct Mail {
    var events: [Event] = []
    var indexChanged = false
    var ledgerChanged = false
  }

  private let mail = Mutex(Mail())
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called, from any thread, when there is something to take out.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func post(_ event: Event) {
    mail.withLock { $0.events.append(event) }
    wake()
  }

  func noteIndexChange() {
    mail.withLock { $0.indexChanged = true }
    wake()
  }

  func noteLedgerChange() {
    mail.withLock { $0.ledgerChanged = true }
    wake()
  }

  /// Takes everything out.
  func empty() -> Mail {
    mail.withLock { mail in
      defer { mail = Mail() }
      return mail
    }
  }
}
