import Evaluation
import Predictions
import Reviewing

/// What was drawn, as `sample` prints it: names and digests, never a text of a prediction.
struct DrawListing: Encodable {
  struct Stratum: Encodable {
    let name: String
    let population: Int
    let take: Int
  }

  struct Item: Encodable {
    let key: String
    let file: String
    let content: String
    let stratum: String
    let position: Int
  }

  let draw: String
  let seed: String
  let run: String?
  let `where`: String?
  let planned: Int
  /// `new`, `extended` or `known`.
  let news: String
  /// The ledger got an event.
  let written: Bool
  let strata: [Stratum]
  /// In the order in which they are shown.
  let items: [Item]

  init(_ made: MadeDraw, isWritten: Bool, items: [Item]) {
    draw = made.draw.id
    seed = made.draw.seed
    run = made.draw.run
    self.where = made.draw.where
    planned = made.draw.planned
    news = made.news.rawValue
    written = isWritten
    strata = made.draw.strata.map {
      Stratum(name: $0.name, population: $0.population, take: $0.take)
    }
    self.items = items
  }

  /// The listing as `format`, with a line break at its end.
  func text(as format: TextFormat) throws -> String {
    switch format {
    case .json: try JSONPrinter.text(of: self)
    case .text: lines.map { $0 + "\n" }.joined()
    }
  }

  private var lines: [String] {
    var facts = ["draw \(draw)", "seed “\(seed)”"]
    if let run { facts.append("run \(run)") }
    if let condition = self.where { facts.append("where \(condition)") }
    let standing =
      switch news {
      case MadeDraw.News.new.rawValue: "new"
      case MadeDraw.News.extended.rawValue: "extended"
      default: "made before"
      }
    facts.append(written || news == MadeDraw.News.known.rawValue ? standing : "not written")
    return [facts.joined(separator: " · ")]
      + strata.map { "\($0.name): \($0.take) of \($0.population)" } + [""] + itemLines
  }

  private var itemLines: [String] {
    let keys = items.map(\.key.count).max() ?? 0
    let strata = items.map(\.stratum.count).max() ?? 0
    return items.map { item in
      let position = String(item.position)
      return Self.padded(item.key, keys) + "  " + Self.padded(item.stratum, strata)
        + String(repeating: " ", count: max(1, 5 - position.count)) + position
        + "  \(item.file)  \(item.content)"
    }
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }
}

extension DrawListing.Item {
  init(_ item: DrawnSample.Item, of draw: Draw, in store: PredictionStore) {
    let prediction = store.prediction(at: item.ticket.row)
    key = prediction.key
    file = prediction.file
    content = prediction.contentDigest.text
    stratum = draw.strata[item.stratum].name
    position = item.position
  }

  init(_ item: DrawnSample.Item, of draw: Draw, in parts: DrawParts) {
    let candidate = parts.candidate(item.ticket.content)
    key = candidate?.key ?? ""
    file = candidate?.file ?? ""
    content = candidate?.content ?? ""
    stratum = draw.strata[item.stratum].name
    position = item.position
  }
}
