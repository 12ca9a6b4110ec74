/// What the command line and the configuration say about reading predictions.
package struct OpenOptions: Sendable {
  /// Where the rows of a document lie: `a.b.c`.
  package var rowsPath: String?
  /// Fields named by hand, before any are recognised by name; paths such as `answer.text`.
  package var fields: [Part: [String]]
  /// The signal to use instead of the first that the file offers.
  package var signal: SignalKind?
  package var cuts: TierCuts
  /// A shield field at or above this covers its row.
  package var shieldThreshold: Double
  /// Words that cover a row whose texts hold one of them.
  package var shieldWords: [String]
  /// What the run is called in place of what the rows or the file's name say.
  package var run: String?
  /// Digests are needed to know equal predictions as one item; without them every row is an item.
  package var digests: Bool
  /// How streams and growing files are read.
  package var streams = StreamOptions()

  package init(
    rowsPath: String? = nil, fields: [Part: [String]] = [:], signal: SignalKind? = nil,
    cuts: TierCuts = TierCuts(), shieldThreshold: Double = 0.5, shieldWords: [String] = [],
    run: String? = nil, digests: Bool = true
  ) {
    self.rowsPath = rowsPath
    self.fields = fields
    self.signal = signal
    self.cuts = cuts
    self.shieldThreshold = shieldThreshold
    self.shieldWords = shieldWords
    self.run = run
    self.digests = digests
  }
}
