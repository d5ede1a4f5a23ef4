import Testing

@Suite("namesift screen --max-age")
struct ListAgeTests {
  private func screen(_ list: String, maxAge: String) throws -> RunningCommand.Outcome {
    try RunningCommand.run(
      "screen", "--list", list, "--max-age", maxAge, "--input-format", "lines", input: "Ann\n")
  }

  @Test("a list whose age nothing tells is refused with 2")
  func unknown() throws {
    let folder = try TemporaryFolder()
    let list = try folder.file("own.csv", "uid,name\n1,Vesk\n")
    let outcome = try screen(list, maxAge: "2d")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("\(list): nothing tells how old the list own is"))
    let ageless = try RunningCommand.run(
      "screen", "--list", list, "--input-format", "lines", input: "Ann\n")
    #expect(ageless.status == 0)
  }

  @Test(
    "what is no age is wrong usage",
    arguments: ["", "2", "d", "0h", "-1d", "+1d", "2w", "1e9d", "99999d"])
  func usage(age: String) throws {
    #expect(try screen("builtin:", maxAge: age).status == 64)
  }
}
