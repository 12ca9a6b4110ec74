import Evaluation
import Foundation
import Predictions
import Reviewing

/// What one machine's files have to draw from, as `sample --part` prints it.
///
/// Keys: `run`, `seed`, `where`, `limit` (as many of a tier are here at most), and `tiers`, each with
/// `tier`, `population` and `candidates` in the order of their numbers.
struct DrawPart: Codable {
  struct Candidate: Codable {
    /// Sixteen hexadecimal digits, since numbers of JSON lose the last ones elsewhere.
    let number: String
    let content: String
    let key: String
    let file: String
  }

  struct InTier: Codable {
    let tier: String
    let population: Int
    let candidates: [Candidate]
  }

  let run: String?
  let seed: String
  let `where`: String?
  let limit: Int
  let tiers: [InTier]

  init(
    _ candidates: DrawCandidates, run: String?, seed: String, where: String?, limit: Int,
    in store: PredictionStore
  ) {
    self.run = run
    self.seed = seed
    self.where = `where`
    self.limit = limit
    tiers = candidates.tiers.map { tier in
      InTier(
        tier: tier.tier, population: tier.population,
        candidates: tier.tickets.map { ticket in
          let prediction = store.prediction(at: ticket.row)
          let digits = String(ticket.number, radix: 16)
          return Candidate(
            number: String(repeating: "0", count: 16 - digits.count) + digits,
            content: prediction.contentDigest.text, key: prediction.key, file: prediction.file)
        })
    }
  }

  /// The candidates; nothing where a number or a digest is none.
  var candidates: DrawCandidates? {
    var found: [DrawCandidates.InTier] = []
    for tier in tiers {
      var tickets: [DrawTicket] = []
      for candidate in tier.candidates {
        guard let number = UInt64(candidate.number, radix: 16),
          let content = ContentDigest(text: candidate.content)
        else { return nil }
        // There is no row here: nobody asks for one before the draw is made again where it lies.
        tickets.append(DrawTicket(number: number, content: content.prefix, row: 0))
      }
      found.append(
        DrawCandidates.InTier(
          tier: tier.tier, population: tier.population, tickets: tickets.sorted()))
    }
    return DrawCandidates(found)
  }
}

/// The parts of one draw, put together.
struct DrawParts {
  private let candidates: DrawCandidates
  private let run: String?
  private let seed: String
  private let `where`: String?
  private let limit: Int
  private let known: [DigestPrefix: DrawPart.Candidate]

  /// Throws where a file is no part, or parts do not belong together.
  init(reading paths: [String], run: String?, seed: String?) throws {
    let parts = try paths.map { try Self.part($0) }
    guard let first = parts.first else { throw DrawError.nothingToDraw }
    for (path, part) in zip(paths, parts) {
      guard part.seed == (seed ?? first.seed) else {
        throw CommandError(
          "\(path) was made with the seed “\(part.seed)”, not “\(seed ?? first.seed)”: make all "
            + "parts with the same --seed")
      }
      guard part.where == first.where else {
        throw CommandError("\(path) was made with another --where than \(paths[0])")
      }
      guard run != nil || part.run == first.run else {
        throw CommandError(
          "\(path) is of run \(part.run ?? "without a name"), \(paths[0]) of "
            + "\(first.run ?? "one without a name"): --run says what to call them together")
      }
    }
    self.run = run ?? first.run
    self.seed = first.seed
    self.where = first.where
    limit = parts.map(\.limit).min() ?? 0
    var candidates = DrawCandidates([])
    for (path, part) in zip(paths, parts) {
      guard let more = part.candidates else { throw Self.notAPart(path) }
      candidates.formUnion(more, limit: limit)
    }
    self.candidates = candidates
    let all = parts.flatMap(\.tiers).flatMap(\.candidates)
    known = Dictionary(
      all.compactMap { one in ContentDigest(text: one.content).map { ($0.prefix, one) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The draw of all parts, or the larger form of one that `book` has.
  func draw(_ order: DrawOrder, in book: ReviewBook) throws -> MadeDraw {
    var order = order
    order.seed = seed
    order.where = self.where
    let earlier = order.earlier(in: DrawChoice.draws(ofRun: run, in: book))
    guard order.most(after: earlier?.draw) <= limit else {
      throw CommandError(
        "the parts hold \(limit) of a tier at most: make them anew with --size "
          + "\(order.most(after: earlier?.draw))")
    }
    return try MadeDraw.make(
      order, from: candidates, run: run, seed: seed, extending: earlier)
  }

  /// What a part said of an item.
  func candidate(_ content: DigestPrefix) -> DrawPart.Candidate? { known[content] }

  private static func part(_ path: String) throws -> DrawPart {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError("cannot read \(path): check the name")
    }
    do {
      return try JSONDecoder().decode(DrawPart.self, from: data)
    } catch {
      throw notAPart(path)
    }
  }

  private static func notAPart(_ path: String) -> CommandError {
    CommandError("\(path) is no output of `sample --part`: make it anew")
  }
}
