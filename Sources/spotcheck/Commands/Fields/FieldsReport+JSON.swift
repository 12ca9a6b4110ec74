import Foundation
import Predictions

extension FieldsReport {
  /// The report for programs: one JSON object and a line break.
  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let record = ReportRecord(files: files.map(FileRecord.init), matching: matching)
      return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
    }
  }

  private struct ReportRecord: Encodable {
    let files: [FileRecord]
    let matching: Int?
  }

  private struct FileRecord: Encodable {
    struct Damage: Encodable {
      let row: Int
      let line: Int
      let offset: Int
      let why: String
    }

    struct TierCount: Encodable {
      let tier: String
      let count: Int
    }

    let path: String
    let format: String
    let rows: Int
    let damaged: Int
    let damage: [Damage]
    let fields: [String: FieldPaths]
    let why: [String: String]
    let signal: String?
    let signalNote: String?
    let tiers: [TierCount]
    let notes: [String]

    init(_ file: File) {
      let report = file.report
      path = report.path
      format = report.format
      rows = report.rows
      damaged = report.damaged
      damage = report.damage.map {
        Damage(
          row: $0.row + 1, line: $0.damage.line, offset: $0.damage.offset,
          why: $0.damage.reason.words)
      }
      let recognised = report.recognised.sorted { $0.key.rawValue < $1.key.rawValue }
      fields = Dictionary(
        uniqueKeysWithValues: recognised.map { part, fields in
          (part.rawValue, FieldPaths(part: part, fields: fields))
        })
      why = Dictionary(
        recognised.flatMap { $0.value.map { ($0.path, $0.why) } }, uniquingKeysWith: { $1 })
      signal = report.signal?.rawValue
      signalNote = report.signalNote
      tiers = file.tiers.map { TierCount(tier: $0.tier.name, count: $0.count) }
      notes = report.notes
    }
  }

  /// The paths of a part: a list where the part can have several, one text where it has one.
  private struct FieldPaths: Encodable {
    let isList: Bool
    let paths: [String]

    init(part: Part, fields: [RecognisedField]) {
      isList = part == .segments || part == .judges || fields.count > 1
      paths = fields.map(\.path)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if !isList, let path = paths.first {
        try container.encode(path)
      } else {
        try container.encode(paths)
      }
    }
  }
}
