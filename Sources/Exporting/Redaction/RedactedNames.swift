/// Names of columns or of an object's members once they are redacted: still each one its own.
///
/// Names that come to the same are numbered in their order, `[e-mail]` and `[e-mail] 2`, and none
/// comes to what another is called anyway: columns and members that are two stay two.
struct RedactedNames: Sendable {
  private struct Name {
    let text: String
    let counts: RedactionCounts
  }

  /// By bytes, since names that only look the same are two.
  private var names: [[UInt8]: Name] = [:]

  /// - Parameters:
  ///   - originals: all names of one place; each may come several times.
  ///   - redact: takes out of a name what should not leave.
  init(
    of originals: some Sequence<String>, _ redact: (String, inout RedactionCounts) -> String
  ) {
    var kept: [String] = []
    var changed: [(bytes: [UInt8], name: Name)] = []
    for original in originals {
      var counts = RedactionCounts()
      let text = redact(original, &counts)
      if counts.total == 0 {
        kept.append(original)
      } else {
        changed.append((Array(original.utf8), Name(text: text, counts: counts)))
      }
    }
    guard !changed.isEmpty else { return }
    var free = FreeNames(taken: Set(kept))
    for (bytes, name) in changed where names[bytes] == nil {
      names[bytes] = Name(text: free.take(name.text), counts: name.counts)
    }
  }

  /// What `name` is called, counted.
  func redacted(_ name: String, _ counts: inout RedactionCounts) -> String {
    guard !names.isEmpty, let redacted = names[Array(name.utf8)] else { return name }
    counts.add(redacted.counts)
    return redacted.text
  }

  /// What was taken out of all names, each once.
  var counts: RedactionCounts {
    names.values.reduce(into: RedactionCounts()) { $0.add($1.counts) }
  }

  /// The same, for a place where they are counted already.
  var withoutCounts: RedactedNames {
    var silent = self
    silent.names = names.mapValues { Name(text: $0.text, counts: RedactionCounts()) }
    return silent
  }
}

/// Names that nothing has yet.
private struct FreeNames {
  var taken: Set<String>
  /// The number to try next for a name, so that thousands of the same do not try all of them.
  private var next: [String: Int] = [:]

  init(taken: Set<String>) { self.taken = taken }

  mutating func take(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = next[name] ?? 2
    while !taken.insert("\(name) \(number)").inserted { number += 1 }
    next[name] = number + 1
    return "\(name) \(number)"
  }
}
