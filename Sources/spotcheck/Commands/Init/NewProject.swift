import Foundation
import Predictions
import SystemPackage

/// A folder that gets its first configuration.
struct NewProject {
  /// What was written where.
  struct Written: Encodable {
    let configuration: String
    let gitattributes: String
    let gitattributesChanged: Bool

    func description(as format: TextFormat) throws -> String {
      guard format == .text else { return try JSONPrinter.text(of: self) }
      let git =
        gitattributesChanged
        ? "wrote the line that merges ledgers to \(gitattributes)\n"
        : "\(gitattributes) has the line that merges ledgers already\n"
      return "wrote \(configuration)\n" + git
    }
  }

  /// Ledgers keep their bytes, and git merges them line by line.
  static let attributes = "ledger/*.jsonl -text merge=union"

  let folder: FilePath
  let report: FileReport
  /// The pattern of the runs, from the folder.
  let runs: String

  /// Reads the beginning of `file` to see what it holds.
  init(of file: String, in surroundings: Surroundings) throws {
    guard file != StreamOptions.standardInputPath else {
      throw UsageError("init describes files and not a stream: name a file of predictions")
    }
    let path = surroundings.realPath(of: file)
    let working = surroundings.realPath(of: ".")
    folder = path.starts(with: working) ? working : path.removingLastComponent()
    var options = OpenOptions(digests: false)
    options.streams = StreamOptions(spoolFolder: surroundings.spoolFolder)
    let store = try PredictionStore.open([file], options: options)
    defer { store.cancel() }
    guard let report = store.snapshot.files.first else { throw OpenError.empty(path: file) }
    self.report = report
    var within = path.removingLastComponent()
    _ = within.removePrefix(folder)
    let pattern = path.extension.map { "*.\($0)" } ?? "*"
    runs = within.isEmpty ? pattern : within.appending(pattern).string
  }

  /// Writes the configuration and the line for git.
  func write() throws -> Written {
    let file = folder.appending("spotcheck.yaml")
    let text = ConfigurationTemplate(report: report, runs: runs).text
    do {
      let descriptor = try FileDescriptor.open(
        file, .writeOnly, options: [.create, .exclusiveCreate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      _ = try descriptor.closeAfter { try descriptor.writeAll(text.utf8) }
    } catch Errno.fileExists {
      throw CommandError("\(file) exists: change that, or move it away to start anew")
    } catch let errno as Errno {
      throw CommandError("cannot write \(file): \(errno)")
    }
    let attributes = folder.appending(".gitattributes")
    return Written(
      configuration: file.string, gitattributes: attributes.string,
      gitattributesChanged: try addAttributes(to: attributes))
  }

  /// Adds the line for ledgers at the end of the file, unless it is there.
  private func addAttributes(to file: FilePath) throws -> Bool {
    let existing = (try? String(contentsOfFile: file.string, encoding: .utf8)) ?? ""
    let lines = existing.split(whereSeparator: \.isNewline)
    guard !lines.contains(Substring(Self.attributes)) else { return false }
    let gap = existing.isEmpty || existing.hasSuffix("\n") ? "" : "\n"
    do {
      let descriptor = try FileDescriptor.open(
        file, .writeOnly, options: [.create, .append],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      _ = try descriptor.closeAfter {
        try descriptor.writeAll("\(gap)\(Self.attributes)\n".utf8)
      }
    } catch let errno as Errno {
      throw CommandError("cannot write \(file): \(errno)")
    }
    return true
  }
}
