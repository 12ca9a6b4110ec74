import Predictions
import SystemPackage

extension IndexCache {
  /// The user's cache; nothing where neither `XDG_CACHE_HOME` nor `HOME` says where that is.
  init?(in surroundings: Surroundings) {
    guard let folder = surroundings.cacheFolder, let program = ProgramBuild.current else {
      return nil
    }
    self.init(folder: folder.appending("index"), program: program)
  }
}

extension Surroundings {
  /// Where the program may keep what it can make again.
  var cacheFolder: FilePath? {
    if let home = variable("XDG_CACHE_HOME"), FilePath(home).isAbsolute {
      return FilePath(home).appending("spotcheck")
    }
    return variable("HOME").map { FilePath($0).appending(".cache/spotcheck") }
  }

  /// Where streams are kept while they are read.
  var spoolFolder: String? { cacheFolder?.appending("spool").string }
}
