import Predictions

/// Writing an event as a line of the ledger.
extension LedgerEvent {
  /// The event as one JSON object without a line break, its keys sorted.
  package var line: String {
    LineJSON.object([
      ("at", LineJSON.string(at.text)),
      ("by", LineJSON.string(by)),
      ("context", context?.json),
      ("draw", body.drawJSON),
      ("event", LineJSON.string(body.name)),
      ("id", LineJSON.string(id.text)),
      ("item", item?.json),
      ("of", body.target.map { LineJSON.string($0.text) }),
      ("prev", prev.map(LineJSON.string)),
      ("review", body.reviewJSON),
      ("seq", String(seq)),
      ("to", body.recipient.map(LineJSON.string)),
      ("v", String(Self.version)),
      ("writer", LineJSON.string(writer)),
    ])
  }
}

extension LedgerBody {
  /// The kind of event as the ledger names it.
  package var name: String {
    switch self {
    case .review: "review"
    case .withdraw: "withdraw"
    case .pass: "pass"
    case .resolve: "resolve"
    case .draw: "draw"
    case .unknown(let name): name
    }
  }

  fileprivate var target: EventID? {
    if case .withdraw(let target) = self { target } else { nil }
  }

  fileprivate var recipient: String? {
    if case .pass(let to) = self { to } else { nil }
  }

  fileprivate var drawJSON: String? {
    if case .draw(let draw) = self { draw.json } else { nil }
  }

  fileprivate var reviewJSON: String? {
    switch self {
    case .review(let review), .resolve(let review): review.json
    case .withdraw, .pass, .draw, .unknown: nil
    }
  }
}

extension Review {
  fileprivate var json: String {
    LineJSON.object([
      ("badTarget", LineJSON.bool(badTarget)),
      ("comment", comment.map(LineJSON.string)),
      ("label", label.map(LineJSON.string)),
      ("preference", preference.map { LineJSON.string($0.rawValue) }),
      ("ratings", LineJSON.numbers(ratings)),
      ("tags", LineJSON.array(tags)),
      ("upsetting", upsetting?.json),
      ("verdict", verdict.map { LineJSON.string($0.rawValue) }),
    ])
  }
}

extension Upsetting {
  fileprivate var json: String {
    LineJSON.object([
      ("categories", LineJSON.array(categories)), ("severity", String(severity)),
    ])
  }
}

extension ReviewedItem {
  fileprivate var json: String {
    LineJSON.object([
      ("content", LineJSON.string(content.text)),
      ("file", LineJSON.string(file)),
      ("input", LineJSON.string(input.text)),
      ("key", LineJSON.string(key)),
      ("run", run.map(LineJSON.string)),
    ])
  }
}

extension ReviewContext {
  fileprivate var json: String {
    LineJSON.object([
      ("afterReveal", afterReveal.map(LineJSON.bool)),
      ("automatic", automatic.map(LineJSON.string)),
      ("blind", blind.map(LineJSON.bool)),
      ("covered", covered.map(LineJSON.bool)),
      ("draw", draw.map(LineJSON.string)),
      ("position", position.map(String.init)),
      ("signal", signal.map(LineJSON.string)),
      ("stratum", stratum.map(LineJSON.string)),
      ("tier", tier.map(LineJSON.string)),
    ])
  }
}

extension Draw {
  fileprivate var json: String {
    LineJSON.object([
      ("id", LineJSON.string(id)),
      ("planned", String(planned)),
      ("run", run.map(LineJSON.string)),
      ("seed", LineJSON.string(seed)),
      ("strata", "[" + strata.map(\.json).joined(separator: ",") + "]"),
      ("where", `where`.map(LineJSON.string)),
    ])
  }
}

extension Draw.Stratum {
  fileprivate var json: String {
    LineJSON.object([
      ("last", last.map { LineJSON.string(Self.digits($0)) }), ("name", LineJSON.string(name)),
      ("population", String(population)), ("take", String(take)),
    ])
  }

  /// Hexadecimal, since numbers of JSON lose their last digits elsewhere.
  private static func digits(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
