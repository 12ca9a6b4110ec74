import Configuration
import Evaluation
import Interface
import Predictions
import Reviewing
import SystemPackage

extension Workspace {
  /// What the screen has to know about this sitting.
  func reviewOptions(
    _ screen: ScreenOptions, query: String?, ledger: Ledger
  ) -> ReviewOptions {
    var options = ReviewOptions(
      reviewer: reviewer, ledgerPath: ledger.path ?? "memory", title: title)
    options.blindness = screen.blindness
    options.isPractice = screen.practice
    options.shieldsAll = screen.shield == .all
    let configuration = found.configuration
    options.guardrails = configuration.guardrails.compactMap { GuardrailRule($0) }
    options.weight = configuration.weight
    options.sampling = sampling(screen, query: query)
    options.shieldWords = configuration.shield.words
    options.avoided = configuration.avoid
    options.exposuresUntilBreak = configuration.shield.suggestBreakAfter
    options.support = configuration.shield.support
    options.tags = configuration.tags
    options.upsettingCategories = configuration.upsettingCategories
    return options
  }

  /// The draw to begin with, and how large those are that are asked for later.
  private func sampling(_ screen: ScreenOptions, query: String?) -> ReviewOptions.Sampling {
    var sampling = ReviewOptions.Sampling()
    let daily = found.configuration.daily
    sampling.size = screen.sample ?? daily.sample
    if isDaily {
      sampling.first = DrawOrder(.daily(daily.sample), where: query)
      sampling.overlap = daily.overlap
    } else {
      sampling.first = screen.sample.map { DrawOrder(.next($0), where: query) }
    }
    return sampling
  }

  /// The background as the configuration says, else as the terminal's `COLORFGBG` does.
  var background: Theme.Background {
    switch found.configuration.background {
    case .light: .light
    case .dark: .dark
    case .auto: Self.background(colors: surroundings.variable("COLORFGBG") ?? "")
    }
  }

  /// The keys with what the team rebound; an error names the line that cannot be used.
  func keyMap() throws(CommandError) -> KeyMap {
    let keys = found.configuration.keys
    do throws(KeyMap.Problem) {
      return try KeyMap(preset: keys.preset, bindings: keys.bindings)
    } catch {
      let place = error.action.flatMap { keys.lines[$0] }.map { ", line \($0)" } ?? ""
      throw CommandError("\(found.path ?? FoundConfiguration.fileName)\(place): \(error.sentence)")
    }
  }

  /// `COLORFGBG` is `foreground;background`; white and light grey are light.
  private static func background(colors: String) -> Theme.Background {
    ["7", "15"].contains(colors.split(separator: ";").last) ? .light : .dark
  }

  /// The files, as the header names them.
  private var title: String {
    let names = paths.map { path in
      path == StreamOptions.standardInputPath
        ? StreamOptions.standardInputName : FilePath(path).lastComponent?.string ?? path
    }
    return names.count > 2
      ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: ", ")
  }
}

extension ScreenOptions {
  /// Where to begin: where the reviewer stopped, unless the command line says otherwise. What it names
  /// stands by itself: with the filter or the tier of the last sitting nothing might be left to show.
  func place(resuming stopped: Place?, query: String?) -> Place? {
    // A draw has its own place: the first of its predictions that is open.
    if sample != nil { return nil }
    var place = stopped
    if place == nil, tier != nil || query != nil {
      place = Place(tier: nil, key: "", row: 0, sort: "", filter: "")
    }
    guard tier != nil || query != nil else { return place }
    place?.tier = tier
    place?.filter = query ?? ""
    return place
  }
}

extension KeyMap.Problem {
  /// The action whose binding cannot be used, as the configuration names it.
  fileprivate var action: String? {
    switch self {
    case .unknownAction(let name), .unknownKey(_, let name): name
    case .keyTwice(_, _, let second): second.rawValue
    case .unknownPreset: nil
    }
  }
}
