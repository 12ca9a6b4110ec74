/// Everything that is generated, by name, as bytes.
package enum SampleData {
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The runs, the same on every call and machine.
  package static func runs() -> [File] {
    [
      File(name: "support-replies-v7.jsonl", bytes: ReplyRun.newest()),
      File(name: "support-replies-v6.jsonl", bytes: ReplyRun.earlier()),
      File(name: "intents-v7.csv", bytes: IntentRun.csv()),
    ]
  }

  /// The ledger files of the two reviewers, the same on every call and machine.
  package static func ledgers() -> [File] {
    ReviewSitting.ledgers().map { File(name: "ledger/\($0.reviewer).jsonl", bytes: $0.bytes) }
  }
}
