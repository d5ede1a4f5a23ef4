import TestSupport
import Testing

@testable import Watchlists

@Suite("OFAC's advanced XML")
struct OFACAdvancedXMLTests {
  private let folder = TemporaryFolder()

  /// Made up, in the layout of the published file.
  static let text = """
    <?xml version="1.0" encoding="utf-8" standalone="yes"?>
    <Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
    <DateOfIssue CalendarTypeID="1"><Year>2020</Year><Month>3</Month><Day>17</Day></DateOfIssue>
    <ReferenceValueSets>
      <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType>
        <AliasType ID="1401">F.K.A.</AliasType><AliasType ID="1403">Name</AliasType>
      </AliasTypeValues>
      <AreaCodeValues><AreaCode ID="65" CountryID="9" Description="Iran">IR</AreaCode>
        <AreaCode ID="66" CountryID="8" Description="undetermined"/></AreaCodeValues>
      <CountryValues><Country ID="9" ISO2="IR">Iran</Country>
        <Country ID="8">undetermined</Country></CountryValues>
      <DetailReferenceValues><DetailReference ID="91">Male</DetailReference></DetailReferenceValues>
      <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType>
        <FeatureType ID="9">Place of Birth</FeatureType>
        <FeatureType ID="10">Nationality Country</FeatureType>
        <FeatureType ID="25">Location</FeatureType><FeatureType ID="26">Title</FeatureType>
        <FeatureType ID="224">Gender</FeatureType><FeatureType ID="3">Vessel Flag</FeatureType>
        <FeatureType ID="344">Digital Currency Address - XBT</FeatureType></FeatureTypeValues>
      <IDRegDocTypeValues><IDRegDocType ID="71">Passport</IDRegDocType>
        <IDRegDocType ID="72">Vessel Registration Identification</IDRegDocType>
        <IDRegDocType ID="73">Golf Card</IDRegDocType></IDRegDocTypeValues>
      <LegalBasisValues><LegalBasis ID="1">Unknown</LegalBasis>
        <LegalBasis ID="2">Executive Order 1 (Test)</LegalBasis></LegalBasisValues>
      <ListValues><List ID="1550">SDN List</List><List ID="12">Consolidated List</List>
        <List ID="7">Sectoral Sanctions Identifications List</List></ListValues>
      <LocPartTypeValues><LocPartType ID="51">ADDRESS1</LocPartType>
        <LocPartType ID="54">CITY</LocPartType></LocPartTypeValues>
      <NamePartTypeValues><NamePartType ID="20">Last Name</NamePartType>
        <NamePartType ID="21">First Name</NamePartType>
        <NamePartType ID="22">Patronymic</NamePartType>
        <NamePartType ID="25">Vessel Name</NamePartType></NamePartTypeValues>
      <PartySubTypeValues><PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
        <PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType></PartySubTypeValues>
      <PartyTypeValues><PartyType ID="1">Individual</PartyType>
        <PartyType ID="4">Transport</PartyType></PartyTypeValues>
      <RelationTypeValues><RelationType ID="3">Owned or Controlled By</RelationType>
      </RelationTypeValues>
      <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType>
        <SanctionsType ID="5">Block</SanctionsType></SanctionsTypeValues>
      <ScriptValues><Script ID="215" ScriptCode="Latin">Latin</Script>
        <Script ID="220" ScriptCode="Cyrl">Cyrillic</Script></ScriptValues>
    </ReferenceValueSets>
    <Locations>
      <Location ID="1"><LocationCountry CountryID="9"/>
        <LocationPart LocPartTypeID="54"><LocationPartValue><Value>Tehran</Value>
        </LocationPartValue></LocationPart>
        <LocationPart LocPartTypeID="51"><LocationPartValue><Value>1 Road</Value>
        </LocationPartValue></LocationPart></Location>
      <Location ID="2"><LocationAreaCode AreaCodeID="66"/></Location>
      <Location ID="3"><LocationAreaCode AreaCodeID="65"/></Location>
    </Locations>
    <IDRegDocuments>
      <IDRegDocument ID="1" IDRegDocTypeID="71" IdentityID="100" IssuedBy-CountryID="9">
        <IDRegistrationNo>A1</IDRegistrationNo></IDRegDocument>
      <IDRegDocument ID="2" IDRegDocTypeID="73" IdentityID="100">
        <IDRegistrationNo>G7</IDRegistrationNo></IDRegDocument>
      <IDRegDocument ID="3" IDRegDocTypeID="72" IdentityID="200">
        <IDRegistrationNo>IMO 9187628</IDRegistrationNo></IDRegDocument>
    </IDRegDocuments>
    <DistinctParties>
      <DistinctParty FixedRef="10"><Comment>Runs it.</Comment><Profile ID="10" PartySubTypeID="4">
        <Identity ID="100" Primary="true">
          <Alias AliasTypeID="1400" Primary="false" LowQuality="true"><DocumentedName>
            <DocumentedNamePart><NamePartValue NamePartGroupID="3" ScriptID="215">Vanya
            </NamePartValue></DocumentedNamePart></DocumentedName></Alias>
          <Alias AliasTypeID="1403" Primary="true" LowQuality="false">
            <DocumentedName DocNameStatusID="1">
              <DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="215">Ivan
              </NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="4" ScriptID="215">Petrovich
              </NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="215">IVANOV
              </NamePartValue></DocumentedNamePart>
            </DocumentedName>
            <DocumentedName DocNameStatusID="2">
              <DocumentedNamePart><NamePartValue NamePartGroupID="1" ScriptID="220">ИВАНОВ
              </NamePartValue></DocumentedNamePart>
              <DocumentedNamePart><NamePartValue NamePartGroupID="2" ScriptID="220">Иван
              </NamePartValue></DocumentedNamePart>
            </DocumentedName></Alias>
          <NamePartGroups>
            <MasterNamePartGroup><NamePartGroup ID="1" NamePartTypeID="20"/></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="2" NamePartTypeID="21"/></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="3" NamePartTypeID="21"/></MasterNamePartGroup>
            <MasterNamePartGroup><NamePartGroup ID="4" NamePartTypeID="22"/></MasterNamePartGroup>
          </NamePartGroups></Identity>
        <Feature FeatureTypeID="8"><FeatureVersion><DatePeriod>
          <Start Approximate="true"><From><Year>1962</Year><Month>1</Month><Day>1</Day></From>
            <To><Year>1962</Year><Month>1</Month><Day>1</Day></To></Start>
          <End Approximate="false"><From><Year>1963</Year><Month>12</Month><Day>31</Day></From>
            <To><Year>1963</Year><Month>12</Month><Day>31</Day></To></End>
          </DatePeriod><VersionDetail DetailTypeID="1430"/></FeatureVersion></Feature>
        <Feature FeatureTypeID="9"><FeatureVersion><VersionDetail>Perm</VersionDetail>
          </FeatureVersion></Feature>
        <Feature FeatureTypeID="10"><FeatureVersion><VersionLocation LocationID="3"/>
          </FeatureVersion></Feature>
        <Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="1"/>
          </FeatureVersion></Feature>
        <Feature FeatureTypeID="25"><FeatureVersion><VersionLocation LocationID="2"/>
          </FeatureVersion></Feature>
        <Feature FeatureTypeID="26"><FeatureVersion><VersionDetail>Colonel</VersionDetail>
          </FeatureVersion></Feature>
        <Feature FeatureTypeID="224"><FeatureVersion>
          <VersionDetail DetailReferenceID="91"/></FeatureVersion></Feature>
        <Feature FeatureTypeID="344"><FeatureVersion>
          <VersionDetail>1BoatSLRHtKNngkdXEeobR76b53LETtpyT</VersionDetail></FeatureVersion></Feature>
      </Profile></DistinctParty>
      <DistinctParty FixedRef="20"><Comment/><Profile ID="20" PartySubTypeID="1">
        <Identity ID="200" Primary="true">
          <Alias AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName>
            <DocumentedNamePart><NamePartValue NamePartGroupID="9" ScriptID="999">ZARYA
            </NamePartValue></DocumentedNamePart></DocumentedName></Alias>
          <NamePartGroups><MasterNamePartGroup>
            <NamePartGroup ID="9" NamePartTypeID="25"/></MasterNamePartGroup></NamePartGroups>
        </Identity>
        <Feature FeatureTypeID="3"><FeatureVersion><VersionDetail>Iran</VersionDetail>
          </FeatureVersion></Feature>
      </Profile></DistinctParty>
    </DistinctParties>
    <ProfileRelationships>
      <ProfileRelationship From-ProfileID="20" To-ProfileID="10" RelationTypeID="3"/>
    </ProfileRelationships>
    <SanctionsEntries>
      \(entry(profile: 10, list: 12, year: 2014, basis: 1))
      \(entry(profile: 10, list: 7, year: 2012, basis: 2))
      \(entry(profile: 20, list: 12, year: 2014, basis: 2))
      \(entry(profile: 20, list: 1550, year: 2015, basis: 2))
    </SanctionsEntries>
    <SanctionsEntryLinks><SanctionsEntryLink/></SanctionsEntryLinks>
    </Sanctions>
    """

  private static func entry(profile: Int, list: Int, year: Int, basis: Int) -> String {
    """
    <SanctionsEntry ProfileID="\(profile)" ListID="\(list)">
      <EntryEvent LegalBasisID="\(basis)"><Date><Year>\(year)</Year><Month>10</Month><Day>9</Day>
      </Date></EntryEvent>
      <SanctionsMeasure SanctionsTypeID="5"/>
      <SanctionsMeasure SanctionsTypeID="1"><Comment>TEST-EO1</Comment></SanctionsMeasure>
    </SanctionsEntry>
    """
  }

  @Test("a person has typed names in their scripts, features and documents")
  func readsPerson() throws {
    let list = try WatchlistLoader.load(specification: folder.write("cons.xml", Self.text))
    #expect(list.summary.kind == .ofacAdvancedXML && list.summary.name == "OFAC-CONSOLIDATED")
    #expect(list.summary.published?.description == "2020-03-17")
    let person = try #require(list.entries.first)
    #expect(person.list == "SSI" && person.uid == "10" && person.type == .person)
    #expect(
      person.names == [
        ListedName("IVANOV, Ivan Petrovich", type: .primary, strength: .strong, script: "Latn"),
        ListedName("ИВАНОВ, Иван", type: .variant, strength: .strong, script: "Cyrl"),
        ListedName("Vanya", type: .alias, strength: .weak, script: "Latn"),
      ])
    #expect(
      person.identifiers == [
        Identifier(.passport, "A1", country: "Iran"),
        Identifier(
          .cryptoAddress, "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", hasValidChecksum: true),
      ])
    #expect(
      person.birthDates == [
        DateInterval(
          first: CalendarDate(year: 1962, month: 1, day: 1)!,
          last: CalendarDate(year: 1963, month: 12, day: 31)!, isApproximate: true)
      ])
    #expect(person.birthPlaces == ["Perm"] && person.countries == ["Iran"])
    #expect(person.addresses == [Address(lines: "1 Road", city: "Tehran", country: "Iran")])
    #expect(person.title == "Colonel" && person.programs == ["TEST-EO1"])
    #expect(person.legalBasis == "Executive Order 1 (Test)")
    #expect(person.listedOn?.description == "2012-10-09")
    #expect(person.remarks == "Golf Card G7; Gender Male; Runs it.; Sanctions Type Block")
  }

  @Test("a vessel keeps an IMO number with a wrong check digit, and a missing value is a warning")
  func readsVessel() throws {
    let list = try WatchlistLoader.load(specification: folder.write("cons.xml", Self.text))
    let vessel = try #require(list.entries.last)
    #expect(vessel.list == "SDN" && vessel.type == .vessel && vessel.countries == ["Iran"])
    #expect(vessel.names == [ListedName("ZARYA", type: .primary, strength: .strong)])
    #expect(vessel.identifiers == [Identifier(.imo, "9187628", hasValidChecksum: false)])
    #expect(
      vessel.remarks == "Owned or Controlled By IVANOV, Ivan Petrovich; Sanctions Type Block")
    #expect(
      list.summary.warnings.map(\.message) == [
        "reference to a missing 'Script'", "IMO with a wrong check digit or length",
      ])
  }

  @Test("a file whose parties all are on the SDN list is that list")
  func tellsSDN() throws {
    let text = Self.text.replacing("ListID=\"7\"", with: "ListID=\"1550\"")
    let list = try WatchlistLoader.load(specification: folder.write("sdn.xml", text))
    #expect(list.summary.name == "OFAC-SDN" && list.entries.allSatisfy { $0.list == "SDN" })
  }

  @Test("a party without a name is refused with its line")
  func refusesNameless() {
    let text = Self.text.replacing("<Alias ", with: "<Allias ")
      .replacing("</Alias>", with: "</Allias>")
    #expect {
      try WatchlistLoader.load(specification: folder.write("cons.xml", text))
    } throws: {
      let error = $0 as? WatchlistError
      return error?.reason == .missingField(name: "Alias") && (error?.line ?? 0) > 1
    }
  }

  /// The counts were taken from the file with another XML parser.
  @Test("the published consolidated list of March 2020")
  func readsPublished() throws {
    guard let path = SharedFiles.path("lists/ofac_consolidated/cons_advanced_2020-03-17.xml.gz")
    else { return }
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.summary.name == "OFAC-CONSOLIDATED" && list.summary.warnings.isEmpty)
    #expect(list.summary.published?.description == "2020-03-17")
    #expect(list.summary.entryCount == 375 && list.summary.nameCount == 1_290)
    #expect(list.summary.weakNameCount == 31)
    #expect(list.entries.count { $0.type == .person } == 82)
    #expect(list.entries.count { $0.type == .organisation } == 293)
    for (code, count) in [("SSI", 290), ("NS-PLC", 78), ("FSE", 6), ("CAPTA", 1)] {
      #expect(list.entries.count { $0.list == code } == count, "\(code)")
    }
    let names = list.entries.flatMap(\.names)
    #expect(names.count { $0.type == .primary } == 375)
    #expect(names.allSatisfy { $0.script == "Latn" })
    // All documents, 34 bank codes and 3 Russian ones.
    #expect(list.summary.identifierCount == 573 + 34 + 3)
    #expect(list.entries.reduce(0) { $0 + $1.birthDates.count } == 77)
    #expect(list.entries.allSatisfy { $0.listedOn != nil && $0.legalBasis != nil })
    // On the SDN list as well.
    #expect(list.entries.count { $0.remarks?.contains("Also on SDN List") == true } == 9)
  }
}
