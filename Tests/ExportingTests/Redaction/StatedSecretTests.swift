import Predictions
import TestSupport
import Testing

@testable import Exporting

@Suite("A redaction of secrets that a word announces")
struct StatedSecretTests {
  @Test(
    "finds those that a sentence says, in some languages",
    arguments: [
      ("my password is hunter2secret.", "my password is [key]."),
      ("Password was: 'hunter2'", "Password was: '[key]'"),
      ("passwort: geheim123", "passwort: [key]"),
      ("das Passwort lautet geheim123!", "das Passwort lautet [key]!"),
      ("contraseña: secreto1", "contraseña: [key]"),
      ("mot de passe = secret75", "mot de passe = [key]"),
      ("the token is a1b2c3d4e5f6g7h8", "the token is [key]"),
    ])
  func finds(text: String, expected: String) {
    var counts = RedactionCounts()
    #expect(TextRedactor(names: []).redacted(text, &counts) == expected)
  }

  @Test(
    "leaves alone what a sentence says of them",
    arguments: [
      "the password is required", "the password is not abc", "password is base64-encoded",
      "the password is 8-character", "your password is sha256.", "the secret is in vault2",
      "the token is expired2", "password isn2t", "the password is at https://example.com/p1",
    ])
  func leaves(text: String) {
    TextRedactorTests().leaves(text: text)
  }

  @Test("goes by the keys of members, as it does by names in a text")
  func members() {
    var counts = RedactionCounts()
    let redactor = TextRedactor(names: [])
    #expect(
      redactor.redacted(
        json: #"{"password":"hunter2x","phone":2025550143,"note":"hunter2x","n":2025550143,"#
          + #""password ":{"password":["hunter2x"]},"token":"none"}"#, &counts)
        == #"{"password":"[key]","phone":"[phone]","note":"hunter2x","n":2025550143,"#
        + #""password ":{"password":["hunter2x"]},"token":"none"}"#)
    #expect(counts.total == 2 && counts[.key] == 1)
  }

  @Test("goes by the headings of columns as well")
  func columns() {
    var row = Sample.row()
    row.segments = [
      Prediction.Segment(name: "password", value: "hunter2x"),
      Prediction.Segment(name: "region", value: "hunter2x"),
    ]
    let safe = Redaction(reviewers: [], names: []).redacted(row)
    #expect(safe.segments.map(\.value) == ["[key]", "hunter2x"])
  }
}
