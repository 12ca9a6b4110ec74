import Interface
import Reviewing
import SystemPackage

extension Workspace {
  /// What the screen has to know about this sitting.
  func reviewOptions(_ screen: ScreenOptions, ledger: Ledger) -> ReviewOptions {
    var options = ReviewOptions(
      reviewer: reviewer, ledgerPath: ledger.path ?? "memory", title: title)
    options.blindness = screen.blindness
    options.isPractice = screen.practice
    options.shieldsAll = screen.shield == .all
    return options
  }

  var background: Theme.Background { .dark }

  /// The files, as the header names them.
  private var title: String {
    let names = paths.map { FilePath($0).lastComponent?.string ?? $0 }
    return names.count > 2
      ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}

extension ScreenOptions {
  /// Where to begin: where the reviewer stopped, unless the command line says otherwise.
  func place(resuming stopped: Place?, query: String?) -> Place? {
    var place = stopped
    if place == nil, tier != nil || query != nil {
      place = Place(tier: nil, key: "", row: 0, sort: "", filter: "")
    }
    if let tier { place?.tier = tier }
    if let query { place?.filter = query }
    return place
  }
}
