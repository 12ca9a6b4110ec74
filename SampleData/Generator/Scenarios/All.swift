extension Scenario {
  /// Short everyday matters, of which a run holds several rows each.
  static let everyday: [Scenario] =
    delivery + returns + payment + card + account + fraud + product + loyalty + technical
    + complaint + european + asian
}
