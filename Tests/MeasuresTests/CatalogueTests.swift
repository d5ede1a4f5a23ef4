import Testing

@testable import Measures

@Suite("Catalogue of measures")
struct CatalogueTests {
  private func catalogue(_ json: String) throws(MeasureDataError) -> MeasureCatalogue {
    try MeasureCatalogue(measures: json.utf8, path: "m.json")
  }

  /// A row with every key that must be there; `changes` replace or add members, a lone key takes
  /// one out.
  private func row(_ changes: [String: String?] = [:]) -> String {
    var members: [String: String] = [
      "id": #""BANK-1""#, "lists": #"["BANK"]"#, "authority": #""house rule""#,
      "conduct": #"["any"]"#, "persons": #""any""#, "parties": #""listed""#,
      "look_through": "false", "item_subject_to_ear": "false", "scope": #""all""#,
      "ownership_rule": #""none""#, "outcome": #""PROHIBITED""#, "from": "[]", "reasons": "[]",
      "duties": "[]",
      "exceptions": #""""#, "citation": #""handbook""#, "source_date": #""2026-01-01""#,
      "confidence": #""found""#,
    ]
    for (key, value) in changes { members[key] = value }
    let lines = members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
    return "{" + lines.joined(separator: ", ") + "}"
  }

  @Test func everyRowInsideTheProgramIsUsable() {
    let catalogue = MeasureCatalogue.builtIn
    #expect(catalogue.measures.count > 40)
    #expect(catalogue.measures.map(\.id) == catalogue.measures.map(\.id).sorted())
    // A tag is known on lists for which there are measures, or it would be known for nothing.
    for program in catalogue.programs {
      for list in program.lists {
        let party = ListedParty(list: list, uid: "1", programs: [program.tag])
        #expect(
          catalogue.measures.contains { $0.applies(to: party, CaselessText("")) },
          "\(program.tag) on \(list)")
      }
    }
    // The Affiliates rule is three rows whose windows join.
    let affiliates = catalogue.measures.filter { $0.id.hasPrefix("EL-2") }
    #expect(affiliates.map(\.outcome) == [.licenceRequired, .review, .indeterminate])
    #expect(affiliates[0].until == affiliates[1].from.last)
    #expect(affiliates[1].until == affiliates[2].from.last)
  }

  @Test func rowsAreAddedAndReplaced() throws {
    let own = try catalogue(
      """
      {"schema": 1, "measures": [\(row()), \(row(["id": #""PLC-1""#, "lists": #"["NS-PLC"]"#]))],
       "programs": [{"tag": "BANK-TAG", "lists": ["BANK"], "authority": "us", "confidence": "found"}]}
      """)
    let catalogue = MeasureCatalogue.builtIn.overridden(by: own)
    #expect(catalogue.measures.count == MeasureCatalogue.builtIn.measures.count + 1)
    #expect(catalogue.measures.first { $0.id == "PLC-1" }?.authority == "house rule")
    let party = ListedParty(list: "BANK", uid: "1", programs: ["BANK-TAG"])
    #expect(catalogue.unknownPrograms(of: party) == [])
    let judgements = catalogue.measures(for: party)
      .judge(Cases.exactName, Cases.facts("2022-03-01", .payment))
    #expect(judgements.map(\.outcome) == [.prohibited])
  }

  @Test func aFileMayBeEmptyOfRows() throws {
    #expect(try catalogue(#"{"schema": 1}"#).measures.isEmpty)
  }

  @Test(
    "a mistake is told with its line",
    arguments: [
      (["outcome": #""BLOK""#], "'outcome' is 'BLOK'; it must be one of NOT_RESTRICTED"),
      (["outcome": "3"], "'outcome' must be a string"),
      (["outcome": nil], "key 'outcome' is missing"),
      (["outcom": "1"], "unknown key 'outcom'; it must be one of id, lists"),
      (["id": #""""#], "'id' is ''; it must be not empty"),
      (["lists": "[]"], "'lists' must be an array of strings, not empty"),
      (["lists": #"["A", "A"]"#], "'lists' is 'A'; it must be a code, not empty, each once"),
      (["conduct": #"["any", "sale"]"#], "'any' or 'others' alone"),
      (["conduct": #"["theft"]"#], "'conduct' is 'theft'"),
      (["persons": #""outside mars""#], "'persons' is 'outside mars'"),
      (["parties": #""owned""#], "key 'ownership_group' is missing"),
      (["parties": #""both""#], "'parties' is 'both'; it must be 'listed' or 'owned'"),
      (["ownership_group": #""G""#], "it must be 'owned' where 'ownership_group' is given"),
      (["look_through": #""no""#], "'look_through' must be true or false"),
      (["from": #"["2025-02-30 00:00"]"#], "'from' is '2025-02-30 00:00'; it must be a day or"),
      (["from": #"["effective_on"]"#], "'from' is 'effective_on'"),
      (["until": #""ends_on 24:01""#], "'until' is 'ends_on 24:01'"),
      (["reasons": #"["in force"]"#], "capitals, digits and underscores"),
      (["duties": #"["PANIC"]"#], "'duties' is 'PANIC'; it must be one of REJECT, BLOCK"),
      (["source_date": #""today""#], "a day as yyyy-mm-dd"),
      (["confidence": #""sure""#], "it must be one of found, secondary"),
      (["entry_text": #"[""]"#], "'entry_text' is ''"),
      (["programs": "[]"], "'programs' must be an array of strings, not empty"),
      (["purpose": #""gift""#], "it must be one of divestment, other"),
    ] as [([String: String?], String)])
  func mistakes(changes: [String: String?], words: String) {
    let error = #expect(throws: MeasureDataError.self) {
      try catalogue("{\"schema\": 1,\n\"measures\": [\n\(row(changes))]}")
    }
    #expect(error?.line == 3)
    #expect(error?.description.hasPrefix("m.json:3: ") == true)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test(
    "a mistake of the file is told with its line",
    arguments: [
      ("", 1, "a value is missing"), ("[]", 1, "'measures' must be an object"),
      ("{}", 1, "key 'schema' is missing"), ("{\n\"schema\": 2}", 2, "'schema' must be 1"),
      ("{\"schema\": 1,\n\"measures\": {}}", 2, "'measures' must be an array"),
      ("{\"schema\": 1,\n\"rows\": []}", 2, "unknown key 'rows'"),
      ("{\"schema\": 1, \"programs\": [\n{\"tag\": \"A\"}]}", 2, "key 'lists' is missing"),
      ("{\"schema\": 1, \"programs\": [\n7]}", 2, "'program' must be an object"),
    ])
  func mistakesOfTheFile(json: String, line: Int, words: String) {
    let error = #expect(throws: MeasureDataError.self) { try catalogue(json) }
    #expect(error?.line == line)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func aRowThatComesTwiceIsRefused() {
    let error = #expect(throws: MeasureDataError.self) {
      try catalogue("{\"schema\": 1, \"measures\": [\(row()),\n\(row())]}")
    }
    #expect(error?.description == "m.json:2: 'id' is 'BANK-1', as in an earlier row")
    let program = #"{"tag": "A", "lists": ["B"], "authority": "c", "confidence": "found"}"#
    let second = #expect(throws: MeasureDataError.self) {
      try catalogue("{\"schema\": 1, \"programs\": [\(program),\n\(program)]}")
    }
    #expect(second?.description == "m.json:2: 'tag' is 'A', as in an earlier row")
  }

  @Test func everyNexusIsRead() {
    #expect(Nexus("us") == .us)
    #expect(Nexus("US; uk,EU") == [.us, .uk, .eu])
    #expect(Nexus("none") == Nexus.noJurisdiction)
    #expect(Nexus("unknown us") == [.unknown, .us])
    for text in ["", " ", "none us", "mars", "us;none"] { #expect(Nexus(text) == nil) }
  }

  @Test func wordsAreFoundInAnyCase() {
    func contains(_ text: String, _ words: String) -> Bool {
      CaselessText(text).contains(CaselessText(words))
    }
    #expect(contains("All PROPERTY is Blocked", "property is blocked"))
    #expect(contains("abc", ""))
    #expect(!contains("ab", "abc"))
    #expect(!contains("", "a"))
    #expect(contains("aab", "ab"))
    #expect(CaselessText("For ALL").hasPrefix(CaselessText("for all")))
    #expect(!CaselessText("For").hasPrefix(CaselessText("for all")))
  }
}
