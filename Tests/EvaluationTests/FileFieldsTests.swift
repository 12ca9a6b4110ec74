import Evaluation
import Predictions
import Reviewing
import TestSupport
import Testing

@Suite("A query about the file's own fields")
struct FileFieldsTests {
  /// `region` becomes a segment; the other fields are read from the rows.
  private static let rows = #"""
    {"id":"a","input":"1","output":"x","region":"EU","label":"billing","toxicity":0.9,"judge_help":2.5,"metadata":{"lang":"de","n":1.0},"tags":["slow","long"],"ok":true,"a.b":"dotted"}
    {"id":"b","input":"2","output":"x","region":"US","label":"fraud","toxicity":0.10,"judge_help":4,"metadata":{"lang":"DE","n":12},"tags":[],"ok":false,"my field":"7"}
    {"id":"c","input":"3","output":"x","region":"EU","toxicity":"0.30","metadata":{"lang":"","n":null},"other":{"n":1e0},"tags":["long"],"ok":"True","Case":"lower","case":"upper"}
    {"id":"d","input":"4","output":"x","metadata":{"lang":"fr"},"toxicity":"high","choices":[{"text":"one"},{"text":"two"}]}
    {"id":"e","input":"cut off
    ["f"]

    """#

  @Test(
    "a segment of ranges answers what names a range; numbers and patterns are asked of the rows",
    arguments: [
      (#"ms:"under 200""#, 0..<200), (#"ms:"200 to 400""#, 200..<400), ("ms:345", 345..<346),
      ("ms<250", 0..<250), ("ms>=999", 999..<1000), (#"-ms:"under 200""#, 200..<1000),
      (#"ms!="800 and over""#, 0..<800), ("ms:20*", 20..<21), (#"ms:"""#, 0..<0),
      (#"ms:"200 to 401""#, 0..<0),
    ])
  func ranges(text: String, expected: Range<Int>) throws {
    let rows = (0..<1000).map { #"{"id":"\#($0)","input":"q\#($0)","output":"a","ms":\#($0)}"# }
    let run = try ReviewedRun(
      rows: rows.joined(separator: "\n") + "\n", options: OpenOptions(fields: [.segments: ["ms"]]))
    let found = try Arranger.rows(
      Arrangement(query: Query.parse(text)), context: SupportRun.context(run)
    ) { false }
    let all = Set(try #require(found).map { run.store.prediction(at: $0).row })
    #expect(all.isSuperset(of: expected))
    let more = text == "ms:20*" ? Set(200..<210) : []
    #expect(all.subtracting(expected) == more)
  }

  @Test("finds the rows whose field is what it says", arguments: Self.queries)
  func query(text: String, expected: String) throws {
    #expect(try Self.keys(matching: text) == expected)
  }

  static let queries = [
    // Segments, which the index answers.
    ("region:EU", "ac"), ("region:e*", "ac"), ("region:E*", "ac"), ("region:eU", ""),
    ("region!=EU", "b"), ("region:\"\"", "d#6"), ("-region:\"\"", "abce"), ("region:*", "abc"),
    // Paths, and last components where they are unique.
    ("metadata.lang:de", "ab"), ("lang:de", "ab"), ("LANG:DE", "b"), ("lang:\"\"", "c#6"),
    ("lang!=de", "d"), ("lang!=\"\"", "abd"), ("lang:*", "abd"), ("metadata:*\"lang\"*", ""),
    ("metadata:*fr*", "d"), ("a.b:dotted", "a"), ("b:dotted", "a"), ("\"my field\":7", "b"),
    ("\"my field\">6.5", "b"), ("Case:lower", "c"), ("case:upper", "c"),
    // Numbers, also where they are written as text.
    ("toxicity>0.3", "a"), ("toxicity>=0.3", "ac"), ("toxicity:.3", "c"), ("toxicity=0.1", "b"),
    ("toxicity:\"0.1\"", ""), ("toxicity:\"0.10\"", "b"), ("toxicity<0.2", "b"),
    ("toxicity!=0.9", "bcd"), ("toxicity:high", "d"), ("judge_help<3", "a"),
    ("metadata.n:1", "a"), ("metadata.n>1", "b"), ("other.n:1", "c"),
    // Truth values in any spelling.
    ("ok:true", "ac"), ("ok:True", "ac"), ("ok:false", "b"), ("ok!=true", "b"),
    // A list is whatever one of its members is.
    ("tags:long", "ac"), ("tags:slow", "a"), ("tags!=slow", "c"), ("tags:\"\"", "bd#6"),
    ("choices[0].text:one", "d"), ("choices[1].text:two", "d"), ("choices[1].text:one", ""),
    // In quotes a name means the file's field, never the language's own.
    ("label:billing", ""), ("\"label\":billing", "a"), ("\"label\"!=billing", "b"),
    // Together with the rest of the language.
    ("region:EU toxicity<0.5", "c"), ("lang:de or ok:true", "abc"), ("-lang:de region:*", "c"),
    ("x -lang:de -id:d", "c"), ("unreviewed toxicity>.5", "a"),
  ]

  @Test("says which fields there are, fixed names first, and which was meant")
  func unknown() throws {
    let error = try #require(throws: QueryError.self) {
      try Self.keys(matching: "a toxcity>1")
    }
    #expect(error.position == 2)
    #expect(error.words.hasPrefix("no field `toxcity`: did you mean `toxicity`? known are tier, "))
    #expect(error.words.contains("model, region, \"label\", toxicity, judge_help, "))
    #expect(error.words.contains("tags, ok, a.b, metadata.lang, metadata.n, \"my field\""))
    #expect(!error.words.contains("tags[0]"))
    let nested = try #require(throws: QueryError.self) { try Self.keys(matching: "lng:de") }
    #expect(nested.words.contains("did you mean `metadata.lang`?"))
    let far = try #require(throws: QueryError.self) { try Self.keys(matching: "weather:good") }
    #expect(!far.words.contains("did you mean"))
  }

  @Test("lists the paths where a last component could be several")
  func ambiguous() throws {
    let error = try #require(throws: QueryError.self) { try Self.keys(matching: "n:1") }
    #expect(error.words == "`n` can be metadata.n, other.n: write the whole name")
    let cases = try #require(throws: QueryError.self) { try Self.keys(matching: "CASE:upper") }
    #expect(cases.words.contains("Case, case"))
  }

  @Test("reads cells of a table like any other field")
  func table() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "id,input,output,Score (0-1),note\r\na,q,x,0.50,\r\nb,r,y,.75,\"two\r\nlines\"\r\n",
      to: "run.csv")
    let store = try PredictionStore.open([path], options: OpenOptions())
    store.waitUntilComplete()
    #expect(try Self.keys(matching: "\"score (0-1)\">0.6", of: store) == "b")
    #expect(try Self.keys(matching: "note:\"\"", of: store) == "a")
    #expect(try Self.keys(matching: "note:two*", of: store) == "b")
  }

  @Test("asks each file where it has the field")
  func severalFiles() throws {
    let folder = try TemporaryFolder()
    let one = ["EU", "US"].enumerated().map {
      #"{"id":"a\#($0)","input":"a\#($0)","output":"x","region":"\#($1)"}"#
    }
    let other = #"{"id":"b","input":"b","output":"x","model":"region","size":3}"#
    let store = try PredictionStore.open(
      [
        folder.write(one.joined(separator: "\n"), to: "one.jsonl"),
        folder.write(other, to: "other.jsonl"),
      ], options: OpenOptions())
    store.waitUntilComplete()
    #expect(try Self.keys(matching: "region:EU or size:3", of: store) == "a0b")
    #expect(try Self.keys(matching: "region:\"\"", of: store) == "b")
  }

  private static func keys(matching text: String) throws -> String {
    let run = try ReviewedRun(rows: rows)
    return try keys(matching: text, of: run.store)
  }

  private static func keys(matching text: String, of store: PredictionStore) throws -> String {
    let context = QueryContext(
      snapshot: store.snapshot, store: store, book: ReviewBook(), reviewer: "ada",
      now: ReviewedRun.now)
    let rows = try Arranger.rows(
      Arrangement(query: try Query.parse(text)), context: context, isCancelled: { false })
    return (rows ?? []).map { store.prediction(at: $0).key }.joined()
  }
}
