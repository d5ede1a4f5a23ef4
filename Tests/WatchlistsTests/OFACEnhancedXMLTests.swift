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
    <referenceValues><referenceValue refId="1"><type>x</type></referenceValue>
      <referenceValue refId="2"><type>SCRIPT</type><value>Georgian (Asomtavruli)</value>
        <code>Geor</code></referenceValue></referenceValues>
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
            <translations><translation><script refId="2">Georgian (Asomtavruli)</script>
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
        ListedName("Sunny", type: .former, strength: .weak, script: "Geor"),
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

  /// The counts were taken from the file with another XML parser.
  @Test("the published consolidated list of January 2025")
  func readsPublished() throws {
    guard let list = try published() else { return }
    #expect(list.summary.name == "OFAC-CONSOLIDATED" && list.summary.entryCount == 443)
    #expect(list.summary.published?.description == "2025-01-10")
    #expect(list.entries.count { $0.type == .person } == 80)
    #expect(list.entries.count { $0.type == .organisation } == 363)
    for (code, count) in [
      ("SSI", 286), ("NS-PLC", 78), ("NS-CMIC", 68), ("NS-MBS", 9), ("CAPTA", 1), ("FSE", 1),
    ] {
      #expect(list.entries.count { $0.list == code } == count, "\(code)")
    }
    let names = list.entries.flatMap(\.names)
    for (script, count) in [("Latn", 1_579), ("Cyrl", 39), ("Hans", 5), ("Hant", 1)] {
      #expect(names.count { $0.script == script } == count, "\(script)")
    }
    #expect(names.count { $0.type == .issuer } == 73 && list.summary.weakNameCount == 71)
    #expect(names.count { $0.type == .former } == 144)
    let identifiers = list.entries.flatMap(\.identifiers)
    for (kind, count) in [(IdentifierKind.isin, 165), (.ticker, 69), (.uscc, 58), (.bic, 33)] {
      #expect(identifiers.count { $0.kind == kind } == count, "\(kind)")
    }
    #expect(identifiers.count { $0.kind == .lei } == 14)
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == 75)
    #expect(list.entries.reduce(0) { $0 + $1.addresses.count } == 520)
    #expect(list.summary.warnings.map(\.count) == [3])
    #expect(list.summary.warnings.first?.message == "ISIN with a wrong check digit or length")
  }

  @Test("the enhanced and the flat XML agree where both have an entry")
  func agreesWithFlat() throws {
    guard let enhanced = try published(),
      let path = SharedFiles.path("lists/ofac_consolidated/consolidated_2025-03-28.xml.gz")
    else { return }
    let flat = try WatchlistLoader.load(specification: path)
    let byUID = Dictionary(uniqueKeysWithValues: flat.entries.map { ($0.uid, $0) })
    for entry in enhanced.entries {
      let other = try #require(byUID[entry.uid])
      #expect(entry.list == other.list && entry.type == other.type, "\(entry.uid)")
      #expect(entry.names[0].text == other.names[0].text, "\(entry.uid)")
      #expect(Set(entry.programs) == Set(other.programs), "\(entry.uid)")
      // Two entries gained and lost countries of issue between the two days.
      #expect(
        Set(entry.identifiers.map { [$0.kind.label, $0.value] })
          == Set(other.identifiers.map { [$0.kind.label, $0.value] }), "\(entry.uid)")
      #expect(entry.birthDates == other.birthDates && entry.addresses == other.addresses)
      #expect(entry.effectiveOn == other.effectiveOn && entry.divestBy == other.divestBy)
    }
  }

  private func published() throws -> Watchlist? {
    guard let path = SharedFiles.path("lists/ofac_consolidated/CONS_ENHANCED_2025-01-10.ZIP")
    else { return nil }
    return try WatchlistLoader.load(specification: path)
  }
}
