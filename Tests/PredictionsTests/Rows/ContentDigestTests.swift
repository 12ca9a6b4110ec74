import Predictions
import Testing

@Suite("A digest's text")
struct ContentDigestTests {
  @Test("is read back, and no other byte in any place passes for a digit")
  func digits() throws {
    let digest = ContentDigest(of: "x".utf8)
    let text = Array(digest.text.utf8)
    #expect(text.withUnsafeBytes { ContentDigest(utf8: $0) } == digest)
    for place in text.indices.dropFirst("sha256:".utf8.count) {
      for byte in UInt8.min...UInt8.max {
        var changed = text
        changed[place] = byte
        let isDigit = (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        let read = changed.withUnsafeBytes { ContentDigest(utf8: $0) }
        #expect((read != nil) == isDigit, "\(byte) at \(place)")
        if let read { #expect(Array(read.text.utf8) == changed) }
      }
    }
  }
}
