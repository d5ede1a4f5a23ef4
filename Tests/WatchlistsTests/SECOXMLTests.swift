import Testing

@testable import Watchlists

@Suite("The Swiss list")
struct SECOXMLTests {
  private let folder = TemporaryFolder()

  /// Made up, in the layout of the published schema; no real file is at hand.
  static let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <swiss-sanctions-list list-type="whole-list" date="2026-08-27">
    <sanctions-program ssid="20" version-date="2026-05-21">
      <program-key lang="ger">Belarus (de)</program-key><program-key lang="eng">Belarus</program-key>
      <program-name lang="eng">Ordinance on Belarus</program-name>
      <sanctions-set ssid="201" lang="eng">article 12</sanctions-set>
      <sanctions-set ssid="202" lang="eng">article 16</sanctions-set><origin>EU</origin>
    </sanctions-program>
    <target ssid="1"><sanctions-set-id>201</sanctions-set-id><sanctions-set-id>202</sanctions-set-id>
      <foreign-identifier>140</foreign-identifier>
      <individual sex="male">
        <identity ssid="11" main="false">
          <name name-type="primary-name" quality="low">
            <name-part order="1" name-part-type="whole-name"><value>The Clerk</value></name-part>
          </name></identity>
        <identity ssid="10" main="true">
          <name name-type="primary-name" quality="good" lang="eng">
            <name-part order="2" name-part-type="given-name"><value>Ivan</value>
              <spelling-variant lang="RUS" script="CYRL">Иван</spelling-variant></name-part>
            <name-part order="1" name-part-type="family-name"><value>Petrau</value>
              <spelling-variant lang="RUS" script="CYRL">Петров</spelling-variant>
              <spelling-variant lang="RUS" script="LATN">Petrov</spelling-variant>
              <spelling-variant lang="RUS" script="LATN">Petroff</spelling-variant></name-part>
            <name-part order="3" name-part-type="title"><value>Dr.</value></name-part></name>
          <name name-type="formerly-known-as" quality="good">
            <name-part order="1" name-part-type="whole-name"><value>Ivan Old</value></name-part>
          </name>
          <day-month-year day="3" month="3" year="1980" calendar="Gregorian" quality="good"/>
          <day-month-year year="1981" calendar="Gregorian" quality="low"/>
          <day-month-year day="1" month="2" year="1400" calendar="Hijri"/>
          <place-of-birth place-id="91"/>
          <nationality><country iso-code="BY">Belarus</country></nationality>
          <address place-id="92"><c-o>Club</c-o><address-details>1 Road</address-details>
            <zip-code>220029</zip-code><remarks>since 2015</remarks></address>
          <identification-document document-type="diplomatic-passport"><number>P1</number>
            <issuer code="BY">Belarus</issuer></identification-document>
        </identity>
        <justification>Helps.</justification>
        <other-information>Taxpayer identification number: 7706196340.</other-information>
        <other-information>Travel ban: none</other-information>
        <relation target-id="2" relation-type="related-to"/>
      </individual>
      <modification modification-type="amended" publication-date="2017-01-01"
        effective-date="2017-01-02"><added><identity><name/></identity></added></modification>
      <modification modification-type="de-listed" effective-date="2016-01-01"/>
      <modification modification-type="listed" publication-date="2015-03-01"
        effective-date="2015-03-02"/>
    </target>
    <target ssid="2"><sanctions-set-id>201</sanctions-set-id>
      <entity><identity main="true"><name name-type="primary-name" quality="good">
        <name-part order="1"><value>GONE CO</value></name-part></name></identity></entity>
      <modification modification-type="listed" effective-date="2015-03-02"/>
      <modification modification-type="de-listed" effective-date="2018-05-01"/>
    </target>
    <target ssid="3"><sanctions-set-id>999</sanctions-set-id>
      <object object-type="vessel"><identity main="true"><name name-type="primary-name"
        quality="good"><name-part order="1"><value>ZARYA</value></name-part></name></identity>
        <other-information>IMO Number: 9187629</other-information><mood>good</mood></object>
      <modification modification-type="listed" effective-date="2016-05-18"/>
    </target>
    <target ssid="4"><sanctions-set-id>201</sanctions-set-id>
      <entity><identity main="true"><name name-type="primary-name" quality="good">
        <name-part order="1"><value>BACK AND GONE</value></name-part></name></identity></entity>
      <modification modification-type="de-listed" effective-date="2018-05-01"/>
      <modification modification-type="amended" effective-date="2018-05-01"/>
    </target>
    <place ssid="91"><location>Minsk</location><country iso-code="BY">Belarus</country></place>
    <place ssid="92"><location>Brest</location><area>West</area>
      <country iso-code="BY">Belarus</country></place>
    </swiss-sanctions-list>
    """

  private func load() throws -> Watchlist {
    try WatchlistLoader.load(specification: folder.write("seco.xml", Self.text))
  }

  @Test("a person has names in every spelling, and places that stand behind it in the file")
  func readsPerson() throws {
    let list = try load()
    #expect(list.summary.kind == .secoXML && list.summary.name == "CH-SECO")
    #expect(list.summary.published?.description == "2026-08-27")
    let person = try #require(list.entries.first)
    #expect(person.list == "CH-SECO" && person.uid == "1" && person.type == .person)
    func variant(_ text: String, _ script: String) -> ListedName {
      ListedName(text, type: .variant, strength: .strong, script: script)
    }
    #expect(
      person.names == [
        ListedName("Petrau Ivan", type: .primary, strength: .strong),
        variant("Петров Иван", "Cyrl"), variant("Petrov Ivan", "Latn"),
        variant("Petroff Ivan", "Latn"),
        ListedName("Ivan Old", type: .former, strength: .strong),
        ListedName("The Clerk", type: .alias, strength: .weak),
      ])
    #expect(
      person.birthDates.map { "\($0.first) \($0.last) \($0.isApproximate)" } == [
        "1980-03-03 1980-03-03 false", "1981-01-01 1981-12-31 true",
      ])
    #expect(person.birthPlaces == ["Minsk, Belarus"] && person.countries == ["Belarus"])
    #expect(
      person.addresses == [
        Address(lines: "Club, 1 Road", city: "Brest, West, 220029", country: "Belarus")
      ])
    #expect(
      person.identifiers == [
        Identifier(.passport, "P1", country: "Belarus"), Identifier(.tax, "7706196340"),
      ])
    #expect(person.programs == ["Belarus"] && person.legalBasis == "Ordinance on Belarus")
    #expect(person.listedOn?.description == "2015-03-01")
    #expect(person.effectiveOn?.description == "2015-03-02")
    #expect(
      person.remarks
        == "DOB 1400-02-01 (Hijri calendar); Gender male; Helps.; Travel ban: none; "
        + "Relation related-to 2; Foreign identifier 140; since 2015")
  }

  @Test("targets that their last modification took off the list are left out")
  func leavesOutDelisted() throws {
    let list = try load()
    // The first was de-listed and came back; the last two modifications of `4` are of one day.
    #expect(list.entries.map(\.uid) == ["1", "3"])
    let vessel = try #require(list.entries.last)
    #expect(vessel.type == .vessel)
    #expect(vessel.identifiers == [Identifier(.imo, "9187629", hasValidChecksum: true)])
    #expect(
      list.summary.warnings.map(\.message) == [
        "reference to a missing 'sanctions-set'", "unknown element 'mood' in an entry",
      ])
  }

  @Test("a target without a name is refused with its line")
  func refusesNameless() {
    for (party, field) in [("<entity/>", "identity"), ("<entity><identity/></entity>", "name")] {
      let path = folder.write(
        "seco.xml",
        "<swiss-sanctions-list date='2026-08-27'>\n<target ssid='1'>\(party)</target>"
          + "</swiss-sanctions-list>")
      #expect(throws: WatchlistError(.missingField(name: field), path: path, line: 2)) {
        try WatchlistLoader.load(specification: path)
      }
    }
  }
}
