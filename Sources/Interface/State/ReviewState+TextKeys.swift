import Evaluation
import Predictions
import Reviewing
import Screen

extension ReviewState {
  mutating func press(_ key: Key, in prompt: LinePrompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape, .control("c"), .control("g"):
      overlays.removeLast()
      return []
    case .enter: return commit(prompt)
    case .control("r") where prompt.purpose == .export:
      prompt.redacts.toggle()
      overlays[overlays.count - 1] = .prompt(prompt)
      return []
    case .backspace where prompt.buffer.isEmpty:
      overlays.removeLast()
      return []
    default:
      if prompt.buffer.edit(with: key, multiline: false), prompt.isMistake {
        prompt.isMistake = false
        prompt.note = ""
      }
      overlays[overlays.count - 1] = .prompt(prompt)
      return []
    }
  }

  private mutating func commit(_ prompt: LinePrompt) -> [Effect] {
    let text = prompt.buffer.text
    switch prompt.purpose {
    case .find:
      overlays.removeLast()
      return find(text)
    case .filter:
      do throws(QueryError) {
        let query = try checked(text)
        overlays.removeLast()
        return setFilter(query)
      } catch {
        return refuse(prompt, error.description)
      }
    case .export:
      guard !text.isEmpty else { return refuse(prompt, "name the file to write") }
      guard text != "-" else {
        return refuse(prompt, "name a file: standard output is this screen")
      }
      overlays.removeLast()
      let order = ExportOrder(
        path: text, replaces: prompt.replaces == text, redacts: prompt.redacts)
      return [.export(arrangement, order)]
    }
  }

  /// The query that `text` writes; its mistakes are told while they can be mended.
  private func checked(_ text: String) throws(QueryError) -> Query? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let query = try Query.parse(text)
    let context = QueryContext(
      snapshot: snapshot, store: store, book: book, reviewer: options.reviewer,
      now: Timestamp(milliseconds: 0))
    _ = try QueryMatcher(query, context: context)
    return query
  }

  /// Keeps the prompt open with what is wrong, so that nothing typed is lost.
  private mutating func refuse(_ prompt: LinePrompt, _ reason: String) -> [Effect] {
    var prompt = prompt
    prompt.note = reason
    prompt.isMistake = true
    overlays[overlays.count - 1] = .prompt(prompt)
    return []
  }

  mutating func press(_ key: Key, in editor: CommentEditor) -> [Effect] {
    var editor = editor
    switch key {
    case .control("s"), .control("d"): return commit(editor)
    case .escape, .control("c"), .control("g"):
      guard editor.buffer.text != editor.original, !editor.asksToDiscard else {
        overlays.removeLast()
        return []
      }
      editor.asksToDiscard = true
    default:
      editor.asksToDiscard = false
      _ = editor.buffer.edit(with: key, multiline: true)
    }
    overlays[overlays.count - 1] = .editor(editor)
    return []
  }

  private mutating func commit(_ editor: CommentEditor) -> [Effect] {
    overlays.removeLast()
    let prediction = prediction(ofRow: editor.row)
    let text = editor.buffer.text
    guard text != editor.original else {
      notice = .information("\(editor.title) unchanged: nothing recorded")
      return []
    }
    var review = myWholeReview(of: prediction)
    let value = text.isEmpty ? nil : text
    switch editor.purpose {
    case .comment: review.comment = value
    case .correctedOutput: review.label = value
    }
    let words = value == nil ? "\(editor.title) removed" : editor.title
    return record(review, of: prediction, words: words, role: .accent)
  }
}
