extension OpenedFile {
  /// Opens the files, and decides how to read each from its first mebibyte, or from that of its kind.
  ///
  /// A segment of one file is one of the others that have the field, also where all of their rows
  /// have the same value.
  static func open(
    _ paths: [String], options: OpenOptions
  ) throws(OpenError) -> [OpenedFile] {
    let files = try FileBeginning.open(
      paths, options: options, readsRows: paths.count > FileKind.aloneLimit)
    let groups = try FileGroup.groups(of: files)
    let decisions = try FileGroup.decide(groups, of: files, options: options)
    var opened = [OpenedFile?](repeating: nil, count: files.count)
    for (group, decision) in zip(groups, decisions) {
      let isWhollySampled = decision.sample.isWhole(of: group.members.map { files[$0].file })
      for (number, place) in group.members.enumerated() {
        opened[place] = OpenedFile(
          file: files[place].file, rules: decision.rules, valueColumns: decision.valueColumns,
          notes: number == 0 ? decision.notes : [], emptiness: files[place].emptiness,
          isWhollySampled: isWhollySampled, meanRowLength: decision.meanRowLength)
      }
    }
    return opened.compactMap(\.self)
  }
}

extension RowSample {
  /// Whether no row of `files` can lie behind the sampled ones. Of a file that grows nobody knows.
  fileprivate func isWhole(of files: [RowFile]) -> Bool {
    !isFull && files.allSatisfy { $0.growth == nil }
      && files.reduce(0) { $0 + $1.size } <= Self.byteLimit
  }
}
