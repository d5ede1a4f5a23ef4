import JSONDocuments
import Testing

@Suite("JSON documents")
struct JSONDocumentTests {
  private func string(_ json: String) throws(JSONDocument.Fault) -> String? {
    guard case .string(let text) = try JSONDocument.parse(json.utf8).value else { return nil }
    return text
  }

  @Test(
    "escapes stand for their characters",
    arguments: [
      (#""""#, ""), (#""a\"b\\c\/d""#, "a\"b\\c/d"), (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"),
      (#""\u4e2d\u56FD""#, "中国"), (#""\ud83d\ude00!""#, "😀!"), (#""Añ\u0303""#, "Añ\u{303}"),
    ])
  func escapes(json: String, text: String) throws {
    #expect(try string(json) == text)
  }

  @Test(
    "what is no JSON has its line and its reason",
    arguments: [
      ("", 1, "a value is missing at the end"),
      ("{\n\"a\": 1\n", 3, "',' or '}' is missing"),
      ("[1,\n2,\n}", 3, "'' is no JSON value"),
      ("{\"a\": 1,\n\"a\": 2}", 2, "key 'a' comes twice"),
      ("\"ab", 1, "a string does not end"),
      ("\"ab\\", 1, "a string has an escape that is none"),
      ("\"\\u12\"", 1, "a string has an escape that is none"),
      ("\"\\u-000\"", 1, "a string has an escape that is none"),
      ("\"\\u+123\"", 1, "a string has an escape that is none"),
      ("\"\\ud800\"", 1, "a string has an escape that is none"),
      ("\"\\ud800\\u0041\"", 1, "a string has an escape that is none"),
      ("\"\\udc00\"", 1, "a string has an escape that is none"),
      ("\"a\u{1}\"", 1, "control character in a string"),
      ("01", 1, "'01' is no JSON value"),
      ("{} {}", 1, "text behind the value"),
      (String(repeating: "[", count: 33), 1, "nested deeper than 32"),
    ])
  func faults(json: String, line: Int, words: String) {
    let fault = #expect(throws: JSONDocument.Fault.self) { try JSONDocument.parse(json.utf8) }
    #expect(fault?.line == line)
    #expect(fault?.words == words)
  }

  @Test("bytes that are no UTF-8 are refused")
  func invalidBytes() {
    let fault = #expect(throws: JSONDocument.Fault.self) {
      try JSONDocument.parse([0x22, 0xC3, 0x22])
    }
    #expect(fault?.words == "text is not UTF-8")
  }
}
