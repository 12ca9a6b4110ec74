/// What a file was read as, and where its first row lies.
package enum RowFormat: Hashable, Sendable {
  /// One value per line.
  case lines
  /// Values behind each other, each over as many lines as it likes.
  case sequence
  /// The elements of the list whose opening bracket is at `list`, inside of so many containers.
  case document(list: Int, line: Int, depth: Int)
  /// A document in which nothing looks like rows.
  case documentWithoutRows
  /// Rows of cells under the names of a first row that ends before `firstRow`.
  case table(DelimitedLayout, header: [String], firstRow: Int, line: Int)

  /// The format's name in reports: `jsonl`, `json`, `csv`, `tsv`.
  package var name: String {
    switch self {
    case .lines: "jsonl"
    case .sequence, .document, .documentWithoutRows: "json"
    case .table(let layout, _, _, _): layout.hasQuotes ? "csv" : "tsv"
    }
  }

  /// The names of the columns, for a table.
  package var header: [String]? {
    guard case .table(_, let header, _, _) = self else { return nil }
    return header
  }
}

/// What a file's name says about its format.
enum FileExtension: Equatable {
  case lines, document, commas, tabs, other

  /// Compression that is still named, although its file was unpacked, is looked through.
  init(path: String) {
    // By bytes, as systems take names apart, and ten times as quick as by characters.
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { Substring($0).lowercased() }
    var parts = name?.utf8.split(separator: UInt8(ascii: ".")).map { Substring($0) } ?? []
    if let last = parts.last, ["gz", "zst", "xz", "bz2"].contains(last) { parts.removeLast() }
    switch parts.count > 1 ? parts.last : nil {
    case "jsonl", "ndjson": self = .lines
    case "json": self = .document
    case "csv": self = .commas
    case "tsv": self = .tabs
    default: self = .other
    }
  }
}
