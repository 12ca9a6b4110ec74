/// Where the reading of some files begins that were read before up to there.
struct ReadingStart: Sendable {
  /// The place of the file; those before it are not read.
  let file: Int
  /// The end of a row, and where the next one begins.
  let offset: Int
  /// The line of that place, from 1.
  let line: Int
}
