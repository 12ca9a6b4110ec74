/// International bank account numbers: as long as their country has them, and with the right check
/// digits (ISO 7064, modulo 97).
struct IBANFinder: PlaceFinder {
  func look(at place: Int, in text: RedactionText) -> Glance {
    guard !text[place - 1].isWord, let end = Self.end(in: text, from: place) else {
      return .nothing
    }
    return .found(place..<end, .iban)
  }

  /// Behind the number that begins at `start`, which may have single spaces or hyphens in it.
  private static func end(in text: RedactionText, from start: Int) -> Int? {
    guard let length = length(of: text[start].lowercased, text[start + 1].lowercased),
      text[start + 2].isDigit, text[start + 3].isDigit
    else { return nil }
    var characters: [UInt32] = []
    var index = start
    while characters.count < length {
      if text[index].isASCIIWord {
        characters.append(text[index].lowercased)
      } else if !text[index].isOne(of: " -") || !text[index + 1].isASCIIWord {
        return nil
      }
      index += 1
    }
    return !text[index].isWord && isChecked(characters) ? index : nil
  }

  private static func isChecked(_ characters: [UInt32]) -> Bool {
    var remainder = 0
    for character in characters[4...] + characters[..<4] {
      remainder =
        character.isDigit
        ? (remainder * 10 + Int(character - 0x30)) % 97
        : (remainder * 100 + Int(character - 0x61) + 10) % 97
    }
    return remainder == 1
  }

  private static func length(of first: UInt32, _ second: UInt32) -> Int? {
    first.isLowercase && second.isLowercase ? lengths[first << 8 | second] : nil
  }

  /// Lengths by country, from the registry of ISO 13616.
  private static let lengths: [UInt32: Int] = {
    let table = """
      AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 \
      DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 \
      IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 \
      MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 \
      SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30
      """
    var lengths: [UInt32: Int] = [:]
    for entry in table.split(separator: " ") {
      let letters = entry.utf8.prefix(2).map { UInt32($0).lowercased }
      lengths[letters[0] << 8 | letters[1]] = Int(entry.dropFirst(2))
    }
    return lengths
  }()
}
