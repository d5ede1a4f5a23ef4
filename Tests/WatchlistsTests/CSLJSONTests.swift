import Testing

@testable import Watchlists

/// The texts are ours, written after the published schema of `consolidated.json`.
@Suite("The Consolidated Screening List as JSON")
struct CSLJSONTests {
  private let folder = TemporaryFolder()

  private static let treasury = """
    {
      "total": 2,
      "results": [
        {
          "id": "a1", "source": "Specially Designated Nationals (SDN) - Treasury Department",
          "entity_number": 7, "type": "Individual", "programs": ["SDGT", "IRAN"],
          "name": "RAY, Ann", "title": null,
          "addresses": [
            {"address": "1 Road", "city": "Tehran", "state": null, "postal_code": "11", "country": "IR"}
          ],
          "alt_names": ["RAI, Ann; Bo", "RAY, Anna"], "citizenships": ["IR"],
          "dates_of_birth": ["1967-03-25", "soon"], "places_of_birth": ["Qom, Iran"],
          "remarks": "Brother of \\u0042o",
          "ids": [
            {"type": "Passport", "number": "A1", "country": "IR", "issue_date": null},
            {"type": "Gender", "number": "Female", "country": null},
            {"type": "Listing Date (CMIC)", "number": "03 Jun 2021", "country": null}
          ]
        },
        {
          "id": "b2", "source": "Entity List (EL) - Bureau of Industry and Security",
          "name": "Acme (f.k.a. Bolt)", "start_date": "2022-04-07", "license_policy": "Denial",
          "federal_register_notice": "87 FR 1", "surprise": 1
        }
      ],
      "sources": []
    }
    """

  @Test("entries have the facts that the CSV gives")
  func readsEntries() throws {
    let list = try WatchlistLoader.load(specification: folder.write("c.json", Self.treasury))
    #expect(list.summary.kind == .cslJSON && list.summary.name == "US-CSL")
    let ray = list.entries[0]
    #expect(ray.list == "SDN" && ray.uid == "7" && ray.type == .person)
    #expect(ray.programs == ["SDGT", "IRAN"])
    #expect(ray.names.map(\.text) == ["RAY, Ann", "RAI, Ann; Bo", "RAY, Anna", "RAI, Ann", "Bo"])
    #expect(ray.addresses == [Address(lines: "1 Road", city: "Tehran, 11", country: "IR")])
    #expect(ray.identifiers == [Identifier(.passport, "A1", country: "IR")])
    #expect(ray.listedOn == CalendarDate(year: 2021, month: 6, day: 3))
    #expect(ray.countries == ["IR"] && ray.birthDates.count == 1)
    #expect(ray.remarks == "DOB soon; Brother of Bo; Gender Female")
    let acme = list.entries[1]
    #expect(acme.list == "BIS-EL" && acme.uid == "b2" && acme.citation == "87 FR 1")
    #expect(acme.names.map(\.text) == ["Acme (f.k.a. Bolt)", "Acme", "Bolt"])
    #expect(
      list.summary.warnings.map(\.message) == [
        "date of birth not understood", "unknown member 'surprise'",
      ])
    #expect(list.summary.warnings.map(\.line) == [4, 20])
  }

  @Test("values of another kind, cut and spliced texts are refused with the line")
  func refusesDamage() throws {
    let whole = #"{"results": [{"source": "X (SDN)",\#n"name": "A"}]}"#
    let cases: [(String, WatchlistError.Reason, Int)] = [
      (#"{"results": {}}"#, .malformedJSON(message: "'results' is no array"), 1),
      (#"{"results": []}"#, .noEntries, 0),
      ("{\"results\": [1]}", .wrongType(name: "entry", expected: "an object"), 1),
      (
        "{\"results\": [\n{\"name\": [\"A\"]}]}", .wrongType(name: "name", expected: "a text"), 2
      ),
      (
        "{\"results\": [{\n\"name\": \"A\", \"alt_names\": \"B\"}]}",
        .wrongType(name: "alt_names", expected: "an array"), 2
      ),
      (
        "{\"results\": [{\n\"name\": \"A\",\n\"ids\": [\"B\"]}]}",
        .wrongType(name: "ids", expected: "an object"), 3
      ),
      ("{\"results\": [{\n\"source\": \"X\"}]}", .missingField(name: "name"), 1),
      (String(whole.dropLast(3)), .malformedJSON(message: "',' or '}' is missing"), 2),
      (String(whole.dropLast(2)), .malformedJSON(message: "',' or ']' is missing"), 2),
      (whole + whole, .malformedJSON(message: "text behind the value"), 2),
    ]
    for (text, reason, line) in cases {
      let path = folder.write("c.json", text)
      #expect(throws: WatchlistError(reason, path: path, line: line), "\(text)") {
        try WatchlistLoader.load(specification: path)
      }
    }
  }

  @Test("bytes that are not UTF-8 are refused")
  func refusesInvalidUTF8() {
    let path = folder.write("c.json", Array("{\"results\": [{\"name\": \"".utf8) + [0xFF])
    #expect(throws: WatchlistError(.notUTF8(offset: 23), path: path, line: 1)) {
      try WatchlistLoader.load(specification: path)
    }
  }
}

@Suite("Strengths from the publisher's own file")
struct NameStrengthsTests {
  private let folder = TemporaryFolder()

  @Test("names of the screening list get the strength that OFAC gives them, by entry number")
  func fillsStrengths() throws {
    let json = """
      {"results": [
        {"source": "X (SDN)", "entity_number": "7", "name": "RAY, Ann", "alt_names": ["BO", "New"]},
        {"source": "X (SDN)", "entity_number": "8", "name": "RAY, Ann", "alt_names": ["BO"]},
        {"source": "X (EL)", "entity_number": "7", "name": "RAY, Ann"}]}
      """
    let xml = """
      <sdnList xmlns=\"x\"><publshInformation><Record_Count>1</Record_Count></publshInformation>
      <sdnEntry><uid>7</uid><lastName>RAY</lastName><firstName>Ann</firstName>
      <sdnType>Individual</sdnType><akaList><aka><type>a.k.a.</type><category>weak</category>
      <lastName>Bo</lastName></aka></akaList></sdnEntry></sdnList>
      """
    let lists = [
      try WatchlistLoader.load(specification: folder.write("c.json", json)),
      try WatchlistLoader.load(specification: folder.write("sdn.xml", xml)),
    ]
    let filled = lists.withStrengthsOfPublisher()
    let strengths = filled[0].entries.map { $0.names.map(\.strength) }
    #expect(strengths == [[.strong, .weak, .unknown], [.unknown, .unknown], [.unknown]])
    #expect(filled[0].summary.weakNameCount == 1)
    #expect(filled[1].entries == lists[1].entries)
    #expect([lists[0]].withStrengthsOfPublisher()[0].entries == lists[0].entries)
  }
}
