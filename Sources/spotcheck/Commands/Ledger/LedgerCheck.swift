import Reviewing

/// What `ledger verify` found, ready to be printed.
struct LedgerCheck {
  private let verification: LedgerVerification

  /// What to do where the ledgers are not as they were left.
  var advice: String? { verification.advice }

  init(of paths: [String], expecting heads: [String]) throws(LedgerError) {
    verification = try LedgerVerification.verify(paths, expectedHeads: heads)
  }

  /// The findings as `format`, with a line break at their end.
  func text(as format: TextFormat) throws -> String {
    switch format {
    case .text: verification.lines.map { $0 + "\n" }.joined()
    case .json: try JSONPrinter.text(of: Record(verification))
    }
  }

  private struct Record: Encodable {
    struct File: Encodable {
      let path: String
      let lines: Int
      let events: Int
    }

    struct Finding: Encodable {
      let path: String
      let line: Int
      let offset: Int
      let why: String
    }

    struct Head: Encodable {
      let head: String
      let writer: String
      let seq: Int
      let path: String
      let line: Int
    }

    let intact: Bool
    let files: [File]
    let findings: [Finding]
    let heads: [Head]
    let missingHeads: [String]

    init(_ verification: LedgerVerification) {
      intact = verification.isIntact
      files = verification.files.map { File(path: $0.path, lines: $0.lines, events: $0.events) }
      findings = verification.findings.map {
        Finding(path: $0.path, line: $0.line, offset: $0.offset, why: $0.reason)
      }
      heads = verification.heads.map {
        Head(head: $0.digest, writer: $0.writer, seq: $0.seq, path: $0.path, line: $0.line)
      }
      missingHeads = verification.missingHeads
    }
  }
}
