import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Counts the elements of a page that is read as XML, and gathers its text.
final class PageElements: NSObject, XMLParserDelegate {
  private(set) var counts: [String: Int] = [:]
  private(set) var attributes: Set<String> = []
  private(set) var text = ""
  private(set) var ids: [String] = []
  /// The text of each preformatted block.
  private(set) var preformatted: [String] = []
  private var isPreformatted = false

  init?(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    counts[name, default: 0] += 1
    attributes.formUnion(found.keys)
    if let id = found["id"] { ids.append(id) }
    isPreformatted = name == "pre"
    if isPreformatted { preformatted.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isPreformatted = false
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text += characters
    if isPreformatted { preformatted[preformatted.count - 1] += characters }
  }
}
