import Evaluation
import Screen

/// The numbers of the run on one page: what was looked at, how good the model is, and where not.
struct Dashboard: Sendable {
  /// In which order the tiers, and the values of each segment, stand.
  enum Order: String, CaseIterable, Sendable {
    case given = "as in the file"
    /// By the lower end of the interval, so that chance puts nothing at the top.
    case worst = "worst first"
    case largest = "largest first"
    case leastLookedAt = "least looked at first"
  }

  /// A line that can be gone to.
  struct Entry: Sendable {
    /// The segment; absent of a tier.
    let segment: String?
    let slice: RunEvaluation.Slice

    /// What the filter has to say for the list to hold these predictions.
    var query: String {
      "\(segment ?? "tier"):\"\(slice.name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
  }

  /// Its two halves: side by side where there is room, else one at a time.
  enum Pane: Sendable {
    /// Rates by tier and segment.
    case table
    /// What follows: tier audit, guardrails, how many more reviews, calibration.
    case findings
  }

  /// What an entry can be narrowed to.
  enum Kind: String, Sendable {
    case wrong = "verdict:wrong"
    case upsetting = "upsetting"
    case unreviewed = "unreviewed"
  }

  /// Absent until it was worked out for the first time.
  var standing: RunStanding?
  var order = Order.given
  var focus = Pane.table
  /// Lines of the findings that are scrolled away.
  var scroll = 0
  private(set) var selection = 0
  /// The place of the finding that is chosen, among those that lead anywhere.
  private(set) var lead = 0

  var leads: [DashboardLead] { standing?.leads ?? [] }

  var selectedLead: DashboardLead? {
    let leads = leads
    return leads.indices.contains(lead) ? leads[lead] : nil
  }

  mutating func moveLead(to place: Int) {
    lead = max(0, min(leads.count - 1, place))
  }

  var evaluation: RunEvaluation? { standing?.evaluation }

  /// Tiers, then the values of each segment.
  var entries: [Entry] {
    guard let evaluation else { return [] }
    var names: [String] = []
    for segment in evaluation.segments where !names.contains(segment.segment) {
      names.append(segment.segment)
    }
    return ordered(evaluation.tiers.map { Entry(segment: nil, slice: $0) })
      + names.flatMap { name in
        ordered(
          evaluation.segments.filter { $0.segment == name }
            .map { Entry(segment: name, slice: $0.slice) })
      }
  }

  var selected: Entry? {
    let entries = entries
    return entries.indices.contains(selection) ? entries[selection] : nil
  }

  mutating func move(by step: Int) {
    selection = max(0, min(entries.count - 1, selection + step))
  }

  mutating func move(to place: Int) {
    selection = 0
    move(by: place)
  }

  /// Takes newer numbers, and stays at the same line where it is still there.
  mutating func take(_ standing: RunStanding) {
    self.standing = standing
    move(by: 0)
    moveLead(to: lead)
  }

  mutating func sortNext() {
    let all = Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
  }

  private func ordered(_ entries: [Entry]) -> [Entry] {
    switch order {
    case .given: entries
    case .worst: entries.sorted { low(of: $0) > low(of: $1) }
    case .largest: entries.sorted { $0.slice.items > $1.slice.items }
    case .leastLookedAt: entries.sorted { share(of: $0) < share(of: $1) }
    }
  }

  private func low(of entry: Entry) -> Double { entry.slice.rates[.wrong]?.low ?? -1 }

  private func share(of entry: Entry) -> Double {
    Double(entry.slice.found.judged) / Double(max(1, entry.slice.items))
  }
}
