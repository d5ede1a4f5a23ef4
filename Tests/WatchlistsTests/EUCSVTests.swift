import Testing

@testable import Watchlists

/// The texts are ours, written after the published header of layout 1.1.
@Suite("The list of the European Union as CSV")
struct EUCSVTests {
  private let folder = TemporaryFolder()

  private static let columns = [
    "fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_UnitedNationId",
    "Entity_DesignationDate", "Entity_DesignationDetails", "Entity_Remark", "Entity_SubjectType",
    "Entity_SubjectType_ClassificationCode", "Entity_Regulation_EntryIntoForceDate",
    "Entity_Regulation_NumberTitle", "Entity_Regulation_Programme", "NameAlias_LastName",
    "NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_WholeName", "NameAlias_Title",
    "NameAlias_Function", "NameAlias_Remark", "Address_City", "Address_Street", "Address_PoBox",
    "Address_ZipCode", "Address_CountryDescription", "BirthDate_BirthDate", "BirthDate_Day",
    "BirthDate_Month", "BirthDate_Year", "BirthDate_YearRangeFrom", "BirthDate_YearRangeTo",
    "BirthDate_Circa", "BirthDate_CalendarType", "BirthDate_City", "BirthDate_CountryDescription",
    "Identification_Number", "Identification_TypeCode", "Identification_CountryDescription",
    "Citizenship_CountryDescription",
  ]
  private static let header = "\u{FEFF}" + columns.joined(separator: ";") + "\n"

  private static func row(_ values: [String: String]) -> String {
    let entity = [
      "fileGenerationDate": "05/08/2026", "Entity_LogicalId": "13",
      "Entity_EU_ReferenceNumber": "EU.27.28", "Entity_SubjectType": "P",
      "Entity_Regulation_Programme": "IRQ", "Entity_DesignationDate": "2003-07-07",
      "Entity_Regulation_EntryIntoForceDate": "2003-07-08",
      "Entity_Regulation_NumberTitle": "1210/2003 (OJ L169)",
    ].merging(values) { $1 }
    return columns.map { entity[$0] ?? "" }.joined(separator: ";") + "\n"
  }

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("eu.csv", text))
  }

  @Test("the rows of an identifier are one entry")
  func readsEntry() throws {
    let list = try load(
      Self.header
        + Self.row(["NameAlias_WholeName": "Ann Ray", "NameAlias_Title": "(a) Dr, (b) Prof"])
        + Self.row(["NameAlias_FirstName": "Anna", "NameAlias_LastName": "Rai"])
        + Self.row(["NameAlias_WholeName": "Bo", "NameAlias_Remark": "Lo quality alias"])
        + Self.row([
          "Address_Street": "1 Road", "Address_PoBox": "7", "Address_City": "Rome",
          "Address_CountryDescription": "ITALY",
        ])
        + Self.row([
          "BirthDate_BirthDate": "1937-04-28", "BirthDate_City": "Tikrit",
          "BirthDate_CountryDescription": "IRAQ",
        ])
        + Self.row([
          "BirthDate_Year": "1940", "BirthDate_Month": "5", "BirthDate_Day": "0",
          "BirthDate_Circa": "true", "BirthDate_CalendarType": "GREGORIAN",
        ])
        + Self.row(["BirthDate_YearRangeFrom": "1938", "BirthDate_YearRangeTo": "1941"])
        + Self.row([
          "BirthDate_BirthDate": "1316-01-02", "BirthDate_CalendarType": "ISLAMIC",
        ])
        + Self.row([
          "Identification_Number": "A1", "Identification_TypeCode": "passport",
          "Identification_CountryDescription": "IRAQ",
        ])
        + Self.row(["Citizenship_CountryDescription": "IRAQ"]))
    #expect(list.summary.kind == .euCSV && list.summary.published?.description == "2026-08-05")
    #expect(list.summary.warnings.isEmpty && list.entries.count == 1)
    let ray = list.entries[0]
    #expect(ray.list == "EU" && ray.uid == "EU.27.28" && ray.type == .person)
    #expect(
      ray.names == [
        ListedName("Ann Ray", type: .primary, strength: .strong),
        ListedName("Anna Rai", type: .alias, strength: .unknown),
        ListedName("Bo", type: .alias, strength: .weak),
      ])
    #expect(ray.addresses == [Address(lines: "1 Road, P.O. Box 7", city: "Rome", country: "ITALY")])
    #expect(
      ray.birthDates.map { "\($0.first) \($0.last) \($0.isApproximate)" } == [
        "1937-04-28 1937-04-28 false", "1940-05-01 1940-05-31 true", "1938-01-01 1941-12-31 false",
      ])
    #expect(ray.birthPlaces == ["Tikrit, IRAQ"] && ray.countries == ["IRAQ"])
    #expect(ray.identifiers == [Identifier(.passport, "A1", country: "IRAQ")])
    #expect(ray.programs == ["IRQ"] && ray.legalBasis == "1210/2003 (OJ L169)")
    #expect(ray.listedOn?.description == "2003-07-07")
    #expect(ray.effectiveOn?.description == "2003-07-08")
    #expect(ray.title == "Dr; Prof" && ray.remarks == "DOB 1316-01-02 (islamic calendar)")
  }

  private static let damage: [(text: String, reason: WatchlistError.Reason, line: Int)] = [
    (header, .noEntries, 0),
    (
      header + row(["NameAlias_WholeName": "A"]) + "1;2\n",
      .wrongColumnCount(actual: 2, expected: 38), 3
    ),
    (header + row(["Entity_LogicalId": ""]), .missingField(name: "Entity_LogicalId"), 2),
    (
      header + row(["Entity_LogicalId": "9"]), .missingField(name: "NameAlias_WholeName"), 0
    ),
    ("fileGenerationDate;Entity_LogicalId\n1;2\n", .missingColumn(name: "namealias_wholename"), 1),
  ]

  @Test("damaged files are refused with the line", arguments: damage)
  func refusesDamage(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("eu.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }

  @Test("layout 1.0, whose lines a spreadsheet has quoted, is refused in words")
  func refusesOldLayout() {
    let path = folder.write(
      "eu.csv", "\"Date_filexxxx;Entity_logical_id;Naal_wholename\t\t\"\n\"1;2;A\t\"\n")
    let error = #expect(throws: WatchlistError.self) {
      try WatchlistLoader.load(specification: path)
    }
    #expect(error?.description.contains(":1: the list of the European Union in layout 1.0") == true)
  }
}
