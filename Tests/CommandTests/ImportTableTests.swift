import Foundation
import Testing

/// Who may import whom. The build's own check does not see a module that another one brings along.
@Suite("Imports")
struct ImportTableTests {
  /// Of our modules, those that each may import.
  private static let allowed: [String: Set<String>] = [
    "CTerminal": [],
    "CVectors": [],
    "CSHA256": [],
    "CFileSystem": [],
    "Screen": [],
    "TerminalDevice": ["CTerminal", "Screen"],
    "Predictions": ["CSHA256", "CVectors"],
    "Reviewing": ["CFileSystem", "Predictions"],
    "Statistics": [],
    "Configuration": ["Predictions"],
    "Evaluation": ["Predictions", "Reviewing", "Statistics"],
    "Exporting": ["Screen", "Predictions", "Reviewing", "Evaluation"],
    "Interface": ["Screen", "Predictions", "Reviewing", "Evaluation"],
    "spotcheck": [
      "Screen", "TerminalDevice", "Predictions", "Reviewing", "Statistics", "Configuration",
      "Evaluation", "Exporting", "Interface",
    ],
  ]

  /// Modules of others that only some of ours may import; those not named here are free.
  private static let restricted: [String: Set<String>] = [
    "ArgumentParser": ["spotcheck"],
    "Yams": ["Configuration"],
    "SystemPackage": [
      "TerminalDevice", "Predictions", "Reviewing", "Configuration", "Evaluation", "Exporting",
      "spotcheck",
    ],
    "Foundation": [
      "TerminalDevice", "Predictions", "Reviewing", "Configuration", "Evaluation", "Exporting",
      "spotcheck",
    ],
  ]

  @Test("every module imports only what the architecture lets it")
  func everyImportIsInTheTable() throws {
    let imports = try Self.imports()
    #expect(imports.contains { $0.module == "spotcheck" && $0.imported == "ArgumentParser" })
    for line in imports {
      #expect(Self.isAllowed(line), "\(line.file): \(line.module) imports \(line.imported)")
    }
  }

  @Test("every module of the package is in the table")
  func everyModuleIsInTheTable() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys))
  }

  @Test("only the C target's own files include curses, and its header does not")
  func onlyCTerminalIncludesCurses() throws {
    for file in try Self.files(endingIn: [".c", ".h"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      guard text.contains("#include <curses.h>") || text.contains("#include <ncurses") else {
        continue
      }
      #expect(file.pathComponents.contains("CTerminal"))
      #expect(!file.pathComponents.contains("include"), "\(file.path)")
    }
  }

  private struct ImportLine {
    let module: String
    let imported: String
    let file: String
  }

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  private static func isAllowed(_ line: ImportLine) -> Bool {
    if allowed[line.imported] != nil {
      return allowed[line.module]?.contains(line.imported) == true
    }
    return restricted[line.imported]?.contains(line.module) ?? true
  }

  private static func imports() throws -> [ImportLine] {
    try files(endingIn: [".swift"]).flatMap { file in
      let text = try String(contentsOf: file, encoding: .utf8)
      let module = file.pathComponents[sources.pathComponents.count]
      return text.split(separator: "\n").compactMap { line in
        imported(by: line).map {
          ImportLine(module: module, imported: $0, file: file.lastPathComponent)
        }
      }
    }
  }

  /// The module that a line imports: `@preconcurrency import struct Module.Name` imports `Module`.
  private static func imported(by line: Substring) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"), place + 1 < words.count else { return nil }
    let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    guard words[..<place].allSatisfy({ $0.hasPrefix("@") || modifiers.contains($0) }) else {
      return nil
    }
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let"]
    let name = kinds.contains(words[place + 1]) ? words.dropFirst(place + 2) : words[(place + 1)...]
    return name.first.flatMap { $0.split(separator: ".").first }.map(String.init)
  }

  private static func files(endingIn suffixes: [String]) throws -> [URL] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return paths.filter { path in suffixes.contains { path.hasSuffix($0) } }
      .map { sources.appending(path: $0) }
  }
}
