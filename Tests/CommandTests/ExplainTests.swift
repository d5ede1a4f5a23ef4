import Testing

@Suite("namesift explain")
struct ExplainTests {
  @Test("shows the best entry token by token")
  func best() throws {
    let outcome = try RunningCommand.run(
      "explain", "--list", "builtin:", "Net Posa Technologies Ltd")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasSuffix(": match") == true, "\(outcome.output)")
    #expect(outcome.output.contains("reasons: "))
  }

  @Test("shows what keeps a name below the threshold of a named entry")
  func namedEntry() throws {
    let outcome = try RunningCommand.run(
      "explain", "--list", "builtin:", "--entry", "33893", "Yitu Fishing Village Tours")
    #expect(outcome.status == 0)
    #expect(outcome.lines.first?.hasSuffix("YITU LIMITED: below the threshold of 0.6400") == true)
    #expect(outcome.output.contains("fishing"))
  }

  @Test("an entry that is on no list ends it with 2")
  func noSuchEntry() throws {
    let outcome = try RunningCommand.run(
      "explain", "--list", "builtin:", "--entry", "no-such-uid", "Ann")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("no-such-uid"))
  }

  @Test("a name of which nothing is left is told so")
  func unscreenable() throws {
    let outcome = try RunningCommand.run("explain", "--list", "builtin:", "????")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("unscreenable: "))
  }
}
