/// How many of some trials had a property: 6 wrong of 41 judged.
///
/// Events need not be whole: an item that two of three reviewers called wrong counts two thirds.
/// With a population, the trials are a random sample of so many and every interval is about those;
/// without one it is about what else the same source will yield. Confidence is that of the whole
/// interval, 0.95 where nothing is said. Everything about no trials is undefined, and so absent.
///
///     let wrong = Proportion(events: 7, of: 91, population: 187)
///     wrong.rate              // 0.077
///     wrong.modifiedWilson()  // 0.047 to 0.125
///     Proportion(events: 0, of: 59).exactUpperBound()  // 0.0495
package struct Proportion: Hashable, Sendable {
  /// How many had the property; parts of one count.
  package let events: Double

  /// How many were looked at.
  package let trials: Int

  /// How many there are to look at, where that is known.
  package let population: Int?

  /// `events` lie between 0 and `trials`, and these are no more than the population.
  package init(events: Double, of trials: Int, population: Int? = nil) {
    precondition(events >= 0 && events <= Double(trials), "more events than trials")
    precondition(population.map { $0 >= trials } ?? true, "more trials than the population has")
    self.events = events
    self.trials = trials
    self.population = population
  }

  /// The share itself.
  package var rate: Double? { trials > 0 ? events / Double(trials) : nil }

  /// The share of what is no event.
  package var complement: Proportion {
    Proportion(events: Double(trials) - events, of: trials, population: population)
  }

  /// The sample of an endless source that would tell as much.
  ///
  /// From a population of N, n trials tell as much as n* = n(N−1)/(N−n): the binomial variance
  /// pq/n* is then the hypergeometric one, pq/n · (N−n)/(N−1); W. G. Cochran, "Sampling Techniques",
  /// 3rd ed. (1977), eq. 3.4. Of a whole population n* is infinite.
  var effectiveTrials: Double {
    guard let population else { return Double(trials) }
    if population == trials { return .infinity }
    return Double(trials) * (Double(population - 1) / Double(population - trials))
  }

  /// The interval that a method gives for the rate and the effective trials.
  ///
  /// Nothing without trials; the rate alone where all of the population was looked at.
  func interval(_ method: (_ sample: EffectiveSample) -> Interval) -> Interval? {
    guard let rate else { return nil }
    let effective = effectiveTrials
    guard effective < .infinity else { return Interval(low: rate, high: rate) }
    let sample = EffectiveSample(
      events: population == nil ? events : rate * effective, trials: effective,
      counted: events, of: Double(trials))
    return method(sample).clamped(to: 0...1)
  }
}

/// Events and trials as an endless source would have given them; neither need be whole.
///
/// Rules about the first and last counts, zero events or one, are about those that were counted: it
/// is they that jump from one to the next. Measured by enumeration, intervals then miss less often.
struct EffectiveSample: Hashable, Sendable {
  let events: Double
  let trials: Double
  let countedEvents: Double
  let countedTrials: Double

  init(events: Double, trials: Double, counted countedEvents: Double, of countedTrials: Double) {
    self.events = events
    self.trials = trials
    self.countedEvents = countedEvents
    self.countedTrials = countedTrials
  }

  /// Of an endless source: what was counted is what counts.
  init(events: Double, trials: Double) {
    self.init(events: events, trials: trials, counted: events, of: trials)
  }

  var rate: Double { events / trials }
  var others: Double { trials - events }
  var countedOthers: Double { countedTrials - countedEvents }

  var mirrored: EffectiveSample {
    EffectiveSample(
      events: others, trials: trials, counted: countedOthers, of: countedTrials)
  }
}
