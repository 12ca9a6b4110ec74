import Reviewing

extension Ledger {
  /// A new name can still be one of the ledger's: from then on the export would be read as damage.
  func refuseExport(to path: String) throws(CommandError) {
    guard reads(path) else { return }
    throw CommandError("\(path) is or would be read as a part of the ledger: name another file")
  }
}
