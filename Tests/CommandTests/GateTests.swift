import Testing

/// A night's work with an index: compile in place of the one in use, look, screen.
@Suite("The gate, night by night")
struct GateTests {
  private let folder: TemporaryFolder
  private let list: String
  private let index: String

  init() throws {
    folder = try TemporaryFolder()
    list = "\(folder.path)/own.csv"
    index = "\(folder.path)/lists.nsx"
  }

  /// Writes the list with these parties.
  private func publish(_ uids: some Sequence<Int>, program: String = "P") throws {
    let rows = uids.map { "OWN,\($0),organisation,Zumbral Works \($0),\(program)\n" }
    _ = try folder.file("own.csv", "list,uid,type,name,programs\n" + rows.joined())
  }

  private func compile(_ options: String...) throws -> RunningCommand.Outcome {
    try RunningCommand.run(
      ["compile", "--list", list, "--output", index] + options)
  }

  private func names() throws -> [String] {
    let outcome = try RunningCommand.run(
      ["screen", "--index", index, "--input-format", "lines", "--threshold", "1"],
      input: Array((1...100).map { "Zumbral Works \($0)\n" }.joined().utf8))
    #expect(outcome.status == 0)
    return try AlertLine.lines(outcome.output).map { $0.matches[0].uid }
  }

  private struct List: Decodable {
    struct Gate: Decodable {
      var removed: Int
      var held: Int
      var approved: Int
      var suspicions: [String]
    }

    var entries: Int
    var gate: Gate?
  }

  private struct Manifest: Decodable { var lists: [List] }

  private func shown() throws -> List {
    let outcome = try RunningCommand.run("lists", "show", "--json", "--index", index)
    return try #require(try decoded([List].self, from: outcome.output).first)
  }

  @Test("suspicious removals are held until they are approved, and everything says so")
  func heldAndApproved() throws {
    try publish(1...40)
    #expect(try compile().status == 0)
    #expect(try shown().gate == nil)

    try publish(11...50)
    let held = try compile("--previous", index)
    #expect(held.status == 1)
    #expect(held.errors.contains("10 of 40 entries are gone, over 5 percent"))
    #expect(held.errors.contains("10 removals are held"))
    #expect(try shown().entries == 50)
    #expect(try shown().gate?.held == 10)
    #expect(try names() == (1...50).map(String.init))

    // A run says so on stderr, in the reasons of the alert, and in its manifest.
    let manifest = "\(folder.path)/run.json"
    let run = try RunningCommand.run(
      ["screen", "--index", index, "--input-format", "lines", "--manifest", manifest],
      input: Array("Zumbral Works 3\n".utf8))
    #expect(run.errors.contains("10 removals are held"))
    #expect(run.output.contains("\"REMOVAL_HELD\""))
    let told = try decoded(Manifest.self, from: folder.text("run.json") ?? "")
    #expect(told.lists[0].gate?.held == 10)

    // The next night nothing else is suspicious, and they are still held.
    #expect(try compile("--previous", index).status == 1)
    #expect(try shown().gate?.suspicions.isEmpty == true)

    let approved = try compile("--previous", index, "--approve-removals")
    #expect(
      approved.status == 0 && approved.errors.contains("10 suspicious removals were approved"))
    #expect(try shown().gate?.approved == 10)
    #expect(try names() == (11...50).map(String.init))
  }

  @Test("a damaged list is refused with 2, and the index in use stays")
  func damaged() throws {
    try publish(1...40)
    #expect(try compile().status == 0)
    let inUse = folder.text("lists.nsx")
    _ = try folder.file("own.csv", "list,uid,type,name,programs\nOWN,1,organisation,Zumb")
    let refused = try compile("--previous", index)
    #expect(refused.status == 2 && refused.errors.contains(list))
    #expect(folder.text("lists.nsx") == inUse)
    #expect(folder.names == ["lists.nsx", "own.csv"])

    let other = try folder.file("other.csv", "list,uid,name\nB,1,Vesk\n")
    let missing = try RunningCommand.run(
      "compile", "--list", other, "--output", index, "--previous", index)
    #expect(missing.status == 2 && missing.errors.contains("it has the list own"))
    #expect(folder.text("lists.nsx") == inUse)
  }

  @Test("an index in use that is none, and approval without one, are refused")
  func usage() throws {
    try publish(1...3)
    let outcome = try compile("--previous", list)
    #expect(outcome.status == 2 && outcome.errors.contains("not a namesift index"))
    #expect(try compile("--approve-removals").status == 64)
  }

  @Test("lists show tells what made an index")
  func madeBy() throws {
    try publish(1...3)
    #expect(try compile().status == 0)
    let outcome = try RunningCommand.run("lists", "show", "--index", index)
    #expect(outcome.status == 0 && outcome.errors.contains("made by namesift 0.1.0 with tables "))
    #expect(outcome.output.hasPrefix("own  \(list)\n"))
    #expect(try RunningCommand.run("lists", "--index", index).output == outcome.output)
  }
}
