import Screen
import Testing

@Suite("Glyphs of the program")
struct GlyphSetTests {
  @Test("fill one column each, in ASCII too", arguments: GlyphSet.Mark.allCases)
  func marks(mark: GlyphSet.Mark) {
    #expect(GlyphSet.unicode.mark(mark).width == 1)
    #expect(GlyphSet.ascii.mark(mark).width == 1)
    #expect(GlyphSet.ascii.mark(mark).string.utf8.count == 1)
  }

  @Test(
    "make bars to an eighth of a column",
    arguments: [
      (0.0, "    ", "    "), (0.001, "▏   ", "    "), (0.5, "██  ", "##  "),
      (0.53125, "██▏ ", "##  "), (0.999, "███▉", "####"), (1, "████", "####"), (7, "████", "####"),
      (-1, "    ", "    "), (.nan, "    ", "    "),
    ])
  func bars(fraction: Double, unicode: String, ascii: String) {
    #expect(GlyphSet.unicode.bar(fraction, columns: 4).string == unicode)
    #expect(GlyphSet.ascii.bar(fraction, columns: 4).string == ascii)
  }

  @Test(
    "make meters that show a little as something and nearly all as not all",
    arguments: [
      (0.0, "▁▁▁▁▁"), (0.001, "▇▁▁▁▁"), (0.4, "▇▇▁▁▁"), (0.999, "▇▇▇▇▁"), (1, "▇▇▇▇▇"),
    ])
  func meters(fraction: Double, shown: String) {
    #expect(GlyphSet.unicode.meter(fraction, columns: 5).string == shown)
    #expect(GlyphSet.ascii.meter(fraction, columns: 5).width == 5)
    #expect(GlyphSet.unicode.meter(fraction, columns: 0).isEmpty)
  }

  @Test("make columns of eight heights")
  func columns() {
    let heights = (0...8).map { GlyphSet.unicode.column(Double($0) / 8).string }
    #expect(heights == [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
    #expect((0...8).allSatisfy { GlyphSet.ascii.column(Double($0) / 8).width == 1 })
  }
}
