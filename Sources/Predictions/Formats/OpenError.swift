import SystemPackage

/// Why a file of predictions cannot be opened.
package enum OpenError: Error, Hashable, Sendable {
  case missing(path: String)
  case isDirectory(path: String)
  /// A pipe, a device or a socket: rows are read again by position, which only files allow.
  case notAFile(path: String)
  case notReadable(path: String, errno: Errno)
  /// No value at all.
  case empty(path: String)
  case compressed(path: String, Compression)
  case encoding(path: String, TextEncoding)
  /// Neither text of any kind nor one of the compressed forms.
  case binary(path: String, kind: String?)
  case unknownFormat(path: String)
  /// `--rows` names no list in the document.
  case noRows(path: String, at: String)
  case readFailed(ReadError)
  /// A stream that cannot be read, in words.
  case stream(String)
}

/// Compressed files and archives, known by their first bytes.
package enum Compression: String, CaseIterable, Hashable, Sendable {
  case gzip, zstd, xz, bzip2, zip
}

/// Encodings other than UTF-8, known by their mark or by where their zero bytes lie.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case utf32LittleEndian = "UTF-32LE"
  case utf32BigEndian = "UTF-32BE"
}

extension OpenError {
  /// The error in words: what, where, and what to do next.
  package var sentence: String {
    switch self {
    case .missing(""): "the name of a file is empty: check what the command was given"
    case .missing(let path): "there is no file \(path): check the name"
    case .isDirectory(let path): "\(path) is a folder: name the files in it"
    case .notAFile(let path):
      "\(path) is not a regular file: save what it gives in one and open that"
    case .notReadable(let path, .permissionDenied):
      "cannot open \(path): permission denied; ask its owner, or allow it with chmod u+r "
        + ShellWord.quoted(path)
    case .notReadable(let path, let errno): "cannot open \(path): \(errno)"
    case .empty(let path): "no predictions in \(path)"
    case .compressed(let path, let compression): Self.sentence(path, compression)
    case .encoding(let path, let encoding):
      "\(path) is \(encoding.rawValue), not UTF-8: convert it with "
        + "iconv -f \(encoding.rawValue) -t UTF-8 \(ShellWord.quoted(path)) > "
        + ShellWord.quoted("utf-8-" + Self.fileName(path))
    case .binary(let path, let kind?):
      "\(path) is \(kind), which is not text: export it as JSON Lines or CSV"
    case .binary(let path, nil): "\(path) is not text: export it as JSON Lines or CSV"
    case .unknownFormat(let path):
      "cannot tell what \(path) holds: name it .jsonl, .json, .csv or .tsv"
    case .noRows(let path, let rows):
      "\(path) has no list at \(rows): give --rows the path of one, such as results.items"
    case .readFailed(let error): error.words
    case .stream(let sentence): sentence
    }
  }

  private static func sentence(_ path: String, _ compression: Compression) -> String {
    let command =
      switch compression {
      case .gzip: "gzip -dc"
      case .zstd: "zstd -dc"
      case .xz: "xz -dc"
      case .bzip2: "bzip2 -dc"
      case .zip where path.hasSuffix(".eval"): "inspect log dump"
      case .zip: "unzip -p"
      }
    let isLog = compression == .zip && path.hasSuffix(".eval")
    let target = isLog ? "\(path).json" : unpackedName(fileName(path))
    let what = isLog ? "a zip archive of Inspect" : "compressed with \(compression.rawValue)"
    return "\(path) is \(what): unpack it with \(command) \(ShellWord.quoted(path)) > "
      + ShellWord.quoted(target)
  }

  /// The name without what says that it is compressed; another name where nothing says so.
  private static func unpackedName(_ name: String) -> String {
    for ending in [".gz", ".zst", ".xz", ".bz2", ".zip"] where name.lowercased().hasSuffix(ending) {
      let stem = String(name.dropLast(ending.count))
      if !stem.isEmpty { return stem.contains(".") ? stem : stem + ".jsonl" }
    }
    return "unpacked-" + name
  }

  private static func fileName(_ path: String) -> String {
    FilePath(path).lastComponent?.string ?? path
  }
}
