/// Where the line of an event lies.
struct LinePlace: Sendable {
  /// The file's number among those that were read; negative for an event that is only in memory.
  var file: Int32
  var length: UInt32
  var offset: Int

  static let memory = LinePlace(file: -1, length: 0, offset: 0)

  init(file: Int32, length: UInt32, offset: Int) {
    self.file = file
    self.length = length
    self.offset = offset
  }

  init(file: Int, offset: Int, length: Int) {
    self.init(file: Int32(file), length: UInt32(length), offset: offset)
  }

  var isInMemory: Bool { file < 0 }
}
