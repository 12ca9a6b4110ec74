import ArgumentParser
import Interface

/// How the review screen behaves.
struct ScreenOptions: ParsableArguments {
  /// What `--shield` covers beyond what is likely upsetting.
  enum ShieldChoice: String, ExpressibleByArgument, CaseIterable {
    case all
  }

  @Option(help: ArgumentHelp("Begin with this tier: easy, ambiguous, hard, …", valueName: "tier"))
  var tier: String?

  @Option(
    help: ArgumentHelp(
      "Go through a draw: what is open of the newest, else so many more.", valueName: "number"))
  var sample: Int?

  @Flag(help: "Hide metric, tier and other reviews; `--blind target` hides the target too.")
  var blind = false

  @Flag(name: .customLong("blind-target"), help: .hidden)
  var blindTarget = false

  @Option(help: "Cover every prediction, not only what may be upsetting: all.")
  var shield: ShieldChoice?

  @Flag(help: "Write nothing: judgements are gone when the screen is left.")
  var practice = false

  func validate() throws {
    guard let sample else { return }
    if sample < 1 { throw ValidationError("--sample \(sample): draw one at least") }
    if tier != nil {
      throw ValidationError("--sample draws from all tiers: for one, write --where tier:hard")
    }
  }

  var blindness: ReviewOptions.Blindness {
    if blindTarget { return .target }
    return blind ? .on : .off
  }
}
