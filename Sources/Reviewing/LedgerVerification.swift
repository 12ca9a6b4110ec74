import Predictions

/// Whether a ledger is as its writers left it.
///
/// Every line names the hash of its writer's line before, so a line that was changed, removed,
/// doubled or moved is missed or met twice by the next. A writer's newest line is covered once its
/// hash was printed somewhere: name it as an expected head.
package struct LedgerVerification: Sendable {
  /// A line of one of the files.
  package struct Place: Hashable, Sendable {
    package let path: String
    package let line: Int
  }

  /// One place that is not as it should be.
  package struct Finding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      case damaged(LedgerDamage.Kind)
      /// The line names a line before it that is nowhere.
      case missingPrev
      /// The line stands before the one it names.
      case beforeItsPrev
      /// Another line of this writer names the same line.
      case sharedPrev(writer: String, other: Place)
      case repeatedID(EventID, other: Place)
      /// The line names none before it, but its file was not empty.
      case secondRoot
      /// No event can have a higher number, so that later ones are not told by theirs.
      case highestNumber
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
    var lines = files.map { file in
      "\(file.path): \(file.events) \(file.events == 1 ? "event" : "events") in "
        + "\(file.lines) \(file.lines == 1 ? "line" : "lines")"
    }
    lines += findings.map(\.words)
    lines += missingHeads.map { "expected head \($0) is nowhere in the ledger" }
    lines += heads.map { "head \($0.digest) writer \($0.writer) seq \($0.seq)" }
    lines.append(isIntact ? "intact" : "not intact")
    return lines
  }

  /// What to do about what was found, in one line; nothing where the ledger is intact.
  package var advice: String? {
    guard !isIntact else { return nil }
    let wrong = findings.filter { !$0.isTornEnd }
    guard !wrong.isEmpty else {
      return "an expected head is missing: lines were lost, or the head is of another ledger; "
        + "nothing was changed: look for the copy that the head was printed from"
    }
    if wrong.allSatisfy({ $0.kind == .secondRoot }) {
      return "ledgers that began apart were joined, or first lines were lost: verify the ledgers "
        + "that were joined"
    }
    let paths = Set(wrong.map(\.path)).sorted().joined(separator: ", ")
    return "\(paths): \(wrong.count) \(wrong.count == 1 ? "finding" : "findings"); nothing was "
      + "changed: compare with an earlier copy, such as the one in git"
  }
}

extension LedgerVerification.Finding {
  /// What was found, in words, with file and line.
  package var words: String { "\(path), line \(line) (byte \(offset)): \(reason)" }

  /// What was found, without the place.
  package var reason: String {
    switch kind {
    case .damaged(let kind): kind.words
    case .missingPrev: "the line it names as its writer's previous one is missing"
    case .beforeItsPrev: "stands before the line it names as its previous one"
    case .sharedPrev(let writer, let other):
      "writer \(writer) names the same previous line as on \(words(other))"
    case .repeatedID(let id, let other): "event \(id.text) is on \(words(other)) too"
    case .secondRoot: "names no previous line, though its file was not empty"
    case .highestNumber: "has the highest number there is, so that none is left for later events"
    }
  }

  private func words(_ other: LedgerVerification.Place) -> String {
    "line \(other.line)" + (other.path == path ? "" : " of \(other.path)")
  }
}
