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

@Suite("JSON elements")
struct JSONElementsTests {
  private func strings(_ elements: consuming JSONElements) throws(JSONDocument.Fault) -> [String] {
    var strings: [String] = []
    while let node = try elements.next() {
      guard case .string(let text) = node.value else { continue }
      strings.append("\(node.line):\(text)")
    }
    return strings
  }

  @Test(
    "an array inside an object is read element by element",
    arguments: [
      (#"{"r": []}"#, []),
      (#"{"a": {"r": ["x"]}, "r": ["a", {}, "b"], "z": [1]}"#, ["1:a", "1:b"]),
      ("{\"r\": [\n\"a\",\n\"b\"\n]\n}\n", ["2:a", "3:b"]),
    ])
  func arrays(json: String, expected: [String]) throws {
    #expect(try strings(JSONElements(Array(json.utf8), of: "r")) == expected)
  }

  @Test("values one behind the other are read with their lines")
  func sequences() throws {
    #expect(try strings(JSONElements(sequenceIn: Array("\"a\"\n\n\"b\" ".utf8))) == ["1:a", "3:b"])
    #expect(try strings(JSONElements(sequenceIn: [])) == [])
  }

  @Test(
    "a text that is not whole is a fault, behind the array too",
    arguments: [
      "", "[]", "{}", #"{"a": 1}"#, #"{"r": 1}"#, #"{"r": ["a""#, #"{"r": ["a"]"#,
      #"{"r": ["a"]} x"#,
      #"{"r": ["a"], }"#, #"{"r": ["a"] "b": 1}"#, #"{"r": ["a",]}"#,
    ])
  func faults(json: String) {
    #expect(throws: JSONDocument.Fault.self) {
      try strings(JSONElements(Array(json.utf8), of: "r"))
    }
  }
}
