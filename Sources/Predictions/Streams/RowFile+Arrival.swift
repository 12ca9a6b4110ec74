extension RowFile {
  /// Waits for the rest of a document whose rows were chosen while it arrived, and says what is to be
  /// known where that choice was wrong; nothing where it was right or none.
  ///
  /// Linear in the document.
  func complaintAboutChoice(whileWaiting: () -> Bool) throws(ReadError) -> String? {
    guard isEarly, case .document(let list, _, _) = format else { return nil }
    let found = try RowListSearch.run(
      over: bytes, from: start, rowsPath: nil, blockSize: RowSource.standardBlockSize,
      whileWaiting: whileWaiting)
    let taken = "the rows were taken from a list while the document arrived"
    if found.hasMoreValues, found.list?.isNamed != true {
      return "\(taken), and other values came behind it: keep them in a file and open that"
    }
    guard let better = found.list, better.offset != list else { return nil }
    guard let name = better.name else { return "\(taken), and a better one came behind it" }
    return "\(taken): if those at \(name) are meant, open it with --rows \(ShellWord.quoted(name))"
  }
}
