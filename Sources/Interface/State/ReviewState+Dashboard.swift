import Evaluation
import Predictions
import Screen

extension ReviewState {
  /// Opens the dashboard and has its numbers worked out.
  mutating func openDashboard() -> [Effect] {
    overlays.append(.dashboard(Dashboard()))
    return evaluate()
  }

  /// Asks for the numbers where the dashboard shows them; once the index is complete, and again when
  /// somebody judged meanwhile.
  mutating func evaluate() -> [Effect] {
    guard hasDashboard, snapshot.isComplete else { return [] }
    guard !isEvaluating else {
      isEvaluationStale = true
      return []
    }
    (isEvaluating, isEvaluationStale) = (true, false)
    return [.evaluate(options.guardrails, weight: options.weight)]
  }

  mutating func take(_ standing: RunStanding) -> [Effect] {
    isEvaluating = false
    for place in overlays.indices {
      guard case .dashboard(var dashboard) = overlays[place] else { continue }
      dashboard.take(standing)
      overlays[place] = .dashboard(dashboard)
    }
    return isEvaluationStale ? evaluate() : []
  }

  private var hasDashboard: Bool {
    overlays.contains { if case .dashboard = $0 { true } else { false } }
  }

  mutating func press(_ key: Key, in dashboard: Dashboard) -> [Effect] {
    var dashboard = dashboard
    switch keyMap.action(for: key) {
    case .sort:
      dashboard.sortNext()
      notice = .information(dashboard.order.rawValue)
    case .nextTier, .previousTier:
      dashboard.focus = dashboard.focus == .table ? .findings : .table
    case .open: return show(from: dashboard)
    case .wrong: return show(from: dashboard, .wrong)
    case .upsetting: return show(from: dashboard, .upsetting)
    case .nextMatch: return show(from: dashboard, .unreviewed)
    case .quit, .back, .dashboard:
      overlays.removeLast()
      return []
    case let action?:
      if dashboard.focus == .findings || isScrollOfFindings(action) {
        scrollFindings(of: &dashboard, action)
      } else {
        move(in: &dashboard, action)
      }
    case nil: explainDashboard()
    }
    overlays[overlays.count - 1] = .dashboard(dashboard)
    return []
  }

  private mutating func explainDashboard() {
    notice = .information("\(keyMap.keyName(for: .quit)) closes the dashboard")
  }

  private mutating func move(in dashboard: inout Dashboard, _ action: Action) {
    let page = max(1, dashboardHeight - 1)
    switch action {
    case .next, .scrollDown: dashboard.move(by: 1)
    case .previous, .scrollUp: dashboard.move(by: -1)
    case .pageDown: dashboard.move(by: page)
    case .pageUp: dashboard.move(by: -page)
    case .halfPageDown: dashboard.move(by: page / 2)
    case .halfPageUp: dashboard.move(by: -page / 2)
    case .first: dashboard.move(to: 0)
    case .last: dashboard.move(to: .max / 2)
    default: explainDashboard()
    }
  }

  /// Side by side the keys that scroll a text scroll the findings, as on the screen below.
  private func isScrollOfFindings(_ action: Action) -> Bool {
    isDashboardWide && (action == .scrollDown || action == .scrollUp)
  }

  private mutating func scrollFindings(of dashboard: inout Dashboard, _ action: Action) {
    let (height, most) = findingsExtent(of: dashboard)
    let hasLeads = dashboard.focus == .findings && !dashboard.leads.isEmpty
    let step: Int
    switch action {
    case .next where hasLeads: return choose(in: &dashboard, dashboard.lead + 1)
    case .previous where hasLeads: return choose(in: &dashboard, dashboard.lead - 1)
    case .next, .scrollDown: step = 1
    case .previous, .scrollUp: step = -1
    case .pageDown: step = height - 1
    case .pageUp: step = 1 - height
    case .halfPageDown: step = height / 2
    case .halfPageUp: step = -height / 2
    case .first: step = -most
    case .last: step = most
    default: return explainDashboard()
    }
    if hasLeads, action == .first || action == .last {
      dashboard.moveLead(to: action == .first ? 0 : .max)
    }
    dashboard.scroll = max(0, min(most, min(most, dashboard.scroll) + step))
  }

  /// Chooses another finding and scrolls as far as it takes to have it in sight.
  private mutating func choose(in dashboard: inout Dashboard, _ place: Int) {
    dashboard.moveLead(to: place)
    let (height, most) = findingsExtent(of: dashboard)
    guard let line = lineOfLead(in: dashboard) else { return }
    let scroll = max(line - height + 1, min(line, dashboard.scroll))
    // The heading above the first one comes back with it.
    dashboard.scroll = dashboard.lead == 0 ? 0 : max(0, min(most, scroll))
  }

  private mutating func show(
    from dashboard: Dashboard, _ kind: Dashboard.Kind? = nil
  ) -> [Effect] {
    if dashboard.focus == .table { return show(dashboard.selected, kind) }
    guard let lead = dashboard.selectedLead else {
      notice = .information("nothing here leads to predictions: no guardrail and no confidence")
      return []
    }
    return show(tier: nil, lead.query(kind))
  }

  /// Lists the predictions of a line, or those of a kind.
  private mutating func show(_ entry: Dashboard.Entry?, _ kind: Dashboard.Kind? = nil) -> [Effect] {
    guard let entry else { return [] }
    // Numbers of a segment are about all tiers, and those of a tier about all predictions in it.
    guard entry.segment == nil else {
      return show(tier: nil, entry.query + (kind.map { " " + $0.rawValue } ?? ""))
    }
    let known = snapshot.tiers.first { $0.tier.name == entry.slice.name }
    return show(tier: known?.tier, kind?.rawValue)
  }

  /// Closes the dashboard and lists what a query matches.
  private mutating func show(tier: Tier?, _ text: String?) -> [Effect] {
    do throws(QueryError) {
      let query = try text.map { text throws(QueryError) in try Query.parse(text) }
      overlays.removeLast()
      filter = query
      return show(tier: tier)
    } catch {
      notice = .refusal(error.description)
      return []
    }
  }
}
