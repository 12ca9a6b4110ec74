import ArgumentParser

/// How a result is printed: for people or for programs.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// Whom it is for.
  var reader: Console.Reader {
    switch self {
    case .text: .person
    case .json: .program
    }
  }
}
