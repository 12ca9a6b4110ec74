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
    return [.evaluate]
  }

  mutating func take(_ evaluation: RunEvaluation) -> [Effect] {
    isEvaluating = false
    for place in overlays.indices {
      guard case .dashboard(var dashboard) = overlays[place] else { continue }
      dashboard.take(evaluation)
      overlays[place] = .dashboard(dashboard)
    }
    return isEvaluationStale ? evaluate() : []
  }

  private var hasDashboard: Bool {
    overlays.contains { if case .dashboard = $0 { true } else { false } }
  }

  mutating func press(_ key: Key, in dashboard: Dashboard) -> [Effect] {
    var dashboard = dashboard
    let page = max(1, dashboardHeight - 1)
    switch keyMap.action(for: key) {
    case .next, .scrollDown: dashboard.move(by: 1)
    case .previous, .scrollUp: dashboard.move(by: -1)
    case .pageDown: dashboard.move(by: page)
    case .pageUp: dashboard.move(by: -page)
    case .halfPageDown: dashboard.move(by: page / 2)
    case .halfPageUp: dashboard.move(by: -page / 2)
    case .first: dashboard.move(to: 0)
    case .last: dashboard.move(to: .max / 2)
    case .sort:
      dashboard.sortNext()
      notice = .information(dashboard.order.rawValue)
    case .open: return show(dashboard.selected)
    case .quit, .back, .dashboard:
      overlays.removeLast()
      return []
    default:
      notice = .information("\(keyMap.keyName(for: .quit)) closes the dashboard")
    }
    overlays[overlays.count - 1] = .dashboard(dashboard)
    return []
  }

  /// Closes the dashboard and lists the predictions of a line.
  private mutating func show(_ entry: Dashboard.Entry?) -> [Effect] {
    guard let entry else { return [] }
    overlays.removeLast()
    if entry.segment == nil,
      let tier = snapshot.tiers.first(where: { $0.tier.name == entry.slice.name })
    {
      return show(tier: tier.tier)
    }
    do throws(QueryError) {
      return setFilter(try Query.parse(entry.query))
    } catch {
      notice = .refusal(error.description)
      return []
    }
  }
}
