/// `--blind` alone and `--blind target`, which the argument parser cannot tell apart by itself: to
/// it, `--blind predictions.jsonl` would name something to be blind to.
enum BlindArgument {
  static let target = "--blind-target"

  /// The arguments with `--blind target` written as one.
  static func joined(_ arguments: some Collection<String>) -> [String] {
    var joined: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { return joined + [argument] + rest }
      if argument == "--blind=target" {
        joined.append(target)
      } else if argument == "--blind", rest.first == "target" {
        rest.removeFirst()
        joined.append(target)
      } else {
        joined.append(argument)
      }
    }
    return joined
  }
}
