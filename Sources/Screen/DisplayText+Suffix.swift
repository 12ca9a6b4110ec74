extension DisplayText {
  /// The end of the text in no more than `columns`, with `…` in place of what was cut: for a line
  /// being typed, whose cursor must stay in sight.
  package func suffix(columns: Int) -> DisplayText {
    guard width > columns else { return self }
    guard columns > 0 else { return DisplayText() }
    var first = clusters.count
    var used = 0
    while first > 0, used + clusters[first - 1].width <= columns - 1 {
      first -= 1
      used += clusters[first].width
    }
    while first < clusters.count, clusters[first].joins {
      used -= clusters[first].width
      first += 1
    }
    var text = DisplayText()
    text.clusters = Array(clusters[first...])
    text.width = used
    return "…" + text
  }
}
