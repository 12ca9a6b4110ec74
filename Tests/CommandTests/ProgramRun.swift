import Foundation
import TestSupport

/// What the built program did with some arguments.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  /// The program that was built with the tests: it lies beside their bundle.
  static let program: URL = {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") || $0.hasPrefix("/") }
    for bundle in bundles {
      var folder = URL(filePath: bundle).standardizedFileURL
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let program = folder.appending(path: "spotcheck")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: program.path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: program.path)
        {
          return program
        }
      }
    }
    preconditionFailure("no spotcheck beside \(bundles)")
  }()

  /// Runs the program in `folder`, as ada, with nothing of this machine's own settings.
  static func of(
    _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(program, arguments, in: folder, environment: environment)
  }

  /// Runs a line of shell, in which `$SPOTCHECK` is the program.
  static func ofShell(
    _ line: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try run(URL(filePath: "/bin/sh"), ["-c", line], in: folder, environment: environment)
  }

  /// The environment of a run: what the program looks at lies in the test's folder.
  static func environment(in folder: TemporaryFolder) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path(of: "home"), "XDG_STATE_HOME": folder.path(of: "state"),
      "XDG_CACHE_HOME": folder.path(of: "cache"),
      "SPOTCHECK_REVIEWER": "ada", "SPOTCHECK": program.path, "LC_ALL": "C.UTF-8",
      // A trap would otherwise wait half a minute for a key before it ends.
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// Output goes to files, because a full pipe would make the program wait for its reader.
  private static func run(
    _ executable: URL, _ arguments: [String], in folder: TemporaryFolder,
    environment: [String: String]
  ) throws -> ProgramRun {
    let capture = try TemporaryFolder()
    let output = try capture.write("", to: "output")
    let errors = try capture.write("", to: "errors")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = Self.environment(in: folder).merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return ProgramRun(
      status: process.terminationStatus, output: try capture.read("output"),
      errors: try capture.read("errors"))
  }
}
