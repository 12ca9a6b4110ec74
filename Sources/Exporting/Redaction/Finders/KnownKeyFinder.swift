/// Keys and tokens that say by their beginning who gave them out.
struct KnownKeyFinder: PlaceFinder {
  private struct Shape {
    let prefix: [UInt32]
    /// How many characters follow at least.
    let least: Int
  }

  func look(at place: Int, in text: RedactionText) -> Glance {
    guard let shapes = Self.shapes[text[place]], !text[place - 1].isASCIIWord,
      let shape = shapes.first(where: { text.scalars[place...].starts(with: $0.prefix) })
    else { return .nothing }
    let start = place + shape.prefix.count
    let end = text.end(from: start) { $0.isASCIIWord || $0.isOne(of: "_-") }
    // No key begins inside of a word.
    guard end - start >= shape.least, Self.isRandom(text.scalars[start..<end]) else {
      return .nothingUntil(end)
    }
    return .found(place..<end, .key)
  }

  /// Not words with hyphens between them.
  private static func isRandom(_ scalars: ArraySlice<UInt32>) -> Bool {
    scalars.contains(where: \.isDigit) || scalars.allSatisfy(\.isUppercase)
  }

  private static let shapes: [UInt32: [Shape]] = {
    let table: [(prefixes: String, least: Int)] = [
      ("AKIA ASIA AGPA AIDA AROA AIPA ANPA ANVA ABIA ACCA", 16),
      ("ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- npm_ hf_ pypi-", 20),
      ("sk- sk_live_ sk_test_ rk_live_ pk_live_ whsec_ xai- gsk_", 16),
      ("xoxb- xoxp- xoxa- xoxr- xoxs- xapp-", 10), ("AIza", 30), ("ya29", 20),
      ("dop_v1_ doo_v1_ shpat_ shpss_ SK AC", 32), ("sq0atp- sq0csp- EAAA", 20),
    ]
    var shapes: [UInt32: [Shape]] = [:]
    for (prefixes, least) in table {
      for prefix in prefixes.split(separator: " ") {
        let scalars = prefix.unicodeScalars.map(\.value)
        shapes[scalars[0], default: []].append(Shape(prefix: scalars, least: least))
      }
    }
    // The longest first, since one may begin another.
    return shapes.mapValues { $0.sorted { $0.prefix.count > $1.prefix.count } }
  }()
}
