import Predictions
import Testing

@Suite("A query")
struct QueryTests {
  @Test("reads every term", arguments: Self.terms)
  func term(text: String, condition: QueryCondition) throws {
    #expect(try Query.parse(text).root == .term(QueryTerm(condition, position: 0)))
  }

  static let terms: [(String, QueryCondition)] = [
    ("refund", .text(TextPattern("refund"))),
    ("\"refund policy\"", .text(TextPattern("refund policy", hasWildcards: false))),
    ("\"say \\\"no\\\"\"", .text(TextPattern("say \"no\"", hasWildcards: false))),
    ("re*fund", .text(TextPattern("re*fund"))),
    ("\"or\"", .text(TextPattern("or", hasWildcards: false))),
    ("-", .text(TextPattern("-"))),
    ("tier:ambiguous", .tier(TextPattern("ambiguous"))),
    ("tier:\"Level 4\"", .tier(TextPattern("Level 4", hasWildcards: false))),
    ("verdict:wrong", .verdict(.wrong)),
    ("Verdict:OK", .verdict(.ok)),
    ("upsetting", .upsetting),
    ("upsetting:2", .severity(QueryComparison(.equal, 2))),
    ("upsetting>=2", .severity(QueryComparison(.atLeast, 2))),
    ("upsetting:hate", .category(TextPattern("hate"))),
    ("severity:3", .severity(QueryComparison(.equal, 3))),
    ("bad-target", .badTarget),
    ("flagged", .flagged),
    ("tag:refusal", .tag(TextPattern("refusal"))),
    ("label:bill*", .label(TextPattern("bill*"))),
    ("by:lin", .by(.named(TextPattern("lin")))),
    ("by:me", .by(.me)),
    ("comment:\"accuses the\"", .comment(TextPattern("accuses the", hasWildcards: false))),
    ("unreviewed", .unreviewed(by: nil)),
    ("unreviewed by me", .unreviewed(by: .me)),
    ("unreviewed-by-me", .unreviewed(by: .me)),
    ("unreviewed by lin", .unreviewed(by: .named(TextPattern("lin")))),
    ("automatic:correct", .automatic(.correct)),
    ("automatic:incorrect", .automatic(.incorrect)),
    ("automatic>=0.5", .automatic(.score(QueryComparison(.atLeast, 0.5)))),
    ("missed", .missed),
    ("disputed", .disputed),
    ("changed", .changed),
    ("sampled", .sampled),
    ("damaged", .damaged),
    ("passed-to:me", .passed(to: .me)),
    ("since:7d", .since(.ago(milliseconds: 604_800_000))),
    ("since:2026-11-23", .since(.instant(milliseconds: 1_795_392_000_000))),
    ("since:2026-11-23T12:04:05Z", .since(.instant(milliseconds: 1_795_435_445_000))),
    ("confidence<0.6", .confidence(QueryComparison(.less, 0.6))),
    ("confidence>=.9", .confidence(QueryComparison(.atLeast, 0.9))),
    ("region:EU", .field(name: "region", .equals(QueryOperand(TextPattern("EU"))))),
    ("region:\"\"", .field(name: "region", .isEmpty)),
    ("\"tier\":hard", .field(name: "tier", .equals(QueryOperand(TextPattern("hard"))))),
    ("latency_ms>2000", .field(name: "latency_ms", .compares(QueryComparison(.more, 2_000)))),
    ("score!=1", .field(name: "score", .differs(QueryOperand(TextPattern("1"))))),
    ("output:sorry", .part(.output, TextPattern("sorry"))),
    ("id:r-04*", .id(TextPattern("r-04*"))),
    ("key:r-0421", .id(TextPattern("r-0421"))),
  ]

  @Test(
    "a field that has to be a number is that number, to its last digit",
    arguments: [
      ("1", "1.0", true), ("1", " 1e0", true), ("1", "2", false), ("1", "one", false),
      ("9007199254740993", "9007199254740992", false),
      ("9007199254740993", "9007199254740993.0", true),
    ])
  func numbers(_ operand: String, _ text: String, _ isEqual: Bool) {
    #expect(QueryValue.equals(QueryOperand(TextPattern(operand))).holds(for: [text]) == isEqual)
  }

  @Test("joins words by and, or, not and parentheses", arguments: Self.trees)
  func tree(text: String, shape: String) throws {
    #expect(Self.shape(of: try Query.parse(text).root) == shape)
  }

  static let trees = [
    ("", "all()"),
    ("a b", "all(a b)"),
    ("a and b", "all(a b)"),
    ("a or b c", "any(a all(b c))"),
    ("a or b or c", "any(a b c)"),
    ("(a or b) c", "all(any(a b) c)"),
    ("not a b", "all(not(a) b)"),
    ("-a", "not(a)"),
    ("not not a", "a"),
    ("-(a b)", "not(all(a b))"),
    ("a-b", "a-b"),
    ("((a))", "a"),
    ("a(b)", "all(a b)"),
    ("a OR NOT b", "any(a not(b))"),
  ]

  @Test("says what is wrong and where", arguments: Self.mistakes)
  func mistake(text: String, error: QueryError) {
    #expect(throws: error) { try Query.parse(text) }
  }

  static let mistakes: [(String, QueryError)] = [
    ("a \"b", .quoteNotClosed(position: 2)),
    ("(a", .parenthesisNotClosed(position: 0)),
    ("a )", .parenthesisNotOpened(position: 2)),
    ("()", .missingTerm(beside: "()", position: 1)),
    ("or a", .missingTerm(beside: "or", position: 0)),
    ("a or", .missingTerm(beside: "or", position: 2)),
    ("a or or b", .missingTerm(beside: "or", position: 5)),
    ("a not", .missingTerm(beside: "not", position: 2)),
    ("tier:", .missingValue(field: "tier", position: 0)),
    (
      "a verdict:bad",
      .badValue(
        field: "verdict", value: "bad", expected: "ok, wrong or unsure", position: 2)
    ),
    (
      "confidence<high",
      .badValue(field: "confidence", value: "high", expected: "a number", position: 0)
    ),
    (
      "since:\"\"",
      .badValue(
        field: "since", value: "",
        expected: "an age such as 7d, 12h or 2w, or a date such as 2026-11-23",
        position: 0)
    ),
    ("region:", .missingValue(field: "region", position: 0)),
    ("tier<hard", .noOrder(field: "tier", sign: "<", position: 0)),
  ]

  @Test("is deep only as far as parentheses are allowed to nest")
  func depth() throws {
    let allowed = Query.maximumDepth - 1
    let deep = String(repeating: "(", count: allowed) + "a" + String(repeating: ")", count: allowed)
    #expect(try Query.parse(deep).terms.count == 1)
    #expect(throws: QueryError.nestedTooDeep(position: allowed)) {
      try Query.parse(String(repeating: "(", count: 1_000_000))
    }
  }

  @Test("stays flat however long it is")
  func length() throws {
    let long = Array(repeating: "a or -b", count: 50_000).joined(separator: " or ")
    #expect(try Query.parse(long).terms.count == 100_000)
  }

  @Test("names the known fields where one is unknown")
  func unknownField() {
    let error = QueryError.unknownField("regoin", known: ["region", "label", "a b"], position: 4)
    #expect(
      error.description.contains(
        "no field `regoin`: did you mean `region`? known are tier, verdict, "))
    #expect(error.description.contains("model, region, \"label\", \"a b\"; to look for text"))
    #expect(error.description.hasSuffix("(at character 5)"))
  }

  private static func shape(of node: Query.Node) -> String {
    switch node {
    case .all(let nodes): "all(" + nodes.map(shape).joined(separator: " ") + ")"
    case .any(let nodes): "any(" + nodes.map(shape).joined(separator: " ") + ")"
    case .not(let node): "not(" + shape(of: node) + ")"
    case .term(let term):
      if case .text(let pattern) = term.condition { pattern.text } else { "?" }
    }
  }
}
