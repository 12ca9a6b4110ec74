/// Which file an export goes to, and how.
package struct ExportOrder: Hashable, Sendable {
  package var path: String
  /// A file of that name may be replaced.
  package var replaces = false
  /// What is recognised as personal is taken out, and reviewers are not named.
  package var redacts = false

  package init(path: String, replaces: Bool = false, redacts: Bool = false) {
    self.path = path
    self.replaces = replaces
    self.redacts = redacts
  }
}
