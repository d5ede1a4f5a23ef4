import Testing

@testable import Watchlists

@Suite("OFAC's flat XML")
struct OFACXMLTests {
  private let folder = TemporaryFolder()

  private static let entries = """
    <sdnEntry>
      <uid>9</uid><firstName>Ismail</firstName><lastName>HANIYA</lastName><title>Head</title>
      <sdnType>Individual</sdnType><remarks>(Linked To: HAMAS)</remarks>
      <programList><program>SDGT</program><program>NS-PLC</program></programList>
      <idList><id><uid>1</uid><idType>Passport</idType><idNumber>A1</idNumber>
        <idCountry>Iran</idCountry></id>
        <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id></idList>
      <akaList>
        <aka><uid>3</uid><type>a.k.a.</type><category>strong</category>
          <lastName>HANIYYA</lastName><firstName>Ismaeel</firstName></aka>
        <aka><uid>4</uid><type>f.k.a.</type><category>weak</category>
          <lastName>H &amp; Co</lastName></aka>
      </akaList>
      <addressList><address><uid>5</uid><address1>1 Road</address1><city>Gaza</city>
        <postalCode>12</postalCode><country>Egypt</country></address></addressList>
      <nationalityList><nationality><uid>6</uid><country>Egypt</country>
        <mainEntry>true</mainEntry></nationality></nationalityList>
      <dateOfBirthList><dateOfBirthItem><uid>7</uid><dateOfBirth>circa 1962</dateOfBirth>
        </dateOfBirthItem></dateOfBirthList>
      <placeOfBirthList><placeOfBirthItem><uid>8</uid><placeOfBirth>Shati</placeOfBirth>
        </placeOfBirthItem></placeOfBirthList>
    </sdnEntry>
    <sdnEntry><uid>10</uid><lastName>EBANO</lastName><sdnType>Vessel</sdnType>
      <programList><program>CUBA</program></programList>
      <idList><id><idType>Vessel Registration Identification</idType>
        <idNumber>IMO 7406784</idNumber></id></idList>
      <vesselInfo><callSign>CL2192</callSign><vesselFlag>Cuba</vesselFlag></vesselInfo>
    </sdnEntry>
    """

  private static func document(
    _ entries: String = entries, count: String = "2",
    root: String = "sdnList xmlns=\"http://tempuri.org/sdnList.xsd\"", before: String = ""
  ) -> String {
    """
    <?xml version="1.0" standalone="yes"?>
    \(before)<\(root)><publshInformation><Publish_Date>01/08/2026</Publish_Date>
    <Record_Count>\(count)</Record_Count></publshInformation>
    \(entries)
    </\(root.prefix { $0 != " " })>
    """
  }

  private func load(_ text: String) throws(WatchlistError) -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("list.xml", text))
  }

  @Test(
    "entries are read in every namespace",
    arguments: [
      "sdnList xmlns=\"https://sanctionslistservice.ofac.treas.gov/exports/XML\"",
      "sdnList xmlns=\"http://tempuri.org/sdnList.xsd\"",
    ])
  func readsEntries(root: String) throws {
    let list = try load(Self.document(root: root))
    #expect(list.summary.kind == .ofacXML)
    #expect(list.summary.published == CalendarDate(year: 2026, month: 1, day: 8))
    #expect(list.summary.warnings.isEmpty)
    let person = try #require(list.entries.first)
    #expect(person.type == .person && person.uid == "9" && person.title == "Head")
    #expect(
      person.names == [
        ListedName("HANIYA, Ismail", type: .primary, strength: .strong),
        ListedName("HANIYYA, Ismaeel", type: .alias, strength: .strong),
        ListedName("H & Co", type: .former, strength: .weak),
      ])
    #expect(person.programs == ["SDGT", "NS-PLC"])
    #expect(person.identifiers == [Identifier(.passport, "A1", country: "Iran")])
    #expect(person.addresses == [Address(lines: "1 Road", city: "Gaza, 12", country: "Egypt")])
    #expect(person.countries == ["Egypt"])
    #expect(person.birthDates.first?.isApproximate == true)
    #expect(person.birthPlaces == ["Shati"])
    #expect(person.remarks == "(Linked To: HAMAS); Gender Male")
    let vessel = try #require(list.entries.last)
    #expect(vessel.type == .vessel && vessel.countries == ["Cuba"])
    #expect(
      vessel.identifiers == [
        Identifier(.imo, "7406784", hasValidChecksum: true), Identifier(.callSign, "CL2192"),
      ])
  }

  @Test("another number of entries than stated is refused", arguments: [1, 3])
  func refusesWrongCount(count: Int) {
    #expect {
      try load(Self.document(count: String(count)))
    } throws: {
      ($0 as? WatchlistError)?.reason == .wrongEntryCount(actual: 2, stated: count)
    }
  }

  @Test("a cut document is refused with its line")
  func refusesCutDocument() {
    let text = Self.document()
    #expect {
      try load(String(text.prefix(text.count / 2)))
    } throws: {
      guard let error = $0 as? WatchlistError, case .malformedXML = error.reason else {
        return false
      }
      return error.line > 5
    }
  }

  @Test("what is not known is a warning, and no entry is dropped")
  func oddFactsAreWarnings() throws {
    let odd = """
      <sdnEntry><uid>1</uid><lastName>A</lastName><sdnType>Robot</sdnType><mood>good</mood>
      <akaList><aka><type>x</type><category>y</category><lastName>B</lastName></aka></akaList>
      <hobbyList><hobby><name>chess</name></hobby></hobbyList>
      <dateOfBirthList><dateOfBirthItem><dateOfBirth>soon</dateOfBirth></dateOfBirthItem>
      </dateOfBirthList></sdnEntry>
      """
    let list = try load(Self.document(odd, count: "1"))
    #expect(list.entries[0].names.map(\.strength) == [.strong, .unknown])
    #expect(list.entries[0].remarks == "DOB soon")
    #expect(
      list.summary.warnings.map(\.message) == [
        "unknown type of entry", "unknown element 'mood' in an entry",
        "unknown type of alternate name", "unknown category of alternate name",
        "unknown element 'hobbyList' in an entry",
        "date of birth not understood",
      ])
  }

  @Test("an entry without name, another root, and no entries are refused")
  func refusesHoles() {
    let holes: [(text: String, reason: WatchlistError.Reason)] = [
      (Self.document("<sdnEntry><uid>1</uid></sdnEntry>"), .missingField(name: "lastName")),
      (Self.document("<sdnEntry><lastName>A</lastName></sdnEntry>"), .missingField(name: "uid")),
      (Self.document("", count: "0"), .noEntries),
      ("<other><sdnList/></other>", .unknownFormat),
      (Self.document(root: "sdnList"), .missingNamespace(root: "sdnList")),
      ("<html><body>Not found</body></html>", .html),
    ]
    for hole in holes {
      #expect {
        try load(hole.text)
      } throws: {
        ($0 as? WatchlistError)?.reason == hole.reason
      }
    }
  }

  @Test("a file cut anywhere is refused")
  func noticesEveryCut() {
    let bytes = Array(Self.document().utf8)
    for count in 0..<bytes.count {
      #expect(throws: WatchlistError.self, "\(count) bytes") {
        let file = try SourceFile(path: "x", stored: Array(bytes[..<count]))
        _ = try OFACXMLReader.read(file, warnings: WarningCollector(requiresComplete: false))
      }
    }
  }
}
