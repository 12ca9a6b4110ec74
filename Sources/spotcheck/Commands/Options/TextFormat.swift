import ArgumentParser

/// How a result is printed: for people or for programs.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
