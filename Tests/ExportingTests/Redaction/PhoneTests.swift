import TestSupport
import Testing

@testable import Exporting

@Suite("A redaction of phone numbers")
struct PhoneTests {
  @Test(
    "finds those behind two zeros, in emphasis, and those that a word announces",
    arguments: [
      ("0049 30 1234567", "[phone]"), ("call 0041791234567.", "call [phone]."),
      ("00 44 20 7946 0958", "[phone]"), ("0049-30-23125-000", "[phone]"),
      ("(0049) 30 23125000", "[phone]"), ("00 33 1 23 45 67 89", "[phone]"),
      ("_+442079460958_ or __(202) 555-0143__", "_[phone]_ or __[phone]__"),
      ("phone:2025550143", "phone:[phone]"), ("Phone No. = 5550143", "Phone No. = [phone]"),
      ("\"phone_number\": \"2025550143\"", "\"phone_number\": \"[phone]\""),
      ("my phone number is 2025550143.", "my phone number is [phone]."),
      ("Tel.: 03012345678", "Tel.: [phone]"), ("Téléphone : 0123456789", "Téléphone : [phone]"),
      ("tel:+442079460958", "tel:[phone]"),
    ])
  func finds(text: String, expected: String) {
    var counts = RedactionCounts()
    #expect(TextRedactor(names: []).redacted(text, &counts) == expected)
  }

  @Test(
    "leaves alone ids, bytes, times and what else is said of phones",
    arguments: [
      "phone: yes", "phone 15 pro", "phones: 1234567", "the phone is 15 years old", "fax:",
      "telling: 1234567", "microphone=12345678", "phone: 123456", "phone: 1234567x", "0012345678",
      "000123456789012", "00 12 34 56 78 90 12", "00:12:34:56", "00123.45678901",
      "a_+442079460958", "_202_555_0143_",
    ])
  func leaves(text: String) {
    TextRedactorTests().leaves(text: text)
  }
}
