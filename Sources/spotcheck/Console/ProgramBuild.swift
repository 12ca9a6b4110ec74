import Foundation
import SystemPackage

/// Which build of the program runs, told apart from every other one.
enum ProgramBuild {
  /// The one place that names the release.
  static let version = "0.1.0"

  /// Its file's size and time, which change with every build; nothing where the file is unknown.
  static var current: String? {
    // The link is quicker than asking Foundation, but not every system has it.
    guard
      let status = (try? Stat(FilePath("/proc/self/exe")))
        ?? Bundle.main.executablePath.flatMap({ try? Stat(FilePath($0)) })
    else { return nil }
    return "\(status.size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
