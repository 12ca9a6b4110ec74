/// A way into the program for bytes from outside, with what has to hold whatever they are.
protocol FuzzEntry {
  /// Inputs to begin with: one of each kind that takes another way.
  static var seeds: [String] { get }
  /// Words of the format, which chance alone rarely makes.
  static var words: [String] { get }

  /// Takes `bytes` and ends the process where something does not hold.
  static func take(_ bytes: UnsafeRawBufferPointer)
}

/// The entries by the names that `Tests/Fuzzing/run` knows.
enum FuzzTarget: String, CaseIterable {
  case json, csv, ledger, configuration, query, screen

  var entry: any FuzzEntry.Type {
    switch self {
    case .json: JSONRowEntry.self
    case .csv: TableRowEntry.self
    case .ledger: LedgerLineEntry.self
    case .configuration: ConfigurationEntry.self
    case .query: QueryEntry.self
    case .screen: ScreenEntry.self
    }
  }
}

/// Ends the process, which the fuzzer takes for a find, unless `condition` holds.
@inline(__always)
func hold(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError(what()) }
}
