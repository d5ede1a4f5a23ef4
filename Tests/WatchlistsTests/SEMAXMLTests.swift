import TestSupport
import Testing

@testable import Watchlists

@Suite("Canada's list")
struct SEMAXMLTests {
  private let folder = TemporaryFolder()

  static let text = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <data-set xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <record><Country>Belarus / Bélarus</Country><LastName>Petrov\u{A0}</LastName>
        <GivenName>Ivan</GivenName><TitleOrShip>General/général</TitleOrShip>
        <Aliases>Jon, Jean; Ivan Petroff, Ivan Petrow, Russian : Иван Петров</Aliases>
        <DateOfBirthOrShipBuildDate>1972-08-10 OR 1975-11</DateOfBirthOrShipBuildDate>
        <Schedule>1, Part 1</Schedule><Item>7</Item><DateOfListing>2020-09-28</DateOfListing>
      </record>
      <record><Country>Iran</Country>
        <EntityOrShip>Air Navy (AN/X)/Force navale (AN)</EntityOrShip>
        <Aliases>Navy, LLC, Air Force of Iran, and Sea Force, Ltd.</Aliases>
        <Item>2</Item><DateOfListing>2010-01-02</DateOfListing></record>
      <record><Country>Russia / Russie</Country><EntityOrShip>Zavod
    Zarya (also known as Zarya A/S)</EntityOrShip><Schedule>1</Schedule><Item>3</Item>
        <DateOfListing>2022-01-02</DateOfListing><Colour>red</Colour></record>
      <record><Country>Russia / Russie</Country><EntityOrShip>Balti III</EntityOrShip>
        <TitleOrShip>Oil Tanker</TitleOrShip><ShipIMONumber>9187629</ShipIMONumber>
        <DateOfBirthOrShipBuildDate>1980</DateOfBirthOrShipBuildDate><Item>4</Item>
        <DateOfListing>soon</DateOfListing></record>
    </data-set>
    """

  private func load() throws -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("sema.xml", Self.text))
  }

  @Test("a person has aliases as printed and one by one")
  func readsPerson() throws {
    let list = try load()
    #expect(list.summary.kind == .semaXML && list.summary.name == "CA-SEMA")
    let person = try #require(list.entries.first)
    #expect(person.list == "CA-SEMA" && person.uid == "Belarus, 1, Part 1, 7")
    #expect(person.type == .person && person.programs == ["Belarus"])
    func derived(_ text: String, _ strength: NameStrength) -> ListedName {
      ListedName(text, type: .alias, strength: strength, origin: .derived)
    }
    #expect(
      person.names == [
        ListedName("Ivan Petrov", type: .primary, strength: .strong),
        ListedName("Jon, Jean", type: .alias, strength: .unknown),
        derived("Jon", .weak), derived("Jean", .weak),
        ListedName("Ivan Petroff, Ivan Petrow", type: .alias, strength: .unknown),
        derived("Ivan Petroff", .unknown), derived("Ivan Petrow", .unknown),
        ListedName("Иван Петров", type: .alias, strength: .unknown),
      ])
    #expect(person.birthDates.map(\.last.description) == ["1972-08-10", "1975-11-30"])
    #expect(person.title == "General/général" && person.countries.isEmpty)
    #expect(person.listedOn?.description == "2020-09-28")
  }

  @Test("organisations have the names inside their names")
  func readsOrganisations() throws {
    let list = try load()
    #expect(
      list.entries[1].names.map(\.text) == [
        "Air Navy (AN/X)/Force navale (AN)", "Air Navy (AN/X)", "Force navale (AN)",
        "Navy, LLC, Air Force of Iran, and Sea Force, Ltd.", "Navy, LLC", "Air Force of Iran",
        "Sea Force, Ltd.",
      ])
    #expect(
      list.entries[2].names.map(\.text) == [
        "Zavod Zarya (also known as Zarya A/S)", "Zavod Zarya", "Zarya A/S",
      ])
    #expect(list.entries.dropFirst().map(\.uid) == ["Iran, 2", "Russia, 1, 3", "Russia, 4"])
  }

  @Test("a ship has its number, and what is not known is a warning")
  func readsShip() throws {
    let list = try load()
    let ship = try #require(list.entries.last)
    #expect(ship.type == .vessel && ship.birthDates.isEmpty)
    #expect(ship.identifiers == [Identifier(.imo, "9187629", hasValidChecksum: true)])
    #expect(ship.remarks == "Vessel Type Oil Tanker; Built 1980")
    #expect(
      list.summary.warnings.map(\.message) == [
        "unknown element 'Colour' in an entry", "DateOfListing not understood",
      ])
  }

  @Test("a record without a name, country or item is refused with its line")
  func refusesHoles() {
    for (record, field) in [
      ("<Country>A</Country><Item>1</Item>", "LastName"), ("<Country>A</Country>", "Item"),
      ("<Item>1</Item>", "Country"),
    ] {
      let path = folder.write("sema.xml", "<data-set>\n<record>\(record)</record></data-set>")
      #expect(throws: WatchlistError(.missingField(name: field), path: path, line: 2)) {
        try WatchlistLoader.load(specification: path)
      }
    }
  }

  /// The counts were taken from the file with another XML parser.
  @Test("the published list of May 2025")
  func readsPublished() throws {
    guard let path = SharedFiles.path("lists/ca/sema_2025-05.xml") else { return }
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.summary.entryCount == 4_759)
    #expect(list.entries.count { $0.type == .person } == 3_334)
    #expect(list.entries.count { $0.type == .organisation } == 1_316)
    #expect(list.entries.count { $0.type == .vessel } == 109)
    #expect(list.summary.identifierCount == 109)
    let programs = Dictionary(
      uniqueKeysWithValues: list.summary.programCounts.map { ($0.program, $0.count) })
    #expect(programs.count == 19 && programs["Russia"] == 2_426 && programs["Iran"] == 460)
    let aliased = list.entries.count { entry in
      entry.names.contains { $0.type == .alias && $0.origin == .column }
    }
    #expect(aliased == 2_877)
    // 1,711 persons with one date and three with two.
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == 1_717)
    #expect(list.entries.allSatisfy { $0.listedOn != nil })
    #expect(list.summary.warnings.map(\.count) == [2])
    #expect(list.summary.warnings.first?.message == "date of birth not understood")
  }
}
