/// Predictions drawn at random by a recorded rule; only these may enter an estimate.
package struct Draw: Hashable, Sendable {
  /// One part of the predictions and how many of it are taken.
  package struct Stratum: Hashable, Sendable {
    package let name: String
    package let population: Int
    package let take: Int
    /// The highest random number that was taken, so that a part of the predictions knows which of its
    /// own belong to the draw; written as sixteen hexadecimal digits.
    package let last: UInt64?

    package init(name: String, population: Int, take: Int, last: UInt64? = nil) {
      self.name = name
      self.population = population
      self.take = take
      self.last = last
    }
  }

  package let id: String
  package let seed: String
  package let run: String?
  /// The query that says which predictions could be drawn.
  package let `where`: String?
  /// How many reviews make it complete.
  package let planned: Int
  package let strata: [Stratum]

  package init(
    id: String, seed: String, run: String?, where: String?, planned: Int, strata: [Stratum]
  ) {
    self.id = id
    self.seed = seed
    self.run = run
    self.where = `where`
    self.planned = planned
    self.strata = strata
  }
}
