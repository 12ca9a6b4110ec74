import Foundation

/// Conformance suites that lie beside the package where somebody put them there.
///
/// Tests that need one are enabled only where it exists, so the package tests whole without them.
package enum SharedFolder {
  /// `../shared` beside the package's root.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  /// A folder of `../shared/corpora`.
  package static func corpus(_ name: String) -> URL {
    root.appending(path: "corpora").appending(path: name)
  }

  /// Whether that folder is there.
  package static func hasCorpus(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: corpus(name).path)
  }

  /// The files of a folder in the order of their names.
  package static func files(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }
}
