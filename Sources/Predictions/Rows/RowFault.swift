/// Why one row's text could not be read, before it is known where in a file the row lies.
package struct RowFault: Hashable, Sendable {
  package let reason: RowDamage.Reason
  /// Bytes from the row's start to the place where reading failed.
  package let offset: Int

  package init(reason: RowDamage.Reason, offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The same trouble, said of the row that begins at `offset` and `line` of its file.
  package func damage(rowAt offset: Int, line: Int) -> RowDamage {
    RowDamage(reason: reason, offset: offset + self.offset, line: line)
  }
}
