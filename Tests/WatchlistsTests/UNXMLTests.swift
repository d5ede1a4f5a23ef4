import TestSupport
import Testing

@testable import Watchlists

@Suite("The UN list")
struct UNXMLTests {
  private let folder = TemporaryFolder()

  static let text = """
    <?xml version='1.0' encoding='UTF-8'?>
    <CONSOLIDATED_LIST xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
      dateGenerated='2026-02-27T00:00:09.554Z'>
    <INDIVIDUALS>
      <INDIVIDUAL><DATAID>1</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME> AMAR </FIRST_NAME>
        <SECOND_NAME>BEN</SECOND_NAME><THIRD_NAME/><FOURTH_NAME>CASIM</FOURTH_NAME>
        <UN_LIST_TYPE>GB</UN_LIST_TYPE><REFERENCE_NUMBER>GBi.001</REFERENCE_NUMBER>
        <LISTED_ON>2012-05-18</LISTED_ON><NAME_ORIGINAL_SCRIPT>عمار بن
          قاسم</NAME_ORIGINAL_SCRIPT><COMMENTS1>Sold
    arms.</COMMENTS1><TITLE><VALUE>Colonel</VALUE></TITLE>
        <DESIGNATION><VALUE>a) Chief</VALUE><VALUE>b) Clerk</VALUE></DESIGNATION>
        <NATIONALITY><VALUE>Mali</VALUE><VALUE>Niger</VALUE></NATIONALITY>
        <LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE>
        <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Omar Kasim; Omar Qasim</ALIAS_NAME>
          <DATE_OF_BIRTH>1970-01-02</DATE_OF_BIRTH><CITY_OF_BIRTH>Gao</CITY_OF_BIRTH>
        </INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Goat</ALIAS_NAME>
          <NOTE>original script: Коза</NOTE></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Amr Ben</ALIAS_NAME>
          <NOTE>Previously listed as</NOTE></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ADDRESS><STREET>1 Road</STREET><CITY>Gao</CITY><COUNTRY>Mali</COUNTRY>
          <NOTE>as of 2015</NOTE></INDIVIDUAL_ADDRESS>
        <INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-03-04</DATE>
          <NOTE>from false passport</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973 </NOTE>
        </INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1975</YEAR>
        </INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE>
          <FROM_YEAR>1976</FROM_YEAR><TO_YEAR>1978</TO_YEAR><NOTE>Approximately </NOTE>
        </INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>1402 (Hijri)</NOTE>
        </INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Timbuktu</CITY><COUNTRY>Mali</COUNTRY>
        </INDIVIDUAL_PLACE_OF_BIRTH><INDIVIDUAL_PLACE_OF_BIRTH/>
        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Numéro de passeport </TYPE_OF_DOCUMENT>
          <NUMBER>A 12 </NUMBER><COUNTRY_OF_ISSUE>Mali</COUNTRY_OF_ISSUE></INDIVIDUAL_DOCUMENT>
        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification
              Number</TYPE_OF_DOCUMENT><TYPE_OF_DOCUMENT2>Italian Fiscal Code:</TYPE_OF_DOCUMENT2>
          <NUMBER>F1</NUMBER><ISSUING_COUNTRY>Italy</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NOTE>lost</NOTE>
        </INDIVIDUAL_DOCUMENT><INDIVIDUAL_DOCUMENT/>
        <SORT_KEY/><SORT_KEY_LAST_MOD/></INDIVIDUAL>
    </INDIVIDUALS>
    <ENTITIES>
      <ENTITY><DATAID>2</DATAID><FIRST_NAME>LINE ONE (LO) ; LINE TWO</FIRST_NAME>
        <UN_LIST_TYPE>DRC</UN_LIST_TYPE><REFERENCE_NUMBER>CDe.002</REFERENCE_NUMBER>
        <LISTED_ON>2007-03-29</LISTED_ON>
        <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Front (XF)</ALIAS_NAME></ENTITY_ALIAS>
        <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY>
          <ALIAS_NAME>جبهة (Jabha; Jebha)</ALIAS_NAME></ENTITY_ALIAS>
        <ENTITY_ALIAS><QUALITY>fair</QUALITY><ALIAS_NAME>Q</ALIAS_NAME></ENTITY_ALIAS>
        <MOOD>good</MOOD></ENTITY>
    </ENTITIES>
    </CONSOLIDATED_LIST>
    """

  @Test("a person has all names, dates, places and documents")
  func readsPerson() throws {
    let list = try WatchlistLoader.load(specification: folder.write("un.xml", Self.text))
    #expect(list.summary.kind == .unXML && list.summary.name == "UN-SC")
    #expect(list.summary.published?.description == "2026-02-27")
    let person = try #require(list.entries.first)
    #expect(person.list == "UN" && person.uid == "GBi.001" && person.type == .person)
    #expect(
      person.names == [
        ListedName("AMAR BEN CASIM", type: .primary, strength: .strong),
        ListedName("عمار بن قاسم", type: .variant, strength: .strong),
        ListedName("Omar Kasim", type: .alias, strength: .strong),
        ListedName("Omar Qasim", type: .alias, strength: .strong),
        ListedName("The Goat", type: .alias, strength: .weak),
        ListedName("Коза", type: .variant, strength: .weak, origin: .remark),
        ListedName("Amr Ben", type: .former, strength: .strong),
      ])
    #expect(person.programs == ["Guinea-Bissau"])
    #expect(person.listedOn?.description == "2012-05-18")
    #expect(person.title == "Colonel; a) Chief; b) Clerk")
    #expect(person.countries == ["Mali", "Niger"])
    #expect(person.addresses == [Address(lines: "1 Road", city: "Gao", country: "Mali")])
    #expect(
      person.birthDates.map { "\($0.first) \($0.last) \($0.isApproximate)" } == [
        "1970-01-02 1970-01-02 false", "1971-03-04 1971-03-04 false",
        "1973-11-01 1973-11-30 false", "1975-01-01 1975-12-31 true",
        "1976-01-01 1978-12-31 true",
      ])
    #expect(person.birthPlaces == ["Gao", "Timbuktu, Mali"])
    #expect(
      person.identifiers == [
        Identifier(.passport, "A 12", country: "Mali"), Identifier(.tax, "F1", country: "Italy"),
      ])
    #expect(
      person.remarks
        == "Sold arms.; as of 2015; DOB 1971-03-04: from false passport; DOB 1402 (Hijri); "
        + "Passport lost")
  }

  @Test("an organisation has the names inside its names, and what is not known is a warning")
  func readsOrganisation() throws {
    let list = try WatchlistLoader.load(specification: folder.write("un.xml", Self.text))
    let entity = try #require(list.entries.last)
    #expect(entity.uid == "CDe.002" && entity.type == .organisation)
    #expect(
      entity.names == [
        ListedName("LINE ONE (LO) ; LINE TWO", type: .primary, strength: .strong),
        ListedName("LINE ONE (LO)", type: .variant, strength: .strong, origin: .derived),
        ListedName("LINE TWO", type: .variant, strength: .strong, origin: .derived),
        ListedName("Front (XF)", type: .alias, strength: .unknown),
        ListedName("جبهة (Jabha; Jebha)", type: .former, strength: .unknown),
        ListedName("جبهة", type: .variant, strength: .unknown, origin: .derived),
        ListedName("Jabha", type: .variant, strength: .unknown, origin: .derived),
        ListedName("Jebha", type: .variant, strength: .unknown, origin: .derived),
        ListedName("Q", type: .alias, strength: .unknown),
      ])
    #expect(
      list.summary.warnings.map(\.message) == [
        "date of birth not understood", "unknown quality of alias",
        "unknown element 'MOOD' in an entry",
      ])
  }

  @Test("a party without a name or a number is refused with its line")
  func refusesHoles() {
    for (hole, field) in [
      ("<REFERENCE_NUMBER>1</REFERENCE_NUMBER>", "FIRST_NAME"),
      ("<FIRST_NAME>A</FIRST_NAME>", "REFERENCE_NUMBER"),
    ] {
      let path = folder.write(
        "un.xml",
        "<CONSOLIDATED_LIST dateGenerated='2026-02-27'>\n<ENTITIES>\n<ENTITY>\(hole)</ENTITY>\n"
          + "</ENTITIES></CONSOLIDATED_LIST>")
      #expect(throws: WatchlistError(.missingField(name: field), path: path, line: 3)) {
        try WatchlistLoader.load(specification: path)
      }
    }
  }

  struct Published: CustomTestStringConvertible {
    let path, published: String
    let individuals, entities, aliases, weakAliases, originals, numbers, birthDates: Int
    var testDescription: String { path }
  }

  /// The counts were taken from the files with another XML parser, those of the aliases after
  /// splitting at semicolons.
  @Test(
    "the published lists have as many of everything as their elements",
    arguments: [
      Published(
        path: "consolidated_2026-02-27.xml", published: "2026-02-27", individuals: 730,
        entities: 273, aliases: 2_800, weakAliases: 617, originals: 378, numbers: 454,
        birthDates: 892),
      Published(
        path: "consolidated_2025-04-19.xml.gz", published: "2025-04-19", individuals: 684,
        entities: 193, aliases: 2_707, weakAliases: 619, originals: 380, numbers: 431,
        birthDates: 866),
      Published(
        path: "consolidated_2020-11-30.xml.gz", published: "2020-11-30", individuals: 713,
        entities: 305, aliases: 2_713, weakAliases: 618, originals: 408, numbers: 428,
        birthDates: 881),
    ])
  func readsPublished(expected: Published) throws {
    guard let path = SharedFiles.path("lists/un/" + expected.path) else { return }
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.summary.published?.description == expected.published)
    #expect(list.entries.count { $0.type == .person } == expected.individuals)
    #expect(list.entries.count { $0.type == .organisation } == expected.entities)
    let names = list.entries.flatMap(\.names).filter { $0.origin == .column }
    #expect(names.count { $0.type == .alias || $0.type == .former } == expected.aliases)
    #expect(names.count { $0.strength == .weak } == expected.weakAliases)
    #expect(names.count { $0.type == .variant } == expected.originals)
    #expect(list.summary.identifierCount == expected.numbers)
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == expected.birthDates)
    // The United Kingdom has no program of its own.
    #expect(list.entries.count { $0.programs == ["Guinea-Bissau"] } == 10)
    let known = ["date of birth not understood", "replacement character in a name"]
    #expect(list.summary.warnings.allSatisfy { known.contains($0.message) })
  }
}
