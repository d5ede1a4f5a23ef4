import Testing

@Suite("namesift lists")
struct ListsTests {
  @Test("--json tells what a list holds")
  func json() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "own.csv",
      """
      list,uid,type,name,programs
      OWN,1,person,"DOE, Jane",P-1
      OWN,2,organisation,Quorlian Holdings,P-2

      """)
    let outcome = try RunningCommand.run("lists", "--json", "--list", path, "--list", "builtin:")
    #expect(outcome.status == 0)
    let lists = try decoded([ListDocument].self, from: outcome.output)
    #expect(lists.map(\.list) == ["own", "BUILTIN"])
    #expect(lists[0].published == nil)
    #expect(lists[0].sha256.count == 64)
    #expect(lists[0].entries == 2)
    #expect(lists[0].names == 2)
    #expect(lists[0].weak_names == 0)
    #expect(lists[0].identifiers == 0)
    #expect(lists[0].by_program == ["P-1": 1, "P-2": 1])
    #expect(lists[0].warnings.isEmpty)
    #expect(lists[1].by_program["CMIC-EO13959"] == 68)
    #expect(lists[1].weak_names > 20)
    #expect(outcome.errors.contains("sample list"))
  }

  @Test("without --json it is a table")
  func text() throws {
    let outcome = try RunningCommand.run("lists", "--list", "builtin:")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("BUILTIN  builtin:\n"))
    #expect(outcome.output.contains("CMIC-EO13959  68\n"))
  }
}
