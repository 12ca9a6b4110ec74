import SystemPackage

/// A file of predictions that is open for reading: what it is, and its rows by position.
///
/// It owns the descriptor and is read by `pread` alone, so any number of threads can read it at
/// once, and a file that somebody cuts short is an error and not the end of the program.
///
///     let file = try RowFile.open("answers.jsonl")
///     var source = file.rows()
///     var block = RowBlock()
///     while try source.next(into: &block) {
///       block.forEachRow { position, bytes in … }
///     }
package final class RowFile: Sendable {
  package let path: String
  /// The file's bytes when it was opened; of one that grows, those that have come.
  package var size: Int { bytes.size }
  package let format: RowFormat
  /// What a reader should know about how the file was read, one sentence each.
  package let notes: [String]
  /// Where the text begins: behind a byte order mark.
  let start: Int
  let bytes: FileBytes
  /// The rows are a list that was chosen before all of the document was there.
  let isEarly: Bool
  private let blockSize: Int
  /// Where rows may lie that are too long to be held.
  let pagedPlace: PagedRoom.Place?

  /// Opens a file and decides what it is.
  ///
  /// A document that is more than a list is read once to find its rows; everything else is decided
  /// by the first bytes.
  ///
  /// - Parameters:
  ///   - rowsPath: where the rows of a document lie, in place of what its names say.
  ///   - streams: how to read what does not lie there as text.
  ///   - blockSize: how many bytes are read at a time.
  ///   - keepsHead: for who looks at the first rows next, and then has ``FileBytes/forgetHead()``.
  package static func open(
    _ path: String, rowsPath: String? = nil, streams: StreamOptions = StreamOptions(),
    blockSize: Int = RowSource.standardBlockSize, keepsHead: Bool = false
  ) throws(OpenError) -> RowFile {
    let bytes = try StreamOpening(options: streams).open(path)
    defer { if !keepsHead { bytes.forgetHead() } }
    try StreamBeginning(bytes).wait(inHurry: streams.opensEarly)
    return try RowFile(
      bytes, rowsPath: rowsPath.map { FieldPath($0) }, blockSize: blockSize,
      inHurry: streams.opensEarly, pagedPlace: streams.pagedPlace)
  }

  /// Opens a file that is written while it is read.
  static func open(
    growing file: OwnedDescriptor, path: String, growth: Growth
  ) throws(OpenError) -> RowFile {
    try RowFile(
      FileBytes(growing: file, path: path, growth: growth), rowsPath: nil,
      blockSize: RowSource.standardBlockSize, inHurry: false, pagedPlace: nil)
  }

  private init(
    _ bytes: FileBytes, rowsPath: FieldPath?, blockSize: Int, inHurry: Bool,
    pagedPlace: PagedRoom.Place?
  ) throws(OpenError) {
    let recognition = try FormatRecognition(
      bytes, rowsPath: rowsPath, blockSize: blockSize, inHurry: inHurry)
    self.bytes = bytes
    self.blockSize = blockSize
    self.pagedPlace = pagedPlace
    path = bytes.path
    start = recognition.start
    format = recognition.format
    notes = recognition.notes
    isEarly = recognition.isEarly
  }

  /// What knows whether more rows come; absent where none do.
  var growth: Growth? { bytes.growth }

  /// No more bytes come than there are by now.
  var isFinal: Bool { bytes.isFinal }

  /// The rows from the first one on, in blocks of the size that the file was opened with.
  package func rows(blockSize: Int? = nil) -> RowSource {
    RowSource(self, blockSize: blockSize ?? self.blockSize)
  }

  /// A row's bytes, read again.
  package func bytes(of row: RowPosition) throws(ReadError) -> [UInt8] {
    try read(offset: row.offset, length: row.length)
  }

  /// Bytes of the file; an error where it ends before them.
  package func read(offset: Int, length: Int) throws(ReadError) -> [UInt8] {
    // A long row is not written twice: its room comes as it is.
    var room = [UInt8](unsafeUninitializedCapacity: length) { $1 = length }
    let count = try bytes.read(into: &room, at: offset)
    guard count == length else { throw .endsEarly(path: path, offset: offset) }
    return room
  }

  /// The same without holding them where they are very many.
  func readRow(offset: Int, length: Int) throws(ReadError) -> RowRoom {
    var room = RowRoom(count: length, in: pagedPlace)
    guard try fill(&room, from: 0, at: offset, upTo: length) == length else {
      throw .endsEarly(path: path, offset: offset)
    }
    return room
  }

  /// Fills `room` behind its first `used` bytes and returns how many bytes came.
  func fill(
    _ room: inout RowRoom, from used: Int, at offset: Int, upTo limit: Int
  ) throws(ReadError) -> Int {
    var count = 0
    repeat {
      let step = min(limit - count, RowSource.standardBlockSize)
      let read = try room.withUnsafeMutableBytes { room in
        let free = UnsafeMutableRawBufferPointer(rebasing: room[used + count..<used + count + step])
        return Result { () throws(ReadError) in try bytes.read(into: free, at: offset + count) }
      }.get()
      count += read
      // What was read into a long room need not stay until somebody looks at it.
      if room.isPaged { PageSweep.shared.sweep() }
      guard read == step else { break }
    } while count < limit
    return count
  }
}
