import JSONDocuments
import Testing

@testable import Measures

private import Glibc

@Suite("Schema of measures")
struct SchemaTests {
  private static let package =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private static func parse(_ path: String) throws -> JSONDocument.Node {
    let file = try #require(fopen("\(package)/\(path)", "r"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return try JSONDocument.parse(bytes)
  }

  private static func schema() throws -> JSONSchema {
    JSONSchema(root: try parse("Data/schema/measures-1.schema.json"))
  }

  @Test(
    "holds for the data",
    arguments: ["ofac", "bis", "others", "programs"])
  func holdsForTheData(file: String) throws {
    let problems = try Self.schema().problems(in: Self.parse("Data/measures/\(file).json"))
    #expect(problems == [])
  }

  @Test("does not hold for data that are wrong")
  func doesNotHoldForWrongData() throws {
    let schema = try Self.schema()
    for json in [
      "[]", "{}", #"{"schema": 2}"#, #"{"schema": 1, "rows": []}"#,
      #"{"schema": 1, "measures": [{}]}"#,
      #"{"schema": 1, "programs": [{"tag": "", "lists": ["A"], "authority": "b", "confidence": "found"}]}"#,
      #"{"schema": 1, "programs": [{"tag": "A", "lists": [], "authority": "b", "confidence": "found"}]}"#,
      #"{"schema": 1, "programs": [{"tag": "A", "lists": ["A"], "authority": "b", "confidence": "sure"}]}"#,
    ] {
      #expect(try !schema.problems(in: JSONDocument.parse(json.utf8)).isEmpty, "\(json)")
    }
  }

  @Test("names the words that the code knows, and no others")
  func namesTheWords() throws {
    let schema = try Self.schema()
    let measure = ["$defs", "measure", "properties"]
    #expect(schema.words(measure + ["outcome", "enum"]) == Outcome.allCases.map(\.rawValue))
    #expect(schema.words(measure + ["duties", "items", "enum"]) == Duty.allCases.map(\.rawValue))
    #expect(schema.words(measure + ["purpose", "enum"]) == Purpose.allCases.map(\.rawValue))
    #expect(schema.words(["$defs", "confidence", "enum"]) == Confidence.allCases.map(\.rawValue))
    #expect(
      schema.words(measure + ["conduct", "oneOf", "2", "items", "enum"])
        == Conduct.allCases.map(\.rawValue))
    #expect(
      schema.words(measure + ["persons", "enum"])
        == ["any"] + Jurisdiction.allCases.map(\.rawValue)
        + Jurisdiction.allCases.map { "outside \($0.rawValue)" })
  }
}
