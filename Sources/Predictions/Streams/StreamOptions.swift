import SystemPackage

/// How predictions are read that are not simply there: streams, compressed files, growing files.
package struct StreamOptions: Sendable {
  /// The name of standard input on a command line.
  package static let standardInputPath = "-"
  /// What standard input is called in reports and in the ledger.
  package static let standardInputName = "stdin"

  /// Where streams are spooled to; without one only files can be read that lie there as text.
  package var spoolFolder: String?
  /// Rows that are longer lie there as well, and are not held in memory.
  var longestHeld = PagedRoom.Place.leastSize
  /// Begins with what has come after a short while, for somebody who waits for a screen.
  package var opensEarly: Bool
  /// Takes new rows from files that grow.
  package var follows: Bool
  /// How often a followed file is looked at.
  var followInterval = Duration.milliseconds(500)
  /// What holds files open.
  var pool = DescriptorPool.shared
  /// What compressed files are unpacked to, shared by those that are opened together.
  var lanes = SpoolLanes()
  /// What `-` reads.
  var standardInput = FileDescriptor.standardInput

  var pagedPlace: PagedRoom.Place? {
    spoolFolder.map { PagedRoom.Place(folder: $0, leastSize: longestHeld) }
  }

  package init(spoolFolder: String? = nil, opensEarly: Bool = false, follows: Bool = false) {
    self.spoolFolder = spoolFolder
    self.opensEarly = opensEarly
    self.follows = follows
  }
}
