/// A row as it lies in its file, or as much of a long one as its tree shows.
package struct RawRow: Sendable {
  package let row: Int
  package let file: String
  package let rowInFile: Int
  package let offset: Int
  /// The row's bytes in the file; of an abridged row the first.
  package let fileBytes: [UInt8]
  /// The JSON that `tape` describes: `fileBytes`, or the cells of a delimited row under their
  /// headers.
  package let bytes: [UInt8]
  package let tape: JSONTape
  package let damage: RowDamage?
  package let readError: ReadError?
  /// Texts and lists of the row go on behind what is here.
  package internal(set) var isAbridged = false
}
