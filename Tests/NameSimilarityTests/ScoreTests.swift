import NameSimilarity
import Testing

@Suite("Score")
struct ScoreTests {
  @Test(
    "reads decimal numbers",
    arguments: [
      ("0.85", 8500), ("1", 10_000), ("1.0", 10_000), ("0", 0), (".5", 5000), ("0.0001", 1),
    ])
  func reads(text: String, expected: Int32) {
    #expect(Score(text)?.tenThousandths == expected)
  }

  @Test(
    "refuses everything else",
    arguments: ["", ".", "1.1", "2", "-0.5", "0.85x", "0.00001", "85%", "0,85", "1.0001", "nan"])
  func refuses(text: String) {
    #expect(Score(text) == nil)
  }

  @Test("prints four digits", arguments: [(0, "0.0000"), (9341, "0.9341"), (10_000, "1.0000")])
  func prints(value: Int32, expected: String) {
    #expect(Score(tenThousandths: value).description == expected)
  }
}
