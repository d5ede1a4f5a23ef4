import Testing

@Suite("namesift evaluate")
struct EvaluateTests {
  private struct Document: Decodable {
    struct Row: Decodable {
      var threshold: Double
      var found: Int
      var missed: Int
      var false_alarms: Int
      var clear: Int
      var recall: Double?
      var alert_rate: Double?
      var found_change: Int
      var false_alarms_change: Int
    }

    struct Measures: Decodable {
      var category: String?
      var found: Int
      var missed: Int
      var false_alarms: Int
      var clear: Int
      var precision: Double?
      var recall: Double?
      var f1: Double?
      var alert_rate: Double?
    }

    struct Name: Decodable {
      var line: Int
      var query: String
      var against: String
      var score: Double
    }

    var threshold: Double
    var policy: Measures
    var thresholds: [Row]
    var categories: [Measures]
    var misses: [Name]
    var false_alarms: [Name]
  }

  private let pairs = """
    {"query":"Anton Belikov","candidate":"ANTON BELIKOV","label":1,"category":"case"}
    {"query":"Anton Belikov","candidate":"Zhou Weimin","label":true,"category":"alias"}
    {"query":"Anton Belikov","candidate":"Maria Ortega","label":0,"category":"other"}
    {"query":"Anton Belikov","candidate":"Belikov Anton","label":false,"category":"other"}

    """

  private func evaluate(
    _ labelled: String, _ arguments: [String] = [], list: String? = nil, negatives: String? = nil
  ) throws -> RunningCommand.Outcome {
    let folder = try TemporaryFolder()
    var all = ["evaluate", try folder.file("labelled.jsonl", labelled)] + arguments
    if let list { all += ["--list", try folder.file("list.csv", list)] }
    if let negatives { all += ["--negatives", try folder.file("negatives.txt", negatives)] }
    return try RunningCommand.run(all)
  }

  @Test("counts pairs by threshold and category")
  func countsPairs() throws {
    let outcome = try evaluate(pairs, ["--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let document = try decoded(Document.self, from: outcome.output)
    let policy = document.policy
    #expect((policy.found, policy.missed, policy.false_alarms, policy.clear) == (1, 1, 1, 1))
    #expect(policy.precision == 0.5)
    #expect(policy.recall == 0.5)
    #expect(policy.f1 == 0.5)
    #expect(policy.alert_rate == 0.5)
    #expect(document.categories.map(\.category) == ["alias", "case", "other"])
    #expect(document.categories[0].precision == nil)
    #expect(document.misses.map(\.line) == [2])
    #expect(document.false_alarms.map(\.against) == ["Belikov Anton"])
    for row in document.thresholds {
      #expect(row.found + row.missed == 2)
      #expect(row.false_alarms + row.clear == 2)
    }
    #expect(document.thresholds.map(\.found) == document.thresholds.map(\.found).sorted(by: >))
    let base = document.thresholds.first { $0.threshold == document.threshold }
    #expect(base?.found_change == 0)
  }

  @Test("with a list it tells recall, the alert rate of the negatives, and what the policy holds")
  func againstAList() throws {
    let list = """
      uid,type,name,name_type,strength
      7,organisation,Dawnmoor Zentrix Limited,primary,strong
      7,,Sugomik,alias,weak

      """
    let labelled = """
      {"query":"Dawnmoor Zentrix","expected_uid":"7","type":"company"}
      {"query":"Sugomik","expected_uid":"7"}
      {"query":"Unheard Of","expected_uid":"7"}

      """
    let outcome = try evaluate(
      labelled, ["--json"], list: list, negatives: "Ann Miller\n\nDawnmoor Zentrix Shipping\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let document = try decoded(Document.self, from: outcome.output)
    #expect(document.policy.found == 1)
    #expect(document.policy.missed == 2)
    #expect(document.policy.false_alarms + document.policy.clear == 2)
    // Whatever the policy holds back, the scores are told.
    #expect(document.thresholds.last?.found == 1)
    #expect(document.misses.map(\.line) == [2, 3])
    #expect(document.misses.map(\.score) == [1, 0])
    #expect(document.categories.last?.category == "")
  }

  @Test("text has the tables and the names")
  func text() throws {
    let outcome = try evaluate(pairs)
    #expect(outcome.output.contains("by threshold"))
    #expect(outcome.output.contains("missed, nearest first: 1"))
    #expect(outcome.output.contains("Zhou Weimin"))
    #expect(outcome.output.contains("false alarms, highest first: 1"))
    let few = try evaluate(pairs, ["--show", "0"])
    #expect(!few.output.contains("Zhou Weimin"))
    #expect(few.output.contains("and 1 more"))
  }

  @Test("lines that cannot be used are told by number, without their text, with status 1")
  func badLines() throws {
    let outcome = try evaluate(
      """
      {"query":"Secretperson","candidate":"Ann"}
      {"query":"Secretperson","label":1}
      {"candidate":"Secretperson","label":1}
      {"query":"Secretperson","candidate":"Ann","label":2}
      {"query":"Secretperson","candidate":"Ann","label":1
      {"query":"Secretperson","expected_uid":"7"}
      ["Secretperson"]
      {"query":"Ann","candidate":"Ann","label":1}
      """, ["--show", "0"])
    #expect(outcome.status == 1)
    for line in 1...7 { #expect(outcome.errors.contains("labelled.jsonl:\(line): "), "\(line)") }
    #expect(!outcome.errors.contains("labelled.jsonl:8"))
    #expect(!outcome.errors.contains("Secretperson"))
    #expect(outcome.output.contains("1.0000"))
  }

  @Test("an empty file gives no measure and does not fail")
  func empty() throws {
    let outcome = try evaluate("", ["--json"])
    #expect(outcome.status == 0)
    #expect(try decoded(Document.self, from: outcome.output).policy.recall == nil)
  }

  @Test("a missing file ends it with 2, negatives without a list with 64")
  func refusals() throws {
    #expect(try RunningCommand.run("evaluate", "/no/such/file").status == 2)
    #expect(try RunningCommand.run("evaluate", "x", "--negatives", "y").status == 64)
  }
}
