/// Signs of trouble that a text shows by itself. They are guesses, so screens mark them with `~`.
struct Signs: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let empty = Signs(rawValue: 1)
  static let cutOff = Signs(rawValue: 2)
  static let looping = Signs(rawValue: 4)
  static let refusal = Signs(rawValue: 8)
  static let otherScript = Signs(rawValue: 16)
  static let extremeLength = Signs(rawValue: 32)

  private static let names: [(Signs, String)] = [
    (.empty, "empty"), (.cutOff, "cut off"), (.looping, "looping"),
    (.refusal, "refusal or hedge"), (.otherScript, "another script than the input"),
    (.extremeLength, "extreme length"),
  ]

  var count: Int { rawValue.nonzeroBitCount }
  var words: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}
