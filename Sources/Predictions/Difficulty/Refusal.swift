/// Texts that begin by not answering.
enum Refusal {
  private static let lookedAt = 160

  private static let phrases: [[UInt8]] = [
    "i'm sorry, but", "i am sorry, but", "i'm sorry but", "sorry, but i", "i apologize, but",
    "i cannot", "i can't ", "i can not", "i'm unable", "i am unable", "i'm not able",
    "i am not able", "as an ai", "as a language model", "as a large language model",
    "i don't know", "i do not know", "i'm not sure", "i am not sure", "i won't", "i will not",
    "i must decline", "i have no comment", "i'm afraid i", "unable to assist", "can't help with",
    "cannot help with", "can't assist", "cannot assist", "not comfortable",
    "es tut mir leid, aber", "ich kann nicht", "ich kann dir nicht", "ich kann ihnen nicht",
    "je suis désolé", "je ne peux pas", "lo siento, pero", "no puedo ", "me desculpe, mas",
    "não posso ", "mi dispiace, ma", "non posso ", "к сожалению, я", "я не могу",
    "申し訳", "お答えできません", "抱歉", "对不起", "我无法", "죄송", "आपकी मदद नहीं",
  ].map { Array($0.utf8) }

  /// Whether a phrase of refusal or of not knowing stands in the first words.
  static func isRefusal(_ text: [UInt8]) -> Bool {
    let start = lowered(text.prefix(lookedAt))
    return phrases.contains { contains(start, $0) }
  }

  /// Lower case as far as ASCII goes, and the typographic apostrophe as the plain one.
  private static func lowered(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var lowered: [UInt8] = []
    lowered.reserveCapacity(text.count)
    for byte in text {
      lowered.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      if lowered.suffix(3).elementsEqual([0xE2, 0x80, 0x99]) {
        lowered.removeLast(3)
        lowered.append(UInt8(ascii: "'"))
      }
    }
    return lowered
  }

  private static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard text.count >= phrase.count else { return false }
    for start in 0...(text.count - phrase.count) where text[start] == phrase[0] {
      if text[start..<(start + phrase.count)].elementsEqual(phrase) { return true }
    }
    return false
  }
}
