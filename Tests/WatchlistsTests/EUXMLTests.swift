import Testing

@testable import Watchlists

@Suite("The European list as XML")
struct EUXMLTests {
  private let folder = TemporaryFolder()

  /// Made up, in the layout of the published schema; no real file is at hand.
  static let text = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <export xmlns="http://eu.europa.ec/fpi/fsd/export"
      generationDate="2026-01-28T21:24:35.826+01:00" globalFileId="171703">
    <sanctionEntity designationDetails="" unitedNationId="QDi.9" euReferenceNumber="EU.27.28"
      logicalId="13">
      <remark>Resolution 1</remark>
      <regulation regulationType="regulation" organisationType="commission"
        publicationDate="2003-07-08" entryIntoForceDate="2003-07-07"
        numberTitle="1/2003 (OJ L1)" programme="IRQ" logicalId="348">
        <publicationUrl>http://example.com</publicationUrl></regulation>
      <regulation publicationDate="2014-01-01" entryIntoForceDate="2014-01-02"
        numberTitle="2/2014 (OJ L2)" programme="IRQ"/>
      <subjectType code="person" classificationCode="P"/>
      <nameAlias firstName="" middleName="" lastName="" wholeName="Abu Test" strong="false"/>
      <nameAlias firstName="Amar" middleName="" lastName="Ben Casim"
        wholeName="Amar Ben Casim" function="Chief" gender="M"
        title="(a) Mullah, (b) Maulavi" nameLanguage="" strong="true"><regulationSummary/></nameAlias>
      <nameAlias firstName="Omar" middleName="B." lastName="Kasim" wholeName="" strong="true">
        <remark>lo quality a.k.a.</remark></nameAlias>
      <nameAlias wholeName="" strong="true"/>
      <citizenship region="" countryIso2Code="IQ" countryDescription="IRAQ"/>
      <citizenship countryIso2Code="00" countryDescription="UNKNOWN"/>
      <birthdate circa="false" calendarType="GREGORIAN" city="Tikrit" birthdate="1937-04-28"
        dayOfMonth="28" monthOfYear="4" year="1937" place="" countryIso2Code="IQ"
        countryDescription="IRAQ"/>
      <birthdate circa="true" calendarType="GREGORIAN" year="1938" monthOfYear="0"
        countryDescription="UNKNOWN"/>
      <birthdate circa="false" calendarType="GREGORIAN" year="1939" monthOfYear="5"/>
      <birthdate circa="false" yearRangeFrom="1940" yearRangeTo="1942" year="0"/>
      <birthdate circa="false" calendarType="ISLAMIC" year="1390"/>
      <address city="Baghdad" street="1 Road" poBox="7" zipCode="12" region="" place=""
        countryIso2Code="IQ" countryDescription="IRAQ"><remark>as of 2010</remark>
        <contactInfo key="EMAIL" value="a@example.com"/><regulationSummary/></address>
      <identification knownFalse="false" number="A1" latinNumber="" countryIso2Code="00"
        countryDescription="UNKNOWN" identificationTypeCode="passport"><remark>(passport)</remark>
      </identification>
      <identification number="٤" latinNumber="4" countryDescription="IRAQ"
        identificationTypeCode="fiscalcode"/>
    </sanctionEntity>
    <sanctionEntity designationDate="2022-04-08" logicalId="14" designationDetails="seized">
      <subjectType code="enterprise" classificationCode="E"/>
      <nameAlias wholeName="Front of the East" nameLanguage="EN" strong="true"/>
      <nameAlias wholeName="Фронт" nameLanguage="BG" strong="true"/>
      <identification number="9187628" identificationTypeCode="imo"/>
      <mood/>
    </sanctionEntity>
    <sanctionEntity logicalId="15"><subjectType code="enterprise"/>
      <nameAlias wholeName="ACME" strong="true"/></sanctionEntity>
    </export>
    """

  private func load() throws -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("eu.xml", Self.text))
  }

  @Test("a person has all names with their strength, dates and documents")
  func readsPerson() throws {
    let list = try load()
    #expect(list.summary.kind == .euXML && list.summary.name == "EU-FSF")
    #expect(list.summary.published?.description == "2026-01-28")
    let person = try #require(list.entries.first)
    #expect(person.list == "EU" && person.uid == "EU.27.28" && person.type == .person)
    #expect(
      person.names == [
        ListedName("Amar Ben Casim", type: .primary, strength: .strong),
        ListedName("Abu Test", type: .alias, strength: .weak),
        ListedName("Omar B. Kasim", type: .alias, strength: .weak),
      ])
    #expect(person.title == "Mullah; Maulavi; Chief")
    #expect(
      person.birthDates.map { "\($0.first) \($0.last) \($0.isApproximate)" } == [
        "1937-04-28 1937-04-28 false", "1938-01-01 1938-12-31 true",
        "1939-05-01 1939-05-31 false", "1940-01-01 1942-12-31 false",
      ])
    #expect(person.birthPlaces == ["Tikrit, IRAQ"] && person.countries == ["IRAQ"])
    #expect(
      person.addresses == [
        Address(lines: "1 Road, P.O. Box 7", city: "Baghdad, 12", country: "IRAQ")
      ])
    #expect(
      person.identifiers == [
        Identifier(.passport, "A1"), Identifier(.tax, "٤", country: "IRAQ"),
        Identifier(.tax, "4", country: "IRAQ"),
      ])
    #expect(person.programs == ["IRQ"] && person.legalBasis == "1/2003 (OJ L1); 2/2014 (OJ L2)")
    #expect(person.listedOn?.description == "2003-07-08")
    #expect(person.effectiveOn?.description == "2003-07-07")
    #expect(
      person.remarks
        == "Resolution 1; DOB 1390 (ISLAMIC calendar); as of 2010; EMAIL a@example.com; "
        + "(passport); UN Reference Number QDi.9")
  }

  @Test("a ship stands among the organisations, with a wrong number kept")
  func readsShip() throws {
    let list = try load()
    let ship = list.entries[1]
    #expect(ship.uid == "14" && ship.type == .unknown)
    #expect(ship.names.map(\.text) == ["Front of the East", "Фронт"])
    #expect(ship.identifiers == [Identifier(.imo, "9187628", hasValidChecksum: false)])
    #expect(ship.listedOn?.description == "2022-04-08" && ship.remarks == "seized")
    #expect(list.entries[2].type == .organisation)
    #expect(
      list.summary.warnings.map(\.message) == [
        "empty alternate name", "IMO with a wrong check digit or length",
        "unknown element 'mood' in an entry",
      ])
  }

  @Test("a party without a name or number is refused with its line")
  func refusesHoles() {
    for (entity, field) in [
      ("<sanctionEntity logicalId='1'/>", "wholeName"),
      ("<sanctionEntity><nameAlias wholeName='A'/></sanctionEntity>", "logicalId"),
    ] {
      let path = folder.write("eu.xml", "<export xmlns='x'>\n\(entity)</export>")
      #expect(throws: WatchlistError(.missingField(name: field), path: path, line: 2)) {
        try WatchlistLoader.load(specification: path)
      }
    }
  }
}
