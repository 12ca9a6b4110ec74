import Foundation

/// An empty folder for one test, removed with everything in it when nothing refers to it any more.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("spotcheck-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// The folder's path.
  package var path: String { url.path }

  /// The path of something in the folder, whether it exists or not.
  package func path(of name: String) -> String {
    url.appendingPathComponent(name).path
  }

  /// Writes a file, with folders in between as needed, and returns its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(Data(text.utf8), to: name)
  }

  /// Writes a file of bytes, with folders in between as needed, and returns its path.
  @discardableResult
  package func write(_ bytes: Data, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file.path
  }

  /// The text of a file in the folder.
  package func read(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  /// The bytes of a file in the folder.
  package func bytes(of name: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(name))
  }
}
