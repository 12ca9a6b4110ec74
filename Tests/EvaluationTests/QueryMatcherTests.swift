import Evaluation
import Predictions
import TestSupport
import Testing

@Suite("Asking predictions a query")
struct QueryMatcherTests {
  @Test("gives those that match", arguments: Self.queries)
  func query(text: String, expected: String) throws {
    let run = try SupportRun.open()
    #expect(try Self.keys(matching: text, in: run) == expected)
  }

  static let queries = [
    ("", "abcdfgh"),
    ("tier:easy", "acf"), ("tier:a*", "bh"), ("tier:hard", "d"), ("tier:unrated", "g"),
    ("confidence<0.6", "bd"), ("confidence>=.97", "cf"), ("automatic:correct", "ach"),
    ("automatic:incorrect", "bdf"), ("automatic:none", "g"), ("region:EU", "acf"),
    ("region:eu", "acf"), ("Region:EU", "acf"), ("size>5", "bdfh"), ("size:3", "ac"),
    ("damaged", "g"), ("shielded", "c"), ("copies>1", "a"), ("file:*run*", "abcdfgh"),
    ("run:v7", "abcdfh"), ("model:m2", "cd"), ("id:a", "a"), ("key:g*", "g"),
    ("refund", "bf"), ("Refund", "bf"), ("\"refund policy\"", "bf"), ("Policy", "f"),
    ("re*pol*y", "bf"), ("größe", "f"), ("हि", "h"), ("input:refund", "b"), ("output:refund", "bf"),
    ("target:\"30 days\"", "b"), ("bo", ""),
    ("verdict:wrong", "b"), ("verdict:ok", "ab"), ("verdict:unsure", "d"), ("upsetting", "c"),
    ("upsetting:2", "c"), ("severity>=3", ""), ("upsetting:harassment", "c"), ("bad-target", "b"),
    ("flagged", "bc"), ("tag:refusal", "b"), ("tag:\"checked twice\"", "a"), ("label:bill*", "d"),
    ("by:lin", "abc"), ("by:me", "ab"), ("comment:\"30 days\"", "b"), ("since:7d", "abc"),
    ("since:2026-11-01", "abcd"), ("since:2026-11-23", ""),
    ("reviewed", "abd"), ("unreviewed", "cfgh"), ("unreviewed by me", "cdfgh"),
    ("unreviewed-by-me", "cdfgh"), ("unreviewed by lin", "cdfgh"),
    ("missed", "c"), ("disputed", "b"), ("changed", "f"), ("sampled", ""),
    ("passed-to:lin", "h"), ("passed-to:me", ""),
    ("tier:easy region:EU", "acf"), ("tier:hard or tier:ambiguous", "bdh"),
    ("-tier:easy -damaged", "bdh"), ("(flagged or changed) region:EU", "cf"),
    ("not (refund or parcel) -damaged", "cdh"), ("refund verdict:wrong", "b"),
  ]

  @Test("takes terms about reviews beside each other for one review", arguments: Self.oneReview)
  func sameReview(text: String, expected: String) throws {
    let run = try SupportRun.open()
    #expect(try Self.keys(matching: text, in: run) == expected)
  }

  static let oneReview = [
    ("verdict:wrong by:ada", "b"), ("verdict:wrong by:lin", ""), ("verdict:ok by:lin", "ab"),
    ("bad-target by:ada", ""), ("verdict:ok since:7d", "a"), ("flagged by:lin since:7d", "c"),
    ("(verdict:wrong or verdict:unsure) by:max", "d"), ("(verdict:wrong or verdict:ok) by:max", ""),
    ("verdict:wrong comment:days by:ada", "b"), ("verdict:ok comment:days", ""),
    ("verdict:ok -by:ada", ""), ("-(verdict:ok by:lin) reviewed", "d"),
    ("region:US verdict:ok by:lin", "b"),
  ]

  @Test("a confidence meets the number that the file gives", arguments: Self.confidences)
  func confidence(text: String, expected: String) throws {
    let rows = zip("abcdef", [".2", ".4", ".6", ".9", ".95", ".99"]).map { key, number in
      #"{"id":"\#(key)","input":"\#(key)","output":"x","confidence":0\#(number)}"# + "\n"
    }
    let run = try ReviewedRun(rows: rows.joined())
    #expect(try Self.keys(matching: text, in: run) == expected)
  }

  static let confidences = [
    ("confidence>=0.9", "def"), ("confidence>0.9", "ef"), ("confidence<0.9", "abc"),
    ("confidence<=0.4", "ab"), ("confidence>0.4", "cdef"), ("confidence>=0.95", "ef"),
    ("confidence=0.6", "c"), ("confidence!=0.99", "abcde"), ("confidence>=0.2 -damaged", "abcdef"),
    ("(confidence<=0.2 or verdict:ok)", "a"),
  ]

  @Test("says which fields there are where one is unknown")
  func unknownField() throws {
    let run = try SupportRun.open()
    let error = try #require(throws: QueryError.self) {
      try Self.keys(matching: "tier:easy regoin:EU", in: run)
    }
    #expect(error.position == 10)
    #expect(error.words.contains("region") && error.words.contains("confidence"))
  }

  @Test("says which tiers there are where one is unknown")
  func unknownTier() throws {
    let run = try SupportRun.open()
    let error = try #require(throws: QueryError.self) {
      try Self.keys(matching: "tier:harrd", in: run)
    }
    #expect(error.words.contains("easy, ambiguous, hard"))
  }

  private static func keys(matching text: String, in run: ReviewedRun) throws -> String {
    let rows = try Arranger.rows(
      Arrangement(query: try Query.parse(text)), context: SupportRun.context(run),
      isCancelled: { false })
    return SupportRun.keys(rows, in: run)
  }
}
