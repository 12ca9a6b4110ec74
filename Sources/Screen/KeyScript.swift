/// Keys written as text: printing characters stand for themselves, other keys for their name.
///
/// `jjw<Enter><Esc><C-d><S-Tab><Space><lt>`; a `<` is written `<lt>`. A line break is left out, so
/// that a script can have several lines.
package enum KeyScript {
  /// The keys of a script, in order.
  package static func parse(_ script: String) throws(KeyScriptError) -> [Key] {
    var keys: [Key] = []
    var rest = script[...]
    while let character = rest.first {
      let position = script.distance(from: script.startIndex, to: rest.startIndex) + 1
      rest.removeFirst()
      guard character == "<" else {
        if !character.isNewline { keys.append(.character(character)) }
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        throw .notClosed(position: position)
      }
      let name = String(rest[..<end])
      guard let key = Key(name: name) else {
        throw .unknownKey(name: name, position: position)
      }
      keys.append(key)
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }
}

/// Why a key script cannot be read; positions count characters from 1.
package enum KeyScriptError: Error, Hashable, Sendable, CustomStringConvertible {
  case notClosed(position: Int)
  case unknownKey(name: String, position: Int)

  package var description: String {
    switch self {
    case .notClosed(let position):
      "keys: '<' at character \(position) is not closed; write <lt> for the character itself"
    case .unknownKey(let name, let position):
      "keys: no key is called '\(name)' (character \(position)); known are letters, <Enter> <Esc> "
        + "<Tab> <S-Tab> <Space> <BS> <Up> <PgDn> <Home> <F1> <C-d> <lt> and the like"
    }
  }
}
