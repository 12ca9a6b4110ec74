import Synchronization

/// A number for each row of a chunk that takes no room until the first one is set.
///
/// Unchecked, because the column is written by one thread and read by any: the pointer is published
/// after the column is filled with zeros, and the numbers themselves are atomic.
final class LazyColumn: @unchecked Sendable {
  private typealias Number = Atomic<UInt32>

  /// How many numbers there is room for.
  let capacity: Int
  private let column = Atomic<UnsafeMutableRawPointer?>(nil)

  init(capacity: Int = RowChunk.capacity) { self.capacity = capacity }

  deinit {
    // A number has no destructor to run.
    column.load(ordering: .acquiring)?.deallocate()
  }

  /// No number was ever set.
  var isEmpty: Bool { column.load(ordering: .acquiring) == nil }

  /// The number at a place; 0 where none was set.
  subscript(place: Int) -> Int {
    guard let column = column.load(ordering: .acquiring) else { return 0 }
    return Int(column.assumingMemoryBound(to: Number.self)[place].load(ordering: .relaxed))
  }

  /// Only the indexing thread calls it.
  func set(_ number: Int, at place: Int) {
    numbers()[place].store(UInt32(clamping: number), ordering: .relaxed)
  }

  private func numbers() -> UnsafeMutablePointer<Number> {
    if let column = column.load(ordering: .acquiring) {
      return column.assumingMemoryBound(to: Number.self)
    }
    let numbers = UnsafeMutablePointer<Number>.allocate(capacity: capacity)
    for place in 0..<capacity { (numbers + place).initialize(to: Number(0)) }
    column.store(UnsafeMutableRawPointer(numbers), ordering: .releasing)
    return numbers
  }
}
