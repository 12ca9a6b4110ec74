import ArgumentParser

/// `--color`: whether colours are used.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether colours are wanted; `NO_COLOR` wins over everything but an explicit `always`.
  func isOn(environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: environment["NO_COLOR", default: ""].isEmpty
    }
  }
}

/// The option that holds a ``ColorChoice``.
struct ColorOptions: ParsableArguments {
  @Option(help: "Colours: auto, always or never; NO_COLOR turns auto off.")
  var color: ColorChoice = .auto
}
