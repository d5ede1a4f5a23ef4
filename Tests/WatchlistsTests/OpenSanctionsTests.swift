import Testing

@testable import Watchlists

/// The texts are ours, written after the published formats.
@Suite("Exports of OpenSanctions")
struct OpenSanctionsTests {
  private let folder = TemporaryFolder()

  private func load(_ name: String, _ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write(name, text))
  }

  private static let header =
    "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,"
    + "program_ids,dataset,first_seen,last_seen,last_change\n"

  @Test("a row of the simple CSV is an entry; values inside cells have quotes of their own")
  func readsSimpleCSV() throws {
    let list = try load(
      "targets.simple.csv",
      Self.header
        + "N1,Vessel,SEA STAR,\"\"\"Star; Sea\"\";Astra;\"\"The \"\"\"\"One\"\"\"\"\"\"\",,pa;mt,,"
        + "IMO9074729;X1,\"Ban;\n\"\"A, B\"\"\",,,UA-1;UA-2,One;Two,2025-10-06T14:15:21,"
        + "2026-03-13T05:41:01,2026-02-24T05:42:24\n"
        + "N2,Person,Ann Ray,,1970-05;1971,ru,\"1 Road\",213800WSGIIZCXF1P572,,,,,One,,,\n")
    #expect(list.summary.kind == .openSanctionsCSV && list.summary.warnings.isEmpty)
    #expect(list.summary.published?.description == "2026-03-13")
    let star = list.entries[0]
    #expect(star.list == "OPENSANCTIONS" && star.uid == "N1" && star.type == .vessel)
    #expect(star.names.map(\.text) == ["SEA STAR", "Star; Sea", "Astra", "The \"One\""])
    #expect(star.names.map(\.strength) == [.strong, .unknown, .unknown, .unknown])
    #expect(star.countries == ["pa", "mt"] && star.programs == ["UA-1", "UA-2"])
    #expect(
      star.identifiers == [
        Identifier(.imo, "9074729", hasValidChecksum: true), Identifier(.other, "X1"),
      ])
    #expect(star.remarks == "Ban; A, B" && star.source == "One; Two")
    #expect(star.sourceDate?.description == "2026-02-24")
    let ray = list.entries[1]
    #expect(ray.birthDates.map(\.last.description) == ["1970-05-31", "1971-12-31"])
    #expect(ray.identifiers.map(\.kind) == [.lei] && ray.addresses == [Address(lines: "1 Road")])
  }

  private static let company = """
    {"id": "c1", "caption": "Acme", "schema": "Company", "target": true, "datasets": ["d"],
     "last_seen": "2026-03-13T05:41:01", "properties": {"name": ["Acme", "Акме"], "weakAlias":
     ["AC"], "previousName": ["Bolt"], "previousName": [], "jurisdiction": ["ru"], "innCode": ["77"],
     LINKS}}
    """

  @Test("links by identifier and nested entities give the same facts")
  func readsLinkedEntities() throws {
    let parts = [
      #"{"id": "a1", "schema": "Address", OWN"properties": {"full": ["1 Road, Perm"], "country": ["ru"]}}"#,
      #"{"id": "s1", "schema": "Sanction", OWN"properties": {"entity": ["c1"], "#
        + #""programId": ["P1"], "authority": ["Council"], "listingDate": ["2022-03-01"], "reason": ["Why"]}}"#,
      #"{"id": "p1", "schema": "Passport", OWN"properties": {"holder": ["c1"], "number": ["A1"], "country": ["ru"]}}"#,
    ]
    let flat =
      [Self.company.replacing("LINKS", with: #""addressEntity": ["a1"]"#)]
      + parts.map { $0.replacing("OWN", with: #""target": false, "#) }
    let nested = Self.company.replacing(
      "LINKS",
      with: #""addressEntity": [\#(parts[0])], "sanctions": [\#(parts[1]), \#(parts[2])]"#
    ).replacing("OWN", with: "")
    let lists = [
      try load("entities.ftm.json", flat.map { $0.replacing("\n", with: " ") + "\n" }.joined()),
      try load("targets.nested.json", nested.replacing("\n", with: " ")),
      try load("shuffled.json", flat.reversed().joined(separator: "\n")),
    ]
    for list in lists {
      #expect(list.summary.kind == .ftm && list.entries.count == 1)
      let acme = list.entries[0]
      #expect(acme.uid == "c1" && acme.type == .organisation && acme.source == "d")
      #expect(
        acme.names == [
          ListedName("Acme", type: .primary, strength: .strong),
          ListedName("Акме", type: .variant, strength: .strong),
          ListedName("Bolt", type: .former, strength: .strong),
          ListedName("AC", type: .alias, strength: .weak),
        ])
      #expect(acme.countries == ["ru"] && acme.programs == ["P1"])
      #expect(Set(acme.identifiers.map(\.value)) == ["77", "A1"])
      #expect(acme.addresses == [Address(lines: "1 Road, Perm", country: "ru")])
      #expect(acme.legalBasis == "Council" && acme.remarks == "Why")
      #expect(acme.listedOn?.description == "2022-03-01")
    }
  }

  @Test("without a mark the parties are entries, and what is no party is none")
  func tellsParties() throws {
    let list = try load(
      "e.json",
      #"{"id": "1", "schema": "Person", "caption": "Ann Ray", "properties": {"birthDate": "1970"}}"#
        + "\n" + #"{"id": "2", "schema": "Family", "caption": "Family", "properties": {}}"# + "\n"
        + #"{"id": "3", "schema": "Person", "caption": "Bo", "target": false, "properties": {}}"#
        + "\n" + #"{"id": "4", "schema": "Airplane", "caption": "RA-1", "properties": "#
        + #"{"registrationNumber": ["RA-1"]}}"#)
    #expect(list.entries.map(\.uid) == ["1", "4"] && list.entries[0].birthDates.count == 1)
    #expect(list.entries[1].identifiers == [Identifier(.tailNumber, "RA-1")])
  }

  private static let line = #"{"id": "1", "schema": "Person", "caption": "A", "properties": {}}"#
  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (line + "\n" + line.dropLast(1), .malformedJSON(message: "',' or '}' is missing"), 2),
    (
      #"{"id": "1", "id": "2", "schema": "Person"}"#,
      .malformedJSON(message: "key 'id' comes twice"), 1
    ),
    (line + "\n[1]", .wrongType(name: "entry", expected: "an object"), 2),
    (line + "\n" + #"{"id": "2", "schema": ""}"#, .missingField(name: "schema"), 2),
    (#"{"id": ["2"], "schema": "Person"}"#, .wrongType(name: "id", expected: "a text"), 1),
    (
      #"{"id": "2", "schema": "Person", "properties": []}"#,
      .wrongType(name: "properties", expected: "an object"), 1
    ),
    (
      #"{"id": "2", "schema": "Person", "target": "yes"}"#,
      .wrongType(name: "target", expected: "true or false"), 1
    ),
    (#"{"id": "2", "schema": "Family"}"#, .noEntries, 0),
    (
      String(repeating: #"{"schema":"#, count: 40),
      .malformedJSON(message: "nested deeper than 32"), 1
    ),
    (header + "N1,Person,A,B\n", .wrongColumnCount(actual: 4, expected: 16), 2),
    (header + "N1,Person,,,,,,,,,,,,,,\n", .missingField(name: "name"), 2),
    (header + "N1,Person,A,,,,,,,,,,,,,", .lastRowCut, 2),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("damaged", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}
