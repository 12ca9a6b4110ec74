/// What the fields of one file were recognised as: all that reading a row needs to know.
struct RecognisedParts: Sendable {
  /// A way through a row, by exact keys.
  typealias Place = [FieldPath.Component]

  /// Where an input, an output or a target comes from.
  enum TextSource: Hashable, Sendable {
    case field(Place)
    /// All turns of a conversation but the last.
    case turnsBeforeLast(Place)
    /// What the last turn of a conversation says.
    case lastTurn(Place)
    /// A letter that the table at `words` spells out.
    case mapped(Place, words: Place)
    /// Of a list of candidates those that are marked as correct.
    case marked(Place)
    /// Of the choices whose log-probabilities lie here the most likely one.
    case bestChoice(Place, among: Place)
    /// The choice whose number lies here.
    case choice(Place, among: Place)

    var place: Place {
      switch self {
      case .field(let place), .turnsBeforeLast(let place), .lastTurn(let place): place
      case .mapped(let place, _), .marked(let place): place
      case .bestChoice(let place, _), .choice(let place, _): place
      }
    }
  }

  /// Where the automatic result comes from.
  enum AutomaticSource: Hashable, Sendable {
    /// The field says right or wrong.
    case verdict(Place)
    /// The field holds a grade on the file's own scale.
    case grade(Place)
    /// Output against target.
    case comparison
  }

  /// A grade by a judge and its scale.
  struct Judge: Hashable, Sendable {
    let name: String
    let place: Place
    let low: Double
    let high: Double

    /// Half of the scale: grades from here on pass.
    var passMark: Double { (low + high) / 2 }
  }

  /// Where class probabilities come from.
  enum ScoreSource: Hashable, Sendable {
    /// An object: label → probability.
    case object(Place)
    /// A list of `{label, score}`.
    case entries(Place)
    /// A list of numbers, with its labels beside it or known by place only.
    case list(Place, labels: Place?)
    /// One field for each label.
    case columns([Column])
    /// The log-probabilities of choices, and where their texts lie.
    case choices(Place, among: Place)
    /// The same numbers before they were turned into probabilities.
    indirect case logits(ScoreSource)

    struct Column: Hashable, Sendable {
      let label: String
      let place: Place
    }

    /// Where the numbers lie.
    var places: [Place] {
      switch self {
      case .object(let place), .entries(let place), .list(let place, _): [place]
      case .choices(let place, _): [place]
      case .columns(let columns): columns.map(\.place)
      case .logits(let numbers): numbers.places
      }
    }
  }

  /// Where one probability comes from.
  struct ConfidenceSource: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
      case probability
      /// The probability of this class: confidence is the larger of p and 1 − p.
      case ofClass(String)
      /// One logarithm, a list of them, or a list of tokens that have one: exp(mean).
      case logarithm
    }

    let place: Place
    let meaning: Meaning
  }

  var id: Place?
  var input: TextSource?
  var output: TextSource?
  var target: TextSource?
  var automatic: AutomaticSource?
  var judges: [Judge] = []
  var scores: ScoreSource?
  var confidence: ConfidenceSource?
  var difficulty: Place?
  var variability: Place?
  var shield: Place?
  var model: Place?
  var run: Place?
  var time: Place?
  /// Each segment's name and place.
  var segments: [(name: String, place: Place)] = []
  /// Of each segment whose values are ranges of numbers, by its name, which these are.
  var bins: [String: SegmentBins] = [:]

  /// Every field of the sampled rows, in file order, whether it plays a part or not.
  var known: [FieldPath] = []
  /// What `fields` prints: per part the fields and why.
  var fields: [Part: [RecognisedField]] = [:]
  /// What was not understood, and how to tell it.
  var notes: [String] = []
  /// Probabilities that are placeholders, and why they were ignored.
  var ignored: [String] = []
}
