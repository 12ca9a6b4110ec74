import SystemPackage

/// An open file that is closed when nothing refers to it any more.
final class OwnedDescriptor: Sendable {
  let descriptor: FileDescriptor

  init(_ descriptor: FileDescriptor) {
    self.descriptor = descriptor
  }

  deinit {
    try? descriptor.close()
  }
}
