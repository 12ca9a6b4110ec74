/// A row's value in each segment, as places in ``IndexSnapshot/segmentValues(of:)``.
///
/// Code 0 says that the row has no such value.
package struct SegmentCodes: RandomAccessCollection, Hashable, Sendable {
  /// How many segments a file set can have.
  package static let limit = 8

  private var codes = SIMD8<UInt16>()
  package let endIndex: Int
  package var startIndex: Int { 0 }

  /// As many absent values; `count` is at most ``limit``.
  package init(count: Int) {
    precondition(count <= Self.limit, "at most \(Self.limit) segments")
    endIndex = count
  }

  package subscript(segment: Int) -> Int {
    get { Int(codes[segment]) }
    set { codes[segment] = UInt16(newValue) }
  }
}
