import Testing

@testable import Statistics

@Suite("The reference table", .enabled(if: ReferenceTable.isThere))
struct ReferenceTests {
  @Test("agrees with what is computed here", arguments: ReferenceTable.entries.map(\.id))
  func agrees(id: String) throws {
    let entry = try #require(ReferenceTable.entries.first { $0.id == id })
    let answer = try #require(Answers.of(entry), "nothing computes it")
    let computed = Dictionary(answer.numbers().map { ($0.path, $0.number) }) { first, _ in first }
    for (path, expected) in entry.expected.numbers() {
      let isGiven = computed.keys.contains(path)
      #expect(isGiven, "\(path) is not computed")
      guard isGiven else { continue }
      let number = computed[path] ?? nil
      let wanted = Answers.corrected[id]?[path] ?? expected
      guard let number, let wanted else {
        #expect((number == nil) == (wanted == nil), "\(path): is undefined in one of both")
        continue
      }
      #expect(entry.accepts(number, expected: wanted), "\(path): \(number), expected \(wanted)")
    }
  }

  @Test("prints the published figures", arguments: ReferenceTable.publishedIds)
  func published(id: String) throws {
    let entry = try #require(ReferenceTable.entries.first { $0.id == id })
    let answer = try #require(Answers.of(entry))
    let computed = Dictionary(answer.numbers().map { ($0.path, $0.number) }) { first, _ in first }
    for (path, figure) in entry.published ?? [:] {
      let number = try #require(computed[path] ?? nil)
      #expect(isPrinted(number, figure.value, decimals: figure.decimals), "\(path): \(number)")
    }
  }

  @Test("is corrected only where it is wrong, and by little", arguments: Answers.corrected.keys)
  func corrections(id: String) throws {
    let entry = try #require(ReferenceTable.entries.first { $0.id == id })
    let printed = Dictionary(entry.expected.numbers().map { ($0.path, $0.number) }) { $1 }
    for (path, number) in try #require(Answers.corrected[id]) {
      let wrong = try #require(printed[path] ?? nil)
      #expect(!entry.accepts(number, expected: wrong) && isClose(number, wrong, within: 1e-5))
    }
  }

  @Test("was read whole")
  func isWhole() {
    #expect(ReferenceTable.entries.count == 125)
    #expect(ReferenceTable.entries.reduce(0) { $0 + ($1.published?.count ?? 0) } == 150)
  }
}
