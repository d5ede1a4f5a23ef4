import Testing

@Suite("namesift lists diff")
struct ListsDiffTests {
  private static let old = """
    list,uid,type,name,programs
    OWN,1,person,"DOE, Jane",P-1
    OWN,2,organisation,Quorlian Holdings,P-2
    OWN,3,organisation,Vesk Trading,P-2

    """
  private static let new = """
    list,uid,type,name,programs
    OWN,4,organisation,Marlow Shipping,P-2
    OWN,2,organisation,Quorlian Holdings,P-2; P-3
    OWN,3,organisation,Vesk Trading,P-2

    """

  /// The object of `lists diff --json`.
  private struct Document: Decodable {
    struct Version: Decodable {
      var list: String
      var entries: Int
      var sha256: String
    }

    struct Entry: Decodable {
      var uid: String
      var name: String
      var hash: String
    }

    struct Change: Decodable {
      struct Field: Decodable, Equatable {
        var field: String
        var removed: [String]
        var added: [String]
      }

      var uid: String
      var hash: String
      var old_hash: String
      var fields: [Field]
    }

    var schema: Int
    var old: [Version]
    var new: [Version]
    var added: [Entry]
    var removed: [Entry]
    var changed: [Change]
    var unchanged: Int
  }

  @Test("--json tells entries and fields, for lists and for indexes alike")
  func json() throws {
    let folder = try TemporaryFolder()
    var versions: [[String]] = [[], []]
    for (i, text) in [Self.old, Self.new].enumerated() {
      let path = try folder.file("own\(i).csv", text)
      let index = "\(folder.path)/own\(i).nsx"
      try #require(
        RunningCommand.run("compile", "--list", path, "--output", index).status == 0)
      versions[i] = [path, index]
    }
    var outputs: [String] = []
    for (old, new) in zip(versions[0], versions[1]) {
      let outcome = try RunningCommand.run("lists", "diff", "--json", old, new)
      #expect(outcome.status == 0)
      outputs.append(outcome.output)
    }
    #expect(outputs[0] == outputs[1])
    let document = try decoded(Document.self, from: outputs[0])
    #expect(document.schema == 1 && document.unchanged == 1)
    #expect(document.old.map(\.list) == ["own0"] && document.new.map(\.entries) == [3])
    #expect(document.added.map(\.name) == ["Marlow Shipping"])
    #expect(document.removed.map(\.uid) == ["1"])
    #expect(document.changed.map(\.uid) == ["2"])
    #expect(document.changed.first?.hash != document.changed.first?.old_hash)
    #expect(
      document.changed.first?.fields == [.init(field: "programs", removed: [], added: ["P-3"])])
  }

  @Test("without --json it is a table and a sum")
  func text() throws {
    let folder = try TemporaryFolder()
    let old = try folder.file("old.csv", Self.old)
    let new = try folder.file("new.csv", Self.new)
    let outcome = try RunningCommand.run("lists", "diff", old, new)
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.dropFirst().map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
        == ["added OWN 4", "removed OWN 1", "changed OWN 2", "1 added, 1"])
    #expect(outcome.output.hasSuffix("\n1 added, 1 removed, 1 changed, 1 unchanged\n"))
    let same = try RunningCommand.run("lists", "diff", old, old)
    #expect(same.output == "0 added, 0 removed, 0 changed, 3 unchanged\n")
  }

  @Test("a damaged version ends it with 2")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let old = try folder.file("old.csv", Self.old)
    let cut = try folder.file("cut.csv", String(Self.new.dropLast(12)))
    let outcome = try RunningCommand.run("lists", "diff", old, cut)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains(cut))
  }
}
