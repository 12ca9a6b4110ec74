import Evaluation
import Predictions
import Reviewing
import Screen

/// The whole screen as a value: events go in, effects come out, and it draws itself into a grid.
///
/// It holds the newest snapshots of index and ledger, never a file. Reading the predictions on
/// show is the store's work, asked for while drawing. Nothing here looks at a clock, a terminal or
/// the environment, so a test is keys in, lines out:
///
///     var state = ReviewState(options: options, store: store, size: Size(columns: 100, rows: 30))
///     let effects = state.update(.key(.character("w"), at: 1_000))
///     let lines = state.draw().text()
package struct ReviewState: Sendable {
  let options: ReviewOptions
  let keyMap: KeyMap
  let theme: Theme
  let store: PredictionStore
  /// Comments stay on disk; this reads one.
  let readComment: @Sendable (CurrentReview) -> String?

  var size: Size
  var snapshot: IndexSnapshot
  var book: ReviewBook
  /// The ledger is still being read: the book is empty, and nobody knows what was said before.
  package internal(set) var isReadingLedger: Bool
  var saving: SavingStatus
  var counts: ReviewCounts
  var labels: [String]?

  /// The tier on show; all of them where absent.
  var tier: Tier?
  var sort: SortOrder
  var filter: Query?
  var list = PredictionList()
  /// The arrangement asked for last; answers to earlier ones are dropped.
  var arrangementID = 0
  var isArranging = false
  /// How many rows of the index the list was made of.
  var rowsListed = 0
  /// The list in its order was asked for: what it had before was in file order.
  var isOrdered = false
  var isCountingReviews = false
  /// The numbers of the run are being worked out, and somebody judged meanwhile.
  var isEvaluating = false
  var isEvaluationStale = false
  /// When each tier and segment was last looked at; known where somebody ever looked.
  var due: DueReport?
  var isMeasuringDue = false
  var isDueStale = false
  /// The draw that is gone through.
  var drawView: DrawView?
  var isSampling = false
  /// As they stood when the end of the draw was reached.
  var guardrails: [GuardrailFinding] = []
  var hasBegunDraw = false
  /// Rows of which blind review has shown what it hides, whatever was undone since.
  var rowsRevealed: Set<Int> = []
  var find: FindState?
  /// Where to go when the place comes up: a resumed sitting, or an undo in another tier.
  var wantedRow: Int?
  var hasMoved = false

  var overlays: [Overlay] = []
  var isFullScreen = false
  var showsDifference = false
  var scroll = 0
  var shield = Shield()
  var echo: Echo?
  var notice: Notice?
  /// It was said what became of the files since they were last opened.
  var hasToldNews = false
  var undos: [Undo] = []
  var tokens = 0
  /// The row of the judgement that the ledger was just given: its answer concerns that row alone.
  var changingRow: Int?

  var now = 0
  var lastKey = 0
  /// When the selected prediction was first drawn in sight; absent until it was.
  var shownAt: Int?
  var lastVerdictAt: Int?
  /// A card or another view lay over the prediction when the last key was pressed.
  var isBehindView = false
  var pace = Pace()
  /// The upsetting predictions are left out for this sitting.
  var leavesOutShielded = false
  /// How much is likely upsetting; known some time after the index is complete.
  var exposure: Exposure?
  var hasAskedForExposure = false

  /// - Parameter book: what was said so far; absent while the ledger is being read.
  package init(
    options: ReviewOptions, keyMap: KeyMap = .standard, theme: Theme, store: PredictionStore,
    book: ReviewBook?, saving: SavingStatus, size: Size, place: Place? = nil,
    readComment: @escaping @Sendable (CurrentReview) -> String?
  ) {
    self.options = options
    self.keyMap = keyMap
    self.theme = theme
    self.store = store
    self.readComment = readComment
    self.size = size
    snapshot = store.snapshot
    self.book = book ?? ReviewBook()
    isReadingLedger = book == nil
    self.saving = saving
    counts = ReviewCounts(reviewer: options.reviewer)
    sort = options.blindness == .off ? Self.firstSort(of: snapshot) : .random
    if options.showsFirstCard { overlays = [.firstCard] }
    resume(at: place)
  }

  /// The effects that set the screen going.
  package mutating func start() -> [Effect] {
    update(.indexed(snapshot))
  }

  /// What is on show: the selected prediction with the beginnings of its texts.
  var selected: Prediction? {
    list.selectedRow.map(prediction(ofRow:))
  }

  /// The prediction of a row with the beginnings of its texts.
  func prediction(ofRow row: Int) -> Prediction {
    store.prediction(at: row, upTo: Prediction.screenLength)
  }

  /// Where this reviewer is; not known while the place of the last sitting is still awaited.
  package var place: Place? {
    guard wantedRow == nil, let row = list.selectedRow else { return nil }
    return Place(
      tier: tier?.name, key: store.excerpt(at: row).key,
      row: row, sort: sort.rawValue, filter: filter?.text ?? "")
  }

  /// Covered texts looked at in this sitting; the count stays on this machine.
  package var exposureCount: Int { shield.exposures }

  /// How many predictions this sitting said something about, what was undone left out.
  package var judgementCount: Int { Set(undos.map(\.row)).count }

  /// What this sitting said, for the line that it leaves with.
  package var tally: SittingTally { SittingTally(undos) }

  /// What the model was least sure of comes first; where nothing tells, no order is better than
  /// another, and a random one misleads least.
  private static func firstSort(of snapshot: IndexSnapshot) -> SortOrder {
    let tells = snapshot.files.contains { $0.signal != nil && $0.signal != SignalKind.none }
    return tells ? .uncertain : .random
  }

  private mutating func resume(at place: Place?) {
    guard let place else { return }
    if let sort = SortOrder(rawValue: place.sort) { self.sort = sort }
    filter = place.filter.isEmpty ? nil : try? Query.parse(place.filter)
    wantedRow = place.row
    tier = place.tier.map(Tier.init(name:))
    resumedKey = place.key
  }

  var resumedKey: String?
}

/// A find under way or finished.
struct FindState: Hashable, Sendable {
  var text: String
  var id: Int
  var found = FoundRows()
  /// Somebody is looking; else the find waits for more rows or is complete.
  var isLooking = true
  /// Every row was looked at.
  var isComplete = false
}
