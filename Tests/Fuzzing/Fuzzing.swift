#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// What libFuzzer calls. `Tests/Fuzzing/run` says in the environment which parser it is about, and where
// seeds and words are to be written.

/// Called once, before the seeds are read.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer, _ arguments: UnsafeMutableRawPointer
) -> CInt {
  guard let folder = environment("SPOTCHECK_SEEDS") else { return 0 }
  for (place, seed) in target.entry.seeds.enumerated() {
    write(seed, to: "\(folder)/seed-\(place)")
  }
  let words = target.entry.words.map { "\"\(escaped($0))\"\n" }
  write(words.joined(), to: folder + ".words")
  return 0
}

/// Called with every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.entry.take(UnsafeRawBufferPointer(start: bytes, count: count))
  return 0
}

private let target: FuzzTarget = {
  guard let target = environment("SPOTCHECK_FUZZ").flatMap(FuzzTarget.init) else {
    fatalError("SPOTCHECK_FUZZ has to be one of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

private func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w") else { fatalError("cannot write \(path)") }
  _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
  fclose(file)
}

/// As a dictionary of libFuzzer writes bytes.
private func escaped(_ word: String) -> String {
  word.utf8.map { byte in
    let digits = String(byte, radix: 16)
    return "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
  }.joined()
}
