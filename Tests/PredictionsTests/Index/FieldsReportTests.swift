import Foundation
import TestSupport
import Testing

@testable import Predictions

@Suite("What was recognised")
struct FieldsReportTests {
  private static func report(_ files: [String: String]) throws -> FieldsReport {
    let folder = try TemporaryFolder()
    return FieldsReport(try PredictionStoreTests.store(folder, files).snapshot)
  }

  private struct Report: Decodable {
    struct File: Decodable {
      struct Damage: Decodable, Equatable {
        let row: Int
        let line: Int
        let offset: Int
        let why: String
      }
      struct Tier: Decodable, Equatable {
        let tier: String
        let count: Int
      }
      struct Fields: Decodable {
        let id: String?
        let input: String?
        let output: String?
        let scores: String?
        let segments: [String]?
      }
      let path: String
      let format: String
      let rows: Int
      let damaged: Int
      let damage: [Damage]
      let fields: Fields
      let signal: String
      let tiers: [Tier]
    }
    let files: [File]
  }

  @Test("the JSON has the documented keys and survives any name")
  func json() throws {
    let text = """
      {"id":1,"input":"a","output":"x","scores":{"x":0.95,"y":0.05},"re\\"gion\\n":"EU"}
      {"id":2,"input":"b","output":"x","scores":{"x":0.6,"y":0.4},"re\\"gion\\n":"US"}
      {"id":3,"input":
      """
    let report = try Self.report(["a \"b\".jsonl": text, "b.jsonl": #"{"id":1}"#])
    let read = try JSONDecoder().decode(Report.self, from: Data(report.json.utf8))
    #expect(read.files.count == 2)
    let file = read.files[0]
    #expect(file.path.hasSuffix("a \"b\".jsonl"))
    #expect(file.format == "jsonl")
    #expect(file.rows == 3)
    #expect(file.damaged == 1)
    #expect(file.damage.first?.row == 3)
    #expect(file.damage.first?.line == 3)
    #expect(file.fields.input == "input")
    #expect(file.fields.scores == "scores")
    #expect(file.fields.segments == ["re\"gion\n"])
    #expect(file.signal == "scores")
    #expect(
      file.tiers == [
        .init(tier: "easy", count: 1), .init(tier: "ambiguous", count: 1),
        .init(tier: "unrated", count: 1),
      ])
    #expect(read.files[1].rows == 1)
  }

  @Test("the lines fit into 80 columns, and no name makes a line of its own")
  func width() throws {
    let deep = "{\"choices\":[{\"message\":{\"content\":\"hello there\"}}]}"
    let rows = (0..<3).map {
      "{\"id\":\($0),\"output\":\(deep),\"a_long_name_of_some_field_with_a\\nbreak\":\"\($0 % 2)\"}"
    }
    let lines = try Self.report(["a.jsonl": rows.joined(separator: "\n")]).lines
    #expect(lines.dropFirst().allSatisfy { $0.count <= 80 && !$0.contains("\n") }, "\(lines)")
    #expect(lines.contains { $0.contains("output.choices[0].message.content") })
    #expect(lines.contains { $0.contains("with_a⏎break") })
  }

  @Test("of many damaged rows the first are listed, and all are counted")
  func manyDamaged() throws {
    let text = "{\"id\":1}\n" + String(repeating: "{\n", count: 1_500)
    let lines = try Self.report(["a.jsonl": text]).lines
    #expect(lines[0].hasSuffix("1,501 rows, 1,500 damaged"))
    #expect(lines.count { $0.contains("damaged     line ") } == 20)
    #expect(lines.contains { $0.contains("and 1,480 more: --format json lists them") })
  }

  @Test("where rows repeat it is said that tiers do not count rows")
  func repeats() throws {
    let row = #"{"id":1,"input":"a","output":"x","confidence":0.95}"#
    let other = #"{"id":2,"input":"b","output":"x","confidence":0.6}"#
    let repeated = try Self.report(["a.jsonl": [row, row, other].joined(separator: "\n")]).lines
    #expect(repeated.contains { $0.contains("hard 0, of 2 different predictions: rows") })
    let once = try Self.report(["a.jsonl": [row, other].joined(separator: "\n")]).lines
    #expect(once.contains { $0.hasSuffix("easy 1 · ambiguous 1 · hard 0") })
  }

  @Test("the lines say what, why and how to say otherwise")
  func lines() throws {
    let lines = try Self.report(["a.csv": "id,input,output\n1,a,b\n"]).lines.joined(separator: "\n")
    #expect(lines.contains("named input"))
    #expect(lines.contains("--input"))
    #expect(lines.contains("1 row"))
  }
}
