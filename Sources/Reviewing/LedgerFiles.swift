import Predictions

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds the files of a ledger: the written one, its reviewers' siblings, writers' own files and
/// rescue files.
///
/// In a folder of one file per reviewer every visible `*.jsonl` file is read. Beside a single file
/// only `NAME.writer-*.jsonl` and `NAME.rescue-*.jsonl` are; where the name is a link, the former lie
/// beside the file that it leads to, so that all who share that find them. Rescue files that could
/// not be put there lie in the state folder, with a mark of the ledger's folder behind the writer,
/// since several ledgers share that one.
package struct LedgerFiles: Sendable {
  /// Where a path or template of the location leads.
  fileprivate struct Place: Sendable {
    let folder: Folder
    /// The file's name for this reviewer, and the name without its extension.
    let name: String
    let stem: String
    let isTemplate: Bool
  }

  private let places: [Place]
  private let stateFolder: Folder?
  private let isWritten: Bool
  private let followsLinks: Bool

  /// Checks the paths of a location; `environment` says where the state folder is.
  package init(
    _ location: LedgerLocation, reviewer: String, environment: [String: String]
  ) throws(LedgerError) {
    var places: [Place] = []
    for path in (location.written.map { [$0] } ?? []) + location.read {
      places.append(try Self.place(path, reviewer: reviewer))
    }
    self.places = places
    isWritten = location.written != nil
    followsLinks = location.followsLinks
    stateFolder = Self.stateFolder(environment)
  }

  private init(toRead places: [Place]) {
    self.places = places
    isWritten = false
    followsLinks = true
    stateFolder = nil
  }

  /// The file that is written; nothing for a ledger in memory.
  package var written: String? {
    isWritten ? places.first.map { $0.folder.path(of: $0.name) } : nil
  }

  /// Paths that were named, which must be files where they exist.
  var named: [String] { places.map { $0.folder.path(of: $0.name) } }

  /// Opens one of the files, as far as links may be followed.
  func open(_ path: String, toAppend: Bool) -> Result<OpenFile, OpenFile.Failure> {
    OpenFile.open(path, toAppend: toAppend, followsLinks: followsLinks)
  }

  /// Every file to read by now: those that were named first, whether they exist or not.
  package func current() -> [String] {
    var paths = named
    var seen = Set(paths)
    for place in places {
      for name in place.folder.names() where place.reads(name) {
        let path = place.folder.path(of: name)
        if seen.insert(path).inserted { paths.append(path) }
      }
      guard target(of: place) != (place.folder, place.stem) else { continue }
      for path in ownFiles(of: place) where seen.insert(path).inserted { paths.append(path) }
    }
    guard let stateFolder else { return paths }
    let names = stateFolder.names()
    for place in places {
      for name in names where place.readsFromState(name) {
        let path = stateFolder.path(of: name)
        if seen.insert(path).inserted { paths.append(path) }
      }
    }
    return paths
  }

  /// The own files of writers that there are by now.
  package func ownFiles() -> [String] { places.flatMap(ownFiles) }

  /// Those of `paths` that are there, each with its writers' own files; one that is not, nor has
  /// any of those, stays for whoever reads it to say so.
  package static func withOwnFiles(_ paths: [String]) -> [String] {
    var all: [String] = []
    for path in paths {
      // A name is meant as it is here, braces and all.
      let (folder, name) = Folder.split(path)
      let place = Place(folder: folder, name: name, stem: stem(of: name), isTemplate: false)
      let own = LedgerFiles(toRead: [place]).ownFiles()
      if own.isEmpty || access(path, F_OK) == 0 { all.append(path) }
      all += own
    }
    return all
  }

  /// Whether a file at `path` would be read as a part of the ledger.
  package func reads(_ path: String) -> Bool {
    let (folder, name) = Folder.split(path)
    return places.contains { place in
      if place.folder.absolutePath == folder.absolutePath {
        return place.name == name || place.reads(name)
      }
      let target = target(of: place)
      return target.folder.absolutePath == folder.absolutePath
        && Self.isOwnFile(name, of: target.stem)
    }
  }

  /// The file that is this writer's alone, for where several machines reach the written one.
  func ownFile(of writer: String) -> String? {
    guard isWritten, let place = places.first else { return nil }
    let target = target(of: place)
    return target.folder.path(of: target.stem + Self.ownMark + "\(writer).jsonl")
  }

  /// Where events go that cannot be saved in the written file, in the order to try.
  func rescues(writer: String, attempt: Int) -> [String] {
    guard isWritten, let place = places.first else { return [] }
    let suffix = attempt == 0 ? "" : "-\(attempt)"
    let name = "\(place.stem).rescue-\(writer)\(suffix)"
    let inState = stateFolder.map { $0.path(of: "\(name)-\(place.mark).jsonl") }
    return [place.folder.path(of: name + ".jsonl")] + (inState.map { [$0] } ?? [])
  }

  private static func place(_ path: String, reviewer: String) throws(LedgerError) -> Place {
    let (folder, pattern) = Folder.split(path)
    guard !folder.path.contains("{reviewer}") else { throw .reviewerInFolder(path: path) }
    let pieces = pattern.split(separator: "{reviewer}", omittingEmptySubsequences: false)
    let isTemplate = pieces.count > 1
    if isTemplate, reviewer.isEmpty { throw .noReviewer }
    let name = pieces.joined(separator: LedgerLocation.encoded(reviewer: reviewer))
    return Place(folder: folder, name: name, stem: stem(of: name), isTemplate: isTemplate)
  }

  private static func stem(of name: String) -> String {
    name.hasSuffix(".jsonl") ? String(name.dropLast(6)) : name
  }

  /// What stands between the stem of a ledger's name and the writer whose own file it is.
  private static let ownMark = ".writer-"

  fileprivate static func isOwnFile(_ name: String, of stem: String) -> Bool {
    name.hasPrefix(stem + ownMark) && name.hasSuffix(".jsonl")
  }

  private func ownFiles(of place: Place) -> [String] {
    let (folder, stem) = target(of: place)
    return folder.names().filter { Self.isOwnFile($0, of: stem) }.map(folder.path)
  }

  /// Where the file of a place lies, behind the links that may be followed.
  private func target(of place: Place) -> (folder: Folder, stem: String) {
    guard followsLinks, let end = place.folder.endOfLinks(at: place.name) else {
      return (place.folder, place.stem)
    }
    return (end.folder, Self.stem(of: end.name))
  }

  private static func stateFolder(_ environment: [String: String]) -> Folder? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return Folder(state + "/spotcheck")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return Folder(home + "/.local/state/spotcheck")
  }
}

extension LedgerFiles.Place {
  fileprivate func reads(_ name: String) -> Bool {
    guard !name.hasPrefix("."), name.hasSuffix(".jsonl") else { return false }
    return isTemplate || name.hasPrefix(stem + ".rescue-")
      || LedgerFiles.isOwnFile(name, of: stem)
  }

  fileprivate func readsFromState(_ name: String) -> Bool {
    guard name.hasSuffix("-\(mark).jsonl"), name.contains(".rescue-") else { return false }
    return isTemplate || name.hasPrefix(stem + ".rescue-")
  }

  /// Eight digits that tell this ledger's folder from others.
  fileprivate var mark: String {
    String(ContentDigest(of: folder.absolutePath.utf8).digits.prefix(8))
  }
}
