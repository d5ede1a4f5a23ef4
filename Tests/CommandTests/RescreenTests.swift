import Testing

@Suite("namesift rescreen")
struct RescreenTests {
  private static let header = "list,uid,type,name,programs\n"

  private struct Event: Decodable {
    struct Record: Decodable {
      var id: String?
      var number: Int
    }

    struct Match: Decodable {
      var field: String
      var uid: String
      var matched_name: String
    }

    var schema: Int
    var record: Record
    var change: String
    var entry: String
    var before: Match?
    var after: Match?
  }

  @Test("tells what is new, what vanished and what is of a changed entry, in input order")
  func events() throws {
    let folder = try TemporaryFolder()
    let old = try index(
      "old",
      "OWN,1,organisation,Quorlian Holdings,\nOWN,2,organisation,Vesk Trading,\n"
        + "OWN,4,organisation,Same Everywhere Zumbral,\n", in: folder)
    let new = try index(
      "new",
      "OWN,1,organisation,Quorlian Holdings,P-1\nOWN,3,organisation,Marlow Brixen,\n"
        + "OWN,4,organisation,Same Everywhere Zumbral,\n", in: folder)
    let customers = try folder.file(
      "customers.csv",
      """
      customer_id,name
      C1,Marlow Brixen
      C2,Same Everywhere Zumbral
      C3,Quorlian Holdings
      C4,Vesk Trading

      """)
    let manifest = "\(folder.path)/run.json"
    let outcome = try RunningCommand.run(
      "rescreen", "--old", old, "--new", new, customers, "--manifest", manifest,
      "--fields", "customer.name=name,record.id=customer_id")
    #expect(outcome.status == 0)
    let events = try outcome.lines.map { try decoded(Event.self, from: String($0)) }
    #expect(events.map(\.record.id) == ["C1", "C3", "C4"])
    #expect(events.map(\.change) == ["new", "changed", "vanished"])
    #expect(events.map(\.entry) == ["added", "changed", "removed"])
    #expect(events.map { $0.before?.uid } == [nil, "1", "2"])
    #expect(events.map { $0.after?.uid } == ["3", "1", nil])
    #expect(outcome.errors.contains("1 entries added, 1 removed, 1 changed, 1 the same"))
    #expect(outcome.errors.contains("1 new, 1 vanished, 1 of changed entries"))
    #expect(folder.text("run.json")?.contains("\"previous_lists\":[{") == true)
    // The other way round what was new has vanished.
    let back = try RunningCommand.run(
      ["rescreen", "--old", new, "--new", old, "--input-format", "lines"],
      input: Array("Marlow Brixen\n".utf8))
    #expect(back.lines.count == 1 && back.output.contains("\"change\":\"vanished\""))
  }

  @Test("an index of another version, or no index at all, ends it with 2")
  func refused() throws {
    let folder = try TemporaryFolder()
    let index = try index("new", "OWN,1,organisation,Quorlian Holdings,\n", in: folder)
    let list = try folder.file("own.csv", Self.header + "OWN,1,organisation,Quorlian Holdings,\n")
    let outcome = try RunningCommand.run(
      ["rescreen", "--old", list, "--new", index, "--input-format", "lines"])
    #expect(outcome.status == 2 && outcome.errors.contains("\(list): not a namesift index"))
    #expect(try RunningCommand.run("rescreen", "--new", index).status == 64)
  }

  private func index(_ name: String, _ rows: String, in folder: TemporaryFolder) throws -> String {
    let list = try folder.file("own.csv", Self.header + rows)
    let path = "\(folder.path)/\(name).nsx"
    try #require(RunningCommand.run("compile", "--list", list, "--output", path).status == 0)
    return path
  }
}
