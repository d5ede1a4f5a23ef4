import Testing

@Suite("namesift score")
struct ScoreTests {
  private struct Line: Decodable {
    var score: Double?
  }

  private func scores(_ outcome: RunningCommand.Outcome) throws -> [Double?] {
    try outcome.lines.map { try decoded(Line.self, from: String($0)).score }
  }

  @Test("gives a line for each pair, in order")
  func pairs() throws {
    let outcome = try RunningCommand.run(
      "score",
      input: """
        {"a":"Ann Miller","b":"ANN MILLER","type":"person"}
        {"a":"Ann Miller","b":"Zhongke Shuguang","type":""}
        {"a":"-","b":"Ann Miller"}
        {"b":"Sens\\u0065Time Group Ltd","type":"organisation","a":"SenseTime Group Limited"}

        """)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let scores = try scores(outcome)
    #expect(scores.count == 4)
    #expect(scores[0] == 1)
    #expect(scores[1] == 0)
    #expect(scores[2] == 0)
    #expect((scores[3] ?? 0) > 0.9)
  }

  @Test("a line that cannot be read gives null, its number on stderr, and status 1")
  func badLines() throws {
    let outcome = try RunningCommand.run(
      "score",
      input: """
        {"a":"Secretperson","b":"Ann"
        {"a":"Ann","b":"Ann"}

        {"a":"Secretperson"}
        {"a":"Ann","a":"Ann","b":"Ann"}
        {"a":"Ann","b":7e}
        """)
    #expect(outcome.status == 1)
    #expect(try scores(outcome) == [nil, 1, nil, nil, nil, nil])
    for line in [1, 3, 4, 5, 6] { #expect(outcome.errors.contains("-:\(line): ")) }
    #expect(!outcome.errors.contains("Secretperson"))
  }

  @Test("a pair on an open pipe is answered at once")
  func streams() throws {
    let command = try RunningCommand(["score"])
    for _ in 0..<3 {
      command.send("{\"a\":\"Ann\",\"b\":\"Ann\"}\n")
      #expect(command.readLine(withinMilliseconds: 30_000) == "{\"score\":1.0000}")
    }
    #expect(try command.finish().status == 0)
  }

  @Test("two names are scored with an explanation")
  func two() throws {
    let outcome = try RunningCommand.run("score", "Jon Smith", "John Smith")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("jon "))
    #expect(outcome.output.contains("score 0."))
  }

  @Test("a line longer than the limit is one bad line")
  func longLine() throws {
    let long = String(repeating: "x", count: 17 << 20)
    let outcome = try RunningCommand.run(
      "score", input: "{\"a\":\"\(long)\",\"b\":\"Ann\"}\n{\"a\":\"Ann\",\"b\":\"Ann\"}\n")
    #expect(outcome.status == 1)
    #expect(try scores(outcome) == [nil, 1])
    #expect(outcome.errors.contains("-:1: "))
  }
}
