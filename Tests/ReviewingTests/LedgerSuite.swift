import TestSupport
import Testing

@testable import Reviewing

/// Tests of ledgers in a folder of their own.
protocol LedgerSuite {
  var folder: TemporaryFolder { get }
}

extension LedgerSuite {
  func open(
    _ reviewer: String = "ada", _ path: String = "ledger/{reviewer}.jsonl"
  ) throws -> Ledger {
    try Ledger.open(
      LedgerLocation(written: folder.path(of: path)), reviewer: reviewer,
      environment: ["XDG_STATE_HOME": folder.path(of: "state")], clock: Samples.clock())
  }

  func lines(_ name: String) throws -> [String] {
    let text = try folder.read(name)
    #expect(text.hasSuffix("\n"))
    return text.split(separator: "\n").map(String.init)
  }

  func events(_ name: String) throws -> [LedgerEvent] {
    var reader = LedgerLineReader(.whole)
    return try lines(name).map { line in
      try Array(line.utf8).withUnsafeBytes { try reader.read($0) }
    }
  }
}
