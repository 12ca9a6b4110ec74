import Predictions
import SystemPackage

/// A first argument that was meant as a command and is none: without a check the screen, which is what
/// runs without a command, would look for a file of that name.
enum MisspeltCommand {
  /// Throws where the first argument looks like a command and is neither one nor a file.
  ///
  /// Files of predictions are named with an ending or a folder, and commands never are.
  static func check(_ arguments: [String], commands: [String]) throws(UsageError) {
    guard let word = arguments.first, !word.isEmpty, !word.hasPrefix("-"),
      !word.contains(where: { $0 == "." || $0 == "/" }), !commands.contains(word),
      !exists(word)
    else { return }
    let nearest = EditDistance.nearest(to: word, among: commands)
    let isNear = EditDistance.between(word, nearest) <= max(1, word.count / 3)
    throw UsageError(
      "\(word) is no file and no command: "
        + (isNear
          ? "did you mean `spotcheck \(nearest)`?" : "`spotcheck --help` lists the commands"))
  }

  private static func exists(_ path: String) -> Bool { (try? Stat(FilePath(path))) != nil }
}
