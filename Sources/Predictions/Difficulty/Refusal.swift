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

  /// The phrases by what their first two bytes come to.
  private static let phrasesByStart: [[[UInt8]]] = phrases.reduce(
    into: Array(repeating: [], count: startCount)
  ) { $0[start($1[0], $1[1])].append($1) }
  /// Whether there are any: bytes that lie together, for the look at every place of a text.
  private static let isStart = phrasesByStart.map { !$0.isEmpty }
  private static let startCount = 1 << 10
  private static let shortest = phrases.map(\.count).min() ?? 0

  private static func start(_ first: UInt8, _ second: UInt8) -> Int {
    (Int(first) << 5 ^ Int(second)) & (startCount - 1)
  }

  /// Whether a phrase of refusal or of not knowing stands in the first words.
  static func isRefusal(_ text: [UInt8]) -> Bool {
    guard text.count >= shortest else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: lookedAt) { room in
      let start = lowered(text.prefix(lookedAt), in: room)
      guard start.count >= shortest else { return false }
      for place in 0...start.count - shortest {
        let phrases = self.start(start[place], start[place + 1])
        if isStart[phrases], begins(start[place...], withOneOf: phrasesByStart[phrases]) {
          return true
        }
      }
      return false
    }
  }

  /// Lower case as far as ASCII goes, and the typographic apostrophe as the plain one.
  private static func lowered(
    _ text: ArraySlice<UInt8>, in room: UnsafeMutableBufferPointer<UInt8>
  ) -> Slice<UnsafeMutableBufferPointer<UInt8>> {
    var count = 0
    for byte in text {
      room[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      count += 1
      if byte == 0x99, count >= 3, room[count - 2] == 0x80, room[count - 3] == 0xE2 {
        count -= 2
        room[count - 1] = UInt8(ascii: "'")
      }
    }
    return room[..<count]
  }

  private static func begins(
    _ text: Slice<UnsafeMutableBufferPointer<UInt8>>, withOneOf phrases: [[UInt8]]
  ) -> Bool {
    phrases.contains { text.starts(with: $0) }
  }
}
