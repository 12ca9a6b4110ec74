#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory that was freed but not given back to the system.
enum FreedMemory {
  /// Gives back what can be, in milliseconds; to be called when much was freed that is not needed
  /// again.
  ///
  /// The allocator of glibc keeps freed blocks of up to 32 MiB for later ones of the thread that
  /// made them. It is asked for by its name, since the header that declares it is not in Swift's
  /// module of glibc; where there is no such function, allocators give back by themselves.
  static func giveBack() {
    typealias Trim = @convention(c) (Int) -> Int32
    guard let symbol = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(symbol, to: Trim.self)(0)
  }
}
