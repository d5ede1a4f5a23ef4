import Testing

@Suite("Usage")
struct UsageTests {
  @Test(
    "wrong usage ends with 64 and says what is right",
    arguments: [
      (["screen"], "--list builtin:"),
      (["screen", "--list", "builtin:", "--index", "x.nsx"], "not both"),
      (["screen", "--list", "builtin:", "--bogus"], "--bogus"),
      (["screen", "--list", "builtin:", "--threshold", "1.5"], "0.0001...1"),
      (["screen", "--list", "builtin:", "--threshold", "0"], "0.0001...1"),
      (["screen", "--list", "builtin:", "--threshold", "0.12345"], "0.0001...1"),
      (["screen", "--list", "builtin:", "--max-matches", "0"], "1...10000"),
      (["screen", "--list", "builtin:", "--threads", "0"], "1...1024"),
      (["screen", "--list", "builtin:", "--emit", "some"], "alerts"),
      (["screen", "--list", "builtin:", "--input-format", "xml"], "jsonl"),
      (["screen", "--list", "builtin:", "--encoding", "ebcdic"], "windows-1252"),
      (["screen", "--list", "builtin:", "--fields", "debtor=x"], "ROLE.ATTR=PATH"),
      (["screen", "--list", "builtin:", "-", "-"], "only once"),
      (["compile", "--output", "x.nsx"], "no list"),
      (["compile", "--list", "builtin:"], "--output"),
      (["explain", "Some Name"], "no list"),
      (["lists"], "no list"),
      (["score", "one"], "two names"),
      (["score", "--type", "ship", "a", "b"], "vessel"),
      (["frobnicate"], "frobnicate"),
    ])
  func refuses(arguments: [String], remedy: String) throws {
    let outcome = try RunningCommand.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(remedy), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test("--version names the engine, the tables and ICU")
  func version() throws {
    let outcome = try RunningCommand.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.lines.map { $0.split(separator: " ").first } == ["namesift", "tables", "ICU"])
    #expect(outcome.lines.allSatisfy { $0.split(separator: " ").count == 2 })
  }

  @Test("--help lists the subcommands")
  func help() throws {
    let outcome = try RunningCommand.run("--help")
    #expect(outcome.status == 0)
    for name in ["screen", "compile", "score", "explain", "lists", "evaluate"] {
      #expect(outcome.output.contains("  \(name) "))
    }
  }
}
