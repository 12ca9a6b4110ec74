/// A row as it lies in its file, for the tree of the raw row.
package struct RawRow: Sendable {
  package let row: Int
  package let file: String
  package let rowInFile: Int
  package let offset: Int
  /// The row's bytes in the file.
  package let fileBytes: [UInt8]
  /// The JSON that `tape` describes: `fileBytes`, or the cells of a delimited row under their
  /// headers.
  package let bytes: [UInt8]
  package let tape: JSONTape
  package let damage: RowDamage?
  package let readError: ReadError?
}
