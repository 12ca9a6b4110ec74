import Yams

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file of settings: read with limits, parsed, and counted before anything is made of it.
///
/// A few lines of aliases can stand for more values than memory holds, so their number and the
/// values they stand for are limited. The limits are far above any configuration.
struct ConfigurationFile {
  static let maximumSize = 64 << 10
  static let maximumAliases = 20
  static let maximumValues = 20_000

  let path: String

  func error(_ problem: ConfigurationError.Problem, line: Int = 0) -> ConfigurationError {
    ConfigurationError(path: path, line: line, problem: problem)
  }

  /// The whole file as one setting without a key; nothing where it is empty.
  func read() throws(ConfigurationError) -> Setting? {
    try parse(try text())
  }

  /// As ``read()``, of text that is there already.
  func parse(_ text: String) throws(ConfigurationError) -> Setting? {
    try checkAliases(text)
    guard let node = try compose(text) else { return nil }
    try checkValues(node)
    let root = Setting(file: self, key: "", node: node, line: node.mark?.line ?? 1)
    return root.isEmpty ? nil : root
  }

  private func compose(_ text: String) throws(ConfigurationError) -> Node? {
    do throws(any Error) {
      return try Yams.compose(yaml: text)
    } catch {
      throw self.error(from: error)
    }
  }

  private func error(from failure: any Error) -> ConfigurationError {
    switch failure as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      error(.syntax(problem), line: mark.line)
    case .duplicatedKeysInMapping(let keys, let context):
      error(.repeatedKey(keys.first ?? ""), line: context.mark.line)
    case .reader(let problem, _, _, _): error(.syntax(problem))
    default: error(.syntax("\(failure)"))
    }
  }

  private func text() throws(ConfigurationError) -> String {
    var found = stat()
    guard stat(path, &found) == 0 else { throw cannotRead() }
    // A pipe would keep the program waiting, a device might never end.
    guard found.st_mode & S_IFMT == S_IFREG else { throw error(.cannotRead("not a file")) }
    guard let file = fopen(path, "r") else { throw cannotRead() }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Self.maximumSize + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { throw cannotRead() }
    guard count <= Self.maximumSize else { throw error(.tooLarge(limit: Self.maximumSize)) }
    guard let text = String(validating: bytes[..<count], as: UTF8.self) else {
      throw error(.notUTF8)
    }
    return text
  }

  private func cannotRead() -> ConfigurationError {
    error(.cannotRead(String(cString: strerror(errno))))
  }

  /// Counts what looks like an alias, before the YAML reader compares the values they stand for.
  private func checkAliases(_ text: String) throws(ConfigurationError) {
    var count = 0
    var line = 1
    var previous = UInt8(ascii: "\n")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "*"), "\n\r\t ,[{:-?".utf8.contains(previous) {
        count += 1
        guard count <= Self.maximumAliases else {
          throw error(.tooManyAliases(limit: Self.maximumAliases), line: line)
        }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      previous = byte
    }
  }

  /// Walks every value, those behind aliases each time, and stops at the limit.
  private func checkValues(_ root: Node) throws(ConfigurationError) {
    var count = 0
    var waiting = [root]
    while let node = waiting.popLast() {
      count += 1
      guard count + waiting.count <= Self.maximumValues else {
        throw error(.tooManyValues(limit: Self.maximumValues))
      }
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping { waiting += [key, value] }
      case .sequence(let sequence): waiting += sequence
      case .scalar, .alias: break
      }
    }
  }
}
