import Foundation
import TestSupport

/// Statistics with inputs and expected values, from publications and trusted libraries, that lie
/// beside the package where somebody put them there.
enum ReferenceTable {
  struct Entry: Decodable {
    let id: String
    let inputs: Value
    let expected: Value
    let tolerance: Double

    /// Numbers as a publication prints them, by their path in `expected`.
    let published: [String: Published]?

    struct Published: Decodable {
      let value: Double
      let decimals: Int
    }

    private enum CodingKeys: String, CodingKey {
      case id
      case inputs
      case expected
      case tolerance = "abs_tol"
      case published
    }

    /// Whether a number is as close to the expected one as the table asks for: by difference, and by
    /// ratio where it is small or large. What was found step by step is only known by difference.
    func accepts(_ number: Double, expected: Double) -> Bool {
      let difference = abs(number - expected)
      if tolerance > 1e-9 { return difference <= tolerance }
      let size = abs(expected)
      return size < 1e-3 || size > 1e3
        ? difference <= max(1e-9 * size, 1e-15 * tolerance) : difference <= tolerance
    }
  }

  private struct Content: Decodable {
    let entries: [Entry]
  }

  static let file = SharedFolder.root.appending(path: "reference/stats-reference.json")

  static let entries: [Entry] =
    (try? JSONDecoder().decode(Content.self, from: Data(contentsOf: file)))?.entries ?? []

  static var publishedIds: [String] { entries.filter { $0.published != nil }.map(\.id) }

  static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }
}
