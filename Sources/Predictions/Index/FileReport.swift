/// What is known about one of the files: its rows, their damage, what its fields were read as.
package struct FileReport: Sendable {
  /// A damaged row and its place in the file, from 0.
  package struct DamagedRow: Hashable, Sendable {
    package let row: Int
    package let damage: RowDamage

    package init(row: Int, damage: RowDamage) {
      self.row = row
      self.damage = damage
    }
  }

  /// How many damaged rows are kept with their reasons; all are counted.
  package static let damageLimit = 1_000

  package let path: String
  /// The format's name: `jsonl`, `json`, `csv`, `tsv`.
  package let format: String
  /// The place of the file's first row among the rows of all files.
  package internal(set) var firstRow: Int
  package internal(set) var rows: Int
  package internal(set) var damaged: Int
  package internal(set) var damage: [DamagedRow]
  package let recognised: [Part: [RecognisedField]]
  /// Every field of the first rows, in file order: objects and what is in them.
  package let known: [FieldPath]
  /// All rows were among the first, so that no row has a field that is not ``known``.
  package internal(set) var knowsAllFields = false
  /// What was not understood and how to tell it, what was ignored, ids that repeat.
  package internal(set) var notes: [String]
  /// Why the rows end before their time; one of the notes too.
  package internal(set) var interruption: String?
  /// Files opened together with this one that hold no rows, in words; one of the notes too.
  package internal(set) var emptiness: String?
  package let signal: SignalKind?
  /// What the signal is read from, in words.
  package let signalNote: String?

  package init(
    path: String, format: String, firstRow: Int, rows: Int, damaged: Int, damage: [DamagedRow],
    recognised: [Part: [RecognisedField]], known: [FieldPath], notes: [String],
    signal: SignalKind?, signalNote: String?
  ) {
    self.path = path
    self.format = format
    self.firstRow = firstRow
    self.rows = rows
    self.damaged = damaged
    self.damage = damage
    self.recognised = recognised
    self.known = known
    self.notes = notes
    self.signal = signal
    self.signalNote = signalNote
  }
}
