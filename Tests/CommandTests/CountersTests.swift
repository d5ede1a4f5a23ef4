import Testing

@Suite("namesift screen --counters")
struct CountersTests {
  private func counters(of input: String, in folder: TemporaryFolder) throws -> String {
    let outcome = try RunningCommand.run(
      [
        "screen", "--list", "builtin:", "--input-format", "lines", "--threads", "1", "--counters",
        "\(folder.path)/counters.json",
      ], input: Array(input.utf8))
    #expect(outcome.status == 0)
    return try #require(folder.text("counters.json"))
  }

  @Test("counts what was done, the same for the same names")
  func counts() throws {
    let folder = try TemporaryFolder()
    let first = try counters(of: "DJI\nAnn Example\nDJI\n", in: folder)
    #expect(first.hasPrefix(#"{"threads":1,"records":3,"names":3,"remembered_names":1,"#))
    #expect(try counters(of: "DJI\nAnn Example\nDJI\n", in: folder) == first)
    #expect(try counters(of: "DJI\nAnn Example\nAnn Other\n", in: folder) != first)
  }

  @Test("no name is in it")
  func privacy() throws {
    let folder = try TemporaryFolder()
    #expect(try !counters(of: "Zyxwvut\n", in: folder).lowercased().contains("zyx"))
  }
}
