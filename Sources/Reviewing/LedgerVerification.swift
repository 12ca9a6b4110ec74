import Predictions

/// Whether a ledger is as its writers left it.
///
/// Every line names the hash of its writer's line before, so a line that was changed, removed,
/// doubled or moved is missed or met twice by the next. A writer's newest line is covered once its
/// hash was printed somewhere: name it as an expected head.
package struct LedgerVerification: Sendable {
  /// One place that is not as it should be.
  package struct Finding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case damaged(LedgerDamage.Kind)
      /// The line names a line before it that is nowhere.
      case missingPrev
      /// The line stands before the one it names.
      case beforeItsPrev
      /// Another line of this writer names the same line.
      case sharedPrev(writer: String, otherLine: Int)
      case repeatedID(EventID, otherLine: Int)
      /// The line names none before it, but its file was not empty.
      case secondRoot
    }

    package let path: String
    package let line: Int
    package let offset: Int
    package let kind: Kind

    /// A crash leaves this behind too; everything else needs an explanation.
    package var isTornEnd: Bool { kind == .damaged(.torn) }
  }

  package struct File: Hashable, Sendable {
    package let path: String
    package fileprivate(set) var lines = 0
    package fileprivate(set) var events = 0
  }

  /// A writer's newest line.
  package struct Head: Hashable, Sendable {
    package let writer: String
    /// As `sha256:…`.
    package let digest: String
    package let seq: Int
    package let path: String
    package let line: Int
  }

  package internal(set) var files: [File] = []
  package internal(set) var findings: [Finding] = []
  /// By writer.
  package internal(set) var heads: [Head] = []
  /// Expected heads that are no line of any file.
  package internal(set) var missingHeads: [String] = []

  /// Nothing was found but perhaps a last line that a crash cut off.
  package var isIntact: Bool { missingHeads.isEmpty && findings.allSatisfy(\.isTornEnd) }

  /// Reads and hashes all of the files. Linear in their size.
  ///
  /// Files of one ledger belong together: a rescue file's first line names a line of the ledger.
  package static func verify(
    _ paths: [String], expectedHeads: [String] = []
  ) throws(LedgerError) -> LedgerVerification {
    var chains = LedgerChains(try LedgerSweep(paths))
    try chains.read()
    return chains.verification(expectedHeads: expectedHeads)
  }

  mutating func count(_ line: LedgerSweep.Line) {
    files[line.file].lines += 1
    if case .success = line.event { files[line.file].events += 1 }
  }
}

extension LedgerVerification {
  /// The report, a line each: files, findings, heads, verdict.
  package var lines: [String] {
    var lines = files.map { "\($0.path): \($0.events) events in \($0.lines) lines" }
    lines += findings.map(\.words)
    lines += missingHeads.map { "expected head \($0) is nowhere in the ledger" }
    lines += heads.map { "head \($0.digest) writer \($0.writer) seq \($0.seq)" }
    lines.append(isIntact ? "intact" : "not intact")
    return lines
  }
}

extension LedgerVerification.Finding {
  /// What was found, in words, with file and line.
  package var words: String {
    let place = "\(path), line \(line) (byte \(offset)): "
    return switch kind {
    case .damaged(let kind):
      LedgerDamage(path: path, line: line, offset: offset, kind: kind).words
    case .missingPrev: place + "the line it names as its writer's previous one is missing"
    case .beforeItsPrev: place + "stands before the line it names as its previous one"
    case .sharedPrev(let writer, let other):
      place + "writer \(writer) names the same previous line as on line \(other)"
    case .repeatedID(let id, let other): place + "event \(id.text) is on line \(other) too"
    case .secondRoot: place + "names no previous line, though its file was not empty"
    }
  }
}
