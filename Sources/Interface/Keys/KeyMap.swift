import Screen

/// Which key asks for which action: the defaults, a preset, and what the team rebound.
package struct KeyMap: Sendable {
  /// A binding that cannot be used, with the place in the configuration it came from.
  package enum Problem: Error, Hashable, Sendable {
    case unknownAction(String)
    case unknownKey(String, action: String)
    case unknownPreset(String)
    case keyTwice(Key, Action, Action)
  }

  private var actions: [Key: Action] = [:]
  private var keysOfAction: [Action: [Key]] = [:]

  /// The default keys.
  package static let standard: KeyMap = {
    var map = KeyMap()
    for entry in KeyTable.entries { map.bind(entry.keys, to: entry.action) }
    return map
  }()

  /// The keys of a preset, then `bindings` from action names to key names.
  ///
  /// A rebound action loses its default keys; a default key taken over by another action moves to
  /// it. Two rebound actions with one key are an error, because one of them could never be asked
  /// for.
  package init(preset: String, bindings: [String: [String]]) throws(Problem) {
    guard let base = Self.presets[preset] else { throw .unknownPreset(preset) }
    self = base
    var rebound: [Key: Action] = [:]
    for (name, keyNames) in bindings.sorted(by: { $0.key < $1.key }) {
      guard let action = Action(rawValue: name) else { throw .unknownAction(name) }
      var keys: [Key] = []
      for keyName in keyNames {
        guard let key = Key(name: keyName) else { throw .unknownKey(keyName, action: name) }
        if let other = rebound.updateValue(action, forKey: key), other != action {
          throw .keyTwice(key, other, action)
        }
        keys.append(key)
      }
      bind(keys, to: action)
    }
  }

  private init() {}

  /// The action that `key` asks for.
  package func action(for key: Key) -> Action? { actions[key] }

  /// The keys of `action`, the one to show first.
  package func keys(for action: Action) -> [Key] { keysOfAction[action] ?? [] }

  /// The key to name in a hint; empty where the team left the action without one.
  package func keyName(for action: Action) -> String { keys(for: action).first?.name ?? "" }

  private mutating func bind(_ keys: [Key], to action: Action) {
    for old in keysOfAction[action] ?? [] where actions[old] == action { actions[old] = nil }
    for key in keys {
      if let other = actions[key] { keysOfAction[other]?.removeAll { $0 == key } }
      actions[key] = action
    }
    keysOfAction[action] = keys
  }

  /// `arrows` serves hands that do not know vi: Left and Right are previous and next tier.
  private static let presets: [String: KeyMap] = {
    var arrows = KeyMap.standard
    arrows.bind([.right, .tab], to: .nextTier)
    arrows.bind([.left, .backTab], to: .previousTier)
    return ["default": .standard, "arrows": arrows]
  }()
}

extension KeyMap.Problem {
  /// What is wrong with the binding and what to do about it.
  package var sentence: String {
    switch self {
    case .unknownAction(let name):
      "keys: no action is called \(name); known are "
        + Action.allCases.map(\.rawValue).joined(separator: ", ")
    case .unknownKey(let key, let action):
      "keys: \(key), given for \(action), is no key; write a character or a name such as Enter, "
        + "Tab, PgDn, Ctrl-d or F1"
    case .unknownPreset(let name):
      "keys: no preset is called \(name); known are default and arrows"
    case .keyTwice(let key, let first, let second):
      "keys: \(key.name) is given to both \(first.rawValue) and \(second.rawValue); keep one"
    }
  }
}
