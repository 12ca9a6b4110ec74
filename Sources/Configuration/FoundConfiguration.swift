#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The configuration that applies to some predictions, where it lies, and how far it is trusted.
///
/// `spotcheck.yaml` is looked for from the predictions' folder upward. One that lies neither in
/// the working folder nor above it is somebody else's: what its guardrails would run, and a ledger
/// or history outside of its own folder, are noted and not used, unless the file was named by hand.
package struct FoundConfiguration: Sendable {
  package enum Trust: Hashable, Sendable {
    /// It lies in the working folder or above it, or there is none.
    case own
    /// It was named by hand.
    case named
    case somebodyElses
  }

  package static let fileName = "spotcheck.yaml"
  private static let defaultLedger = "ledger/{reviewer}.jsonl"
  private static let defaultHistory = "history.jsonl"

  /// What applies; what is not trusted is taken out already.
  package private(set) var configuration = Configuration()
  /// The file, nothing where there is none.
  package let path: String?
  /// Where relative paths of the configuration start, as a path from the root.
  package let folder: String
  package let trust: Trust
  /// What is not used, and how to say otherwise.
  package private(set) var notes: [String] = []
  private let workingFolder: String

  /// Reads the configuration named by hand, else the nearest above `predictions`.
  ///
  /// Without predictions the search begins in the working folder.
  package init(
    named: String?, predictions: String?, workingFolder: String
  ) throws(ConfigurationError) {
    let working = RealPath.of(workingFolder)
    self.workingFolder = working
    let file: String?
    if let named {
      file = RealPath.of(named, from: working)
    } else {
      let start = predictions.map { RealPath.parent(of: RealPath.of($0, from: working)) }
      file = Self.nearest(to: start ?? working)
    }
    path = file
    folder = file.map(RealPath.parent) ?? working
    trust =
      named != nil
      ? .named : RealPath.contains(folder, working) ? .own : .somebodyElses
    guard let file else { return }
    configuration = try Configuration(readingFile: file)
    if trust == .somebodyElses { distrust(file) }
  }

  /// Where the ledger lies: a path or template, relative where it lies in the working folder.
  package var ledger: String {
    let written = configuration.ledger ?? Self.defaultLedger
    if RealPath.isAbsolute(written) || isInWorkingFolder { return written }
    return RealPath.join(folder, written)
  }

  /// The ledger lies in a folder whose content somebody else chose, links among it.
  package var isLedgerSomebodyElses: Bool {
    trust == .somebodyElses && RealPath.contains(folder, RealPath.of(ledger, from: workingFolder))
  }

  /// Where metrics are kept run by run, as a path that can be opened from the working folder.
  package var history: String { path(of: configuration.history ?? Self.defaultHistory) }

  /// A path of the configuration as a path that can be opened from the working folder.
  package func path(of written: String) -> String {
    RealPath.isAbsolute(written) || isInWorkingFolder ? written : RealPath.join(folder, written)
  }

  private func isInside(_ written: String) -> Bool {
    RealPath.contains(folder, RealPath.of(written, from: folder))
  }

  private var isInWorkingFolder: Bool { folder.utf8.elementsEqual(workingFolder.utf8) }

  private static func nearest(to start: String) -> String? {
    var folder = start
    while true {
      let candidate = RealPath.join(folder, fileName)
      if access(candidate, F_OK) == 0 { return candidate }
      if folder == "/" { return nil }
      folder = RealPath.parent(of: folder)
    }
  }

  private mutating func distrust(_ file: String) {
    let wayOut = "--config \(file) uses it"
    for index in configuration.guardrails.indices {
      guard let command = configuration.guardrails[index].respond else { continue }
      configuration.guardrails[index].respond = nil
      let metric = configuration.guardrails[index].metric.rawValue
      notes.append(
        "the response of \(metric), \(command), is somebody else's and not run; \(wayOut)")
    }
    keepInside(\.ledger, Self.defaultLedger, "ledger", of: file)
    keepInside(\.history, Self.defaultHistory, "history", of: file)
  }

  /// Sees to it that a file that is written lies in the configuration's own folder, where links may
  /// lead elsewhere as well.
  private mutating func keepInside(
    _ path: WritableKeyPath<Configuration, String?>, _ usual: String, _ name: String,
    of file: String
  ) {
    let written = configuration[keyPath: path] ?? usual
    guard !isInside(written) else { return }
    configuration[keyPath: path] = isInside(usual) ? nil : RealPath.join(workingFolder, usual)
    notes.append(
      "the \(name) \(written) lies outside of the folder of somebody else's \(file) "
        + "and is not used; --config \(file) uses it")
  }
}
