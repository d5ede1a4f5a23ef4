import TestSupport
import Testing

@Suite("Lists that are refused")
struct ListRefusalTests {
  @Test(
    "a missing, empty or damaged list ends every subcommand with 2",
    arguments: [
      "screen", "lists", "compile", "explain",
    ])
  func refuses(subcommand: String) throws {
    let folder = try TemporaryFolder()
    let lists = [
      "\(folder.path)/missing.csv",
      try folder.file("empty.csv", ""),
      try folder.file("page.csv", "<!DOCTYPE html><html><body>503</body></html>"),
      try folder.file("cut.csv", "list,uid,name\nX,1,\"Some Na"),
    ]
    for list in lists {
      var arguments = [subcommand, "--list", list]
      if subcommand == "compile" { arguments += ["--output", "\(folder.path)/out.nsx"] }
      if subcommand == "explain" { arguments.append("Some Name") }
      let outcome = try RunningCommand.run(arguments)
      #expect(outcome.status == 2, "\(list): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("namesift: \(list)"), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
    #expect(folder.text("out.nsx") == nil)
  }

  @Test("the published list that is known to be damaged is refused")
  func refusesDamagedPublishedList() throws {
    guard let path = SharedFiles.path("lists/us_csl/csl_damaged_2023-11-30.csv.gz") else { return }
    let outcome = try RunningCommand.run("lists", "--json", "--list", path)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
  }
}
