import TestSupport
import Testing

@testable import Watchlists

@Suite("OFAC's enhanced XML")
struct OFACEnhancedXMLTests {
  private let folder = TemporaryFolder()

  /// Made up, in the layout of the published file.
  static let text = """
    <?xml version="1.0" encoding="utf-8"?>
    <sanctionsData xmlns="https://example.com/ENHANCED_XML">
    <publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf></publicationInfo>
    <referenceValues><referenceValue refId="1"><type>x</type></referenceValue></referenceValues>
    <featureTypes><featureType/></featureTypes>
    <entities>
      <entity id="7">
        <generalInfo><identityId>1</identityId><entityType refId="601">Entity</entityType>
          <remarks>See also.</remarks></generalInfo>
        <sanctionsLists>
          <sanctionsList datePublished="2021-12-17">Consolidated List</sanctionsList>
          <sanctionsList datePublished="2021-12-16">Non-SDN CMIC List</sanctionsList>
          <sanctionsList datePublished="2022-02-24">SDN List</sanctionsList></sanctionsLists>
        <sanctionsPrograms><sanctionsProgram>CMIC-EO13959</sanctionsProgram></sanctionsPrograms>
        <sanctionsTypes><sanctionsType>Block</sanctionsType></sanctionsTypes>
        <legalAuthorities><legalAuthority>Executive Order 14032 (CMIC)</legalAuthority>
        </legalAuthorities>
        <names>
          <name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
            <translations>
              <translation><isPrimary>true</isPrimary><script>Latin</script>
                <formattedFullName>SUNRISE CO., LTD.</formattedFullName></translation>
              <translation><isPrimary>false</isPrimary><script>Chinese Simplified</script>
                <formattedFullName>曙光有限公司</formattedFullName></translation>
            </translations></name>
          <name id="2"><isPrimary>false</isPrimary><aliasType>F.K.A.</aliasType>
            <isLowQuality>true</isLowQuality>
            <translations><translation><script>Latin</script>
              <nameParts><namePart><type>Entity Name</type><value>Sunny</value></namePart>
              </nameParts></translation></translations></name>
        </names>
        <addresses>
          <address><country>China</country><translations><translation><script>Latin</script>
            <addressParts>
              <addressPart><type>ADDRESS1</type><value>1 Road</value></addressPart>
              <addressPart><type>CITY</type><value>Urumqi</value></addressPart>
              <addressPart><type>POSTAL CODE</type><value>830000</value></addressPart>
            </addressParts></translation></translations></address>
          <address><translations><translation><script>Latin</script></translation></translations>
          </address>
        </addresses>
        <features>
          \(feature("ISIN", "CNE100002Q17"))
          \(feature("Issuer Name", "Sunrise"))
          \(feature("Effective Date (CMIC)", "14 Feb 2022", day: "2022-02-14"))
          \(feature("Purchase/Sales For Divestment Date (CMIC)", "16 Dec 2022"))
          \(feature("Listing Date (CMIC)", "15 Dec 2021"))
          \(feature("Target Type", "Public Company"))
        </features>
        <identityDocuments>
          <identityDocument><type>Unified Social Credit Code (USCC)</type>
            <documentNumber>91110000MA005UCQ5P</documentNumber>
            <issuingCountry>China</issuingCountry></identityDocument>
        </identityDocuments>
        <relationships><relationship><type>Owned or Controlled By</type>
          <relatedEntity entityId="8">MOON CO.</relatedEntity></relationship></relationships>
      </entity>
      <entity id="8">
        <generalInfo><entityType>Individual</entityType><title>Clerk</title></generalInfo>
        <sanctionsLists><sanctionsList>Lunar List</sanctionsList></sanctionsLists>
        <names><name><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
          <translations><translation><script>Elvish</script>
            <formattedFullName>MOON, Ann</formattedFullName></translation></translations>
        </name></names>
        <features>\(feature("Birthdate", "circa 1962", day: "1962-01-01", "1962-12-31"))</features>
        <moods/>
      </entity>
    </entities>
    </sanctionsData>
    """

  private static func feature(
    _ type: String, _ value: String, day: String? = nil, _ last: String? = nil
  ) -> String {
    let date = day.map {
      "<valueDate><fromDateBegin>\($0)</fromDateBegin><toDateEnd>\(last ?? $0)</toDateEnd>"
        + "<isApproximate>\(last != nil)</isApproximate></valueDate>"
    }
    return "<feature><type>\(type)</type><value>\(value)</value>\(date ?? "")</feature>"
  }

  @Test("an organisation has names by script, identifiers, dates and its list")
  func readsOrganisation() throws {
    let list = try WatchlistLoader.load(specification: folder.write("cons.xml", Self.text))
    #expect(list.summary.kind == .ofacEnhancedXML && list.summary.name == "OFAC-CONSOLIDATED")
    #expect(list.summary.published?.description == "2025-01-10")
    let entity = try #require(list.entries.first)
    #expect(entity.list == "NS-CMIC" && entity.uid == "7" && entity.type == .organisation)
    #expect(
      entity.names == [
        ListedName("SUNRISE CO., LTD.", type: .primary, strength: .strong, script: "Latn"),
        ListedName("曙光有限公司", type: .variant, strength: .strong, script: "Hans"),
        ListedName("Sunny", type: .former, strength: .weak, script: "Latn"),
        ListedName("Sunrise", type: .issuer, strength: .unknown, origin: .remark),
      ])
    #expect(
      entity.identifiers == [
        Identifier(.isin, "CNE100002Q17", hasValidChecksum: true),
        Identifier(.uscc, "91110000MA005UCQ5P", country: "China", hasValidChecksum: true),
      ])
    #expect(
      entity.addresses == [Address(lines: "1 Road", city: "Urumqi, 830000", country: "China")])
    #expect(entity.listedOn?.description == "2021-12-15")
    #expect(entity.effectiveOn?.description == "2022-02-14")
    #expect(entity.divestBy?.description == "2022-12-16")
    #expect(entity.legalBasis == "Executive Order 14032 (CMIC)")
    #expect(
      entity.remarks
        == "Target Type Public Company; Owned or Controlled By MOON CO.; See also.; "
        + "Sanctions Type Block; Also on SDN List")
  }

  @Test("what is not known is a warning, and the entry stays")
  func warns() throws {
    let list = try WatchlistLoader.load(specification: folder.write("cons.xml", Self.text))
    let person = try #require(list.entries.last)
    #expect(person.names == [ListedName("MOON, Ann", type: .primary, strength: .strong)])
    #expect(person.list == "OFAC-NS" && person.type == .person && person.title == "Clerk")
    #expect(person.birthDates.first?.last.description == "1962-12-31")
    #expect(person.birthDates.first?.isApproximate == true)
    #expect(
      list.summary.warnings.map(\.message) == [
        "unknown script of a name", "unknown element 'moods' in an entry",
        "party on no known list",
      ])
  }
}
