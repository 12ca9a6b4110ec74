/// What was decided about a file and shapes its index.
struct IndexRules: Equatable {
  private let format: RowFormat
  private let fields: [Part: [RecognisedField]]
  private let signal: SignalKind
  private let columns: RowChunk.Columns
  private let valueColumns: Set<Int>
  private let tiers: [String]
  private let signs: SignReader

  init(_ file: OpenedFile) {
    let rules = file.rules
    format = file.file.format
    fields = rules.parts.fields
    signal = rules.choice.kind
    columns = rules.columns
    valueColumns = file.valueColumns
    tiers = rules.knownTiers
    signs = rules.signs
  }

  /// The same in words, in each run.
  var text: String {
    let parts = fields.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue)=\($0.value)"
    }
    return """
      \(format) \(parts) signal \(signal.rawValue) columns \(columns.rawValue) \
      values \(valueColumns.sorted()) tiers \(tiers) prose \(signs.isProse) \
      long \(signs.extremeLength) scripts \(signs.comparesScripts)
      """
  }
}

extension IndexRules {
  /// The rules of all files in words, a line each.
  ///
  /// Shards of a run have the same ones, and a thousand times their words take as long as their rows.
  static func text(of files: [OpenedFile]) -> String {
    var last: (rules: IndexRules, text: String)?
    return files.map { file in
      let rules = IndexRules(file)
      if let last, last.rules == rules { return last.text }
      last = (rules, rules.text)
      return rules.text
    }.joined(separator: "\n")
  }
}
