/// Long runs of arguments made one, for the argument parser, whose time grows with their square: a
/// thousand shards took it longer than reading their million rows.
///
/// They are joined by NUL, which no argument contains.
enum FoldedArguments {
  private static let separator: Character = "\0"
  /// Shorter runs are left alone, so that what is wrong with them is told in the parser's words.
  private static let shortest = 64

  /// The arguments with long runs of what are no options folded, but for the first three of each, which
  /// may name subcommands and what they are about, or be the value of an option before them.
  static func folded(_ arguments: [String]) -> [String] {
    var folded: [String] = []
    var rest = arguments[...]
    while !rest.isEmpty {
      let run = rest.prefix { !$0.hasPrefix("-") }
      if run.count >= shortest {
        folded += run.prefix(3)
        folded.append(run.dropFirst(3).joined(separator: String(separator)))
      } else {
        folded += run
      }
      rest = rest[run.endIndex...]
      if let option = rest.popFirst() { folded.append(option) }
    }
    return folded
  }

  /// The arguments that ``folded(_:)`` was given.
  static func unfolded(_ arguments: [String]) -> [String] {
    arguments.flatMap {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }
}
