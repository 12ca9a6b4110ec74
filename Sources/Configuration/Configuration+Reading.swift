import Predictions

extension Configuration {
  /// Reads the file at `path`.
  package init(readingFile path: String) throws(ConfigurationError) {
    try self.init(try ConfigurationFile(path: path).read())
  }

  /// Reads settings from text, whose errors name `path`.
  package init(text: String, path: String) throws(ConfigurationError) {
    try self.init(try ConfigurationFile(path: path).parse(text))
  }

  private init(_ root: Setting?) throws(ConfigurationError) {
    self.init()
    guard let root else { return }
    let section = try root.section([
      "runs", "daily", "ledger", "history", "fields", "weight", "tiers", "shield", "tags",
      "upsetting-categories", "guardrails", "keys", "background", "avoid", "record-seconds",
    ])
    try read(section)
    if let fields = section["fields"] { self.fields = try Self.fields(fields) }
    if let rails = section["guardrails"] {
      for element in try rails.elements("a list of guardrails") {
        guardrails.append(try Guardrail(element))
      }
    }
  }

  private mutating func read(_ section: [String: Setting]) throws(ConfigurationError) {
    if let value = section["runs"] { runs = try value.texts() }
    if let value = section["daily"] { daily = try DailySettings(value) }
    if let value = section["ledger"] { ledger = try value.text() }
    if let value = section["history"] { history = try value.text() }
    if let value = section["weight"] { weight = try value.text() }
    if let value = section["tiers"] { tiers = try TierSettings(value) }
    if let value = section["shield"] { shield = try ShieldSettings(value) }
    if let value = section["tags"] { tags = try value.texts() }
    if let value = section["upsetting-categories"] { upsettingCategories = try value.texts() }
    if let value = section["keys"] { keys = try KeySettings(value) }
    if let value = section["background"] { background = try value.word(of: Background.self) }
    if let value = section["avoid"] { avoid = try value.texts() }
    if let value = section["record-seconds"] { recordSeconds = try value.bool() }
  }

  private static func fields(
    _ setting: Setting
  ) throws(ConfigurationError) -> [Part: [String]] {
    var fields: [Part: [String]] = [:]
    for (name, value) in try setting.orderedSection(Part.allCases.map(\.rawValue)) {
      guard let part = Part(rawValue: name) else { continue }
      let paths = try value.texts()
      let takesMany = part == .segments || part == .judges || part == .scores
      guard paths.count == 1 || takesMany else { throw value.wrong("one field") }
      fields[part] = paths
    }
    return fields
  }
}

extension DailySettings {
  fileprivate init(_ setting: Setting) throws(ConfigurationError) {
    let section = try setting.section(["sample", "overlap"])
    if let value = section["sample"] {
      sample = try value.integer(1...1_000_000, "a whole number above 0")
    }
    if let value = section["overlap"] { overlap = try value.number(0...1, "a number from 0 to 1") }
  }
}

extension TierSettings {
  fileprivate init(_ setting: Setting) throws(ConfigurationError) {
    let section = try setting.section(["signal", "cuts"])
    if let value = section["signal"] { signal = try value.word(of: SignalKind.self) }
    guard let value = section["cuts"] else { return }
    let cuts = try value.section(["easy", "hard"])
    if let easy = cuts["easy"] { self.cuts.easy = try easy.number(0...1, "a number from 0 to 1") }
    if let hard = cuts["hard"] { self.cuts.hard = try hard.number(0...1, "a number from 0 to 1") }
  }
}

extension ShieldSettings {
  fileprivate init(_ setting: Setting) throws(ConfigurationError) {
    let section = try setting.section(["threshold", "words", "suggest-break-after", "support"])
    if let value = section["threshold"] {
      threshold = try value.number(0...1, "a number from 0 to 1")
    }
    if let value = section["words"] { words = try value.texts() }
    if let value = section["suggest-break-after"] {
      suggestBreakAfter = try value.integer(1...1_000_000, "a whole number above 0")
    }
    if let value = section["support"] { support = try value.text() }
  }
}

extension KeySettings {
  fileprivate init(_ setting: Setting) throws(ConfigurationError) {
    for (name, value) in try setting.orderedSection(nil) {
      if name == "preset" {
        preset = try value.text()
      } else {
        bindings[name] = try value.texts()
        lines[name] = value.line
      }
    }
  }
}

extension Guardrail {
  fileprivate init(_ setting: Setting) throws(ConfigurationError) {
    let section = try setting.section([
      "metric", "where", "range", "warn", "over", "respond", "at-once",
    ])
    guard let metric = section["metric"] else {
      throw setting.file.error(.missingKey("guardrails.metric"), line: setting.line)
    }
    guard let range = section["range"] else {
      throw setting.file.error(.missingKey("guardrails.range"), line: setting.line)
    }
    self.init(metric: try metric.word(of: Metric.self), range: try range.range())
    line = setting.line
    if let value = section["where"] { `where` = try value.text() }
    if let value = section["warn"] { warn = try value.range() }
    if let value = section["over"] { over = try value.period() }
    if let value = section["respond"] { respond = try value.text() }
    if let value = section["at-once"] { atOnce = try value.bool() }
  }
}
