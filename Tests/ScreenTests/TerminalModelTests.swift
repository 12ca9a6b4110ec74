import Foundation
import TestSupport
import Testing

@testable import Screen

#if canImport(Glibc)
  import Glibc

  /// Where the next cell begins, for the two kinds of terminals: those that add up what `wcwidth` says
  /// of each scalar, and those that give a whole grapheme its own width.
  @Suite("Widths in both kinds of terminals", .enabled(if: SharedFolder.hasCorpus("unicode")))
  struct TerminalModelTests {
    private let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    private let wcwidth: @convention(c) (wchar_t) -> Int32

    init() throws {
      // Its header keeps it from whoever does not ask for a certain standard.
      let found = try #require(dlsym(nil, "wcwidth"))
      wcwidth = unsafeBitCast(found, to: (@convention(c) (wchar_t) -> Int32).self)
    }

    /// What the system says of each scalar, -1 of one that it does not know.
    private func widths(_ scalars: some Sequence<Unicode.Scalar>) -> [Int] {
      let before = uselocale(locale)
      defer { uselocale(before) }
      return scalars.map { Int(wcwidth(wchar_t($0.value))) }
    }

    /// As a terminal that knows nothing but scalars.
    private func scalarWidth(_ text: String) -> Int { widths(text.unicodeScalars).reduce(0, +) }

    /// As terminals with mode 2027 have it: the width of a grapheme is that of its widest scalar, two
    /// with an emoji selector, and one with a text selector.
    private func graphemeWidth(_ text: String) -> Int {
      text.reduce(0) { sum, grapheme in
        let scalars = grapheme.unicodeScalars
        if scalars.contains("\u{FE0F}") { return sum + 2 }
        if scalars.contains("\u{FE0E}") { return sum + 1 }
        return sum + (widths(scalars).max() ?? 0)
      }
    }

    @Test("no emoji moves what stands behind it, in either kind")
    func emoji() throws {
      let file = SharedFolder.corpus("unicode").appending(path: "emoji-test.txt")
      var (count, known) = (0, 0)
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard line.contains("; fully-qualified"), let codes = line.split(separator: ";").first
        else { continue }
        let scalars = codes.split(separator: " ").compactMap {
          UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
        }
        count += 1
        // What the system does not know yet is drawn as something of the same width that it knows.
        guard !widths(scalars).contains(-1) else { continue }
        known += 1
        let shown = DisplayText(String(String.UnicodeScalarView(scalars)))
        #expect(scalarWidth(shown.string) == shown.width, "\(codes)")
        #expect(graphemeWidth(shown.string) == shown.width, "\(codes)")
      }
      #expect(count == 3_655)
      #expect(known > 3_600)
    }
  }
#endif
