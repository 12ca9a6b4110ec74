/// Why a configuration cannot be used, and on which line.
package struct ConfigurationError: Error, Hashable, Sendable {
  package enum Problem: Hashable, Sendable {
    /// The system's words.
    case cannotRead(String)
    case tooLarge(limit: Int)
    case notUTF8
    case tooManyAliases(limit: Int)
    /// The values that aliases stand for are more than any configuration has.
    case tooManyValues(limit: Int)
    /// What the YAML reader says.
    case syntax(String)
    case repeatedKey(String)
    /// `nearest` is the known key that looks most like it.
    case unknownKey(String, nearest: String)
    case wrongValue(key: String, expected: String)
    case missingKey(String)
  }

  package let path: String
  /// From 1; 0 where the whole file is meant.
  package let line: Int
  package let problem: Problem

  package init(path: String, line: Int, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }
}

extension ConfigurationError: CustomStringConvertible {
  /// Where, what, and what to do.
  package var description: String {
    let place = line > 0 ? "\(path), line \(line): " : "\(path): "
    return switch problem {
    case .cannotRead(let why): place + "cannot be read: \(why)"
    case .tooLarge(let limit): place + "larger than \(limit) bytes, which no configuration is"
    case .notUTF8: place + "not UTF-8: save it as UTF-8"
    case .tooManyAliases(let limit): place + "more than \(limit) aliases (*name): write them out"
    case .tooManyValues(let limit): place + "more than \(limit) values, aliases written out"
    case .syntax(let why): place + "not YAML: \(why)"
    case .repeatedKey(let key): place + "\(key) is there twice: keep one"
    case .unknownKey(let key, let nearest):
      place + "unknown key \(key); the nearest known one is \(nearest)"
    case .wrongValue(let key, let expected):
      place + (key.isEmpty ? "the whole of it" : key) + " must be \(expected)"
    case .missingKey(let key): place + "\(key) is missing"
    }
  }
}
