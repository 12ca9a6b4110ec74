import Exporting
import Testing

@Suite("Fields of an export")
struct ExportFieldsTests {
  @Test("are named, with groups for segments and reviews")
  func names() throws {
    let fields = try ExportFields.parse("key, segments,verdict,key", segments: ["region", "key"])
    #expect(
      fields.fields == [
        .prediction(.key), .segment("region"), .segment("key"), .review(.verdict),
      ])
    let reviews = try ExportFields.parse("reviews", segments: [])
    #expect(reviews.fields == ExportField.ReviewField.allCases.map(ExportField.review))
  }

  @Test("that are unknown are an error which lists the known ones", arguments: ["", "kye", "a,"])
  func unknown(list: String) throws {
    let error = try #require(throws: ExportFieldError.self) {
      try ExportFields.parse(list, segments: ["region"])
    }
    #expect(error.known.contains("region") && error.known.contains("verdict"))
    #expect(error.words.contains("known are key, file"))
  }
}
