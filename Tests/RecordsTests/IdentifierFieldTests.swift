import NameScreening
import TestSupport
import Testing
import Watchlists

@testable import Records

@Suite("Identifiers of records")
struct IdentifierFieldTests {
  private static let screener: Screener = {
    var entry = WatchlistEntry(
      list: "NS-CMIC", uid: "9", type: .organisation,
      names: [ListedName("Zylopharm Trading Limited", type: .primary, strength: .strong)])
    entry.identifiers = [
      Identifier(.isin, "US0378331005"), Identifier(.bic, "ZYLOUS33"),
      Identifier(.registration, "77", country: "United States"),
    ]
    var other = WatchlistEntry(
      list: "SDN", uid: "1", type: .organisation,
      names: [ListedName("Quorvel Shipping", type: .primary, strength: .strong)])
    other.identifiers = [Identifier(.isin, "US0378331005")]
    return Screener(watchlists: [Watchlist(entries: [entry, other])])
  }()

  private func screen(
    _ input: String, name: String = "in.csv", fields: String? = nil
  ) throws -> Outcome {
    let fields = try fields.map { try FieldSpecification($0) }
    return try RecordsTests.screen(input, name: name, screener: Self.screener) {
      $0.fields = fields
    }
  }

  /// `list/uid reasons` for each match of each line.
  private func found(_ outcome: Outcome) throws -> [[String]] {
    outcome.lines.map { line in
      line.split(separator: #"{"field":"#).dropFirst().filter { $0.contains(#""list":"#) }.map {
        match in
        func text(_ key: String) -> Substring {
          match.split(separator: "\"\(key)\":\"").last?.prefix { $0 != "\"" } ?? ""
        }
        let own = match.split(separator: #""identity":"#)[0]
        let reasons = own.split(separator: #""code":""#).dropFirst().map { code in
          code.prefix { $0 != "\"" }
        }
        return "\(text("list"))/\(text("uid")) \(reasons.joined(separator: " "))"
      }
    }
  }

  @Test("an instrument needs no name, and an identifier goes before a name")
  func instrument() throws {
    let outcome = try screen(
      """
      record_id,isin,issuer_name
      1,US0378331005,
      2,US0378331005,Unrelated Bakery
      3,US0378331005,Zylopharm Trading Ltd
      4,,
      """)
    #expect(outcome.verdicts == ["alert", "alert", "alert", "unscreenable"])
    #expect(
      try found(outcome) == [
        ["NS-CMIC/9 ISIN_EXACT", "SDN/1 ISIN_EXACT"],
        ["NS-CMIC/9 ISIN_EXACT NAME_DIFFERS", "SDN/1 ISIN_EXACT NAME_DIFFERS"],
        [
          "NS-CMIC/9 ISIN_EXACT", "SDN/1 ISIN_EXACT NAME_DIFFERS",
          "NS-CMIC/9 LEGAL_FORM_SPELLING LITTLE_EVIDENCE DOB_ABSENT COUNTRY_ABSENT TYPE_ABSENT",
        ], [],
      ])
    #expect(outcome.output.contains(#""identifier":{"kind":"ISIN","value":"US0378331005"}"#))
    #expect(outcome.result.counts.identifiers == 3)
    #expect(outcome.result.counts.names == 2)
  }

  @Test("a wrong check digit is reported, also beside a match")
  func wrongCheckDigit() throws {
    let outcome = try screen(
      "record_id,isin,debtor_name\n1,US0378331006,Ann Miller\n2,US0378331006,Quorvel Shipping\n")
    #expect(outcome.verdicts == ["unscreenable", "alert"])
    for line in outcome.lines {
      #expect(
        line.contains(
          #""unscreenable":[{"field":"isin","role":"record","reason":"WRONG_CHECK_DIGIT"}]"#))
    }
  }

  @Test("fields name kinds of identifiers, and the country beside a number counts")
  func specified() throws {
    let fields = "debtor.registration=no,debtor.country=land,creditor.bic=swift,record.id=id"
    let outcome = try screen(
      "id,no,land,swift\n1,77,US,\n2,77,DE,\n3,77,,ZYLOUS33XXX\n4,,,ZYLOUS33ABC\n",
      fields: fields)
    #expect(
      try found(outcome) == [
        ["NS-CMIC/9 REGISTER_NUMBER_EXACT"], [],
        ["NS-CMIC/9 REGISTER_NUMBER_COUNTRY_ABSENT", "NS-CMIC/9 BIC_EXACT"],
        ["NS-CMIC/9 BIC_OTHER_BRANCH"],
      ])
  }

  @Test("an id of a party may be of any kind, and its own number is none")
  func anyKind() throws {
    let outcome = try screen(
      "no,name\nUS0378331005,Ann Miller\n77,Ann Miller\n", fields: "a.name=name,a.id=no")
    #expect(outcome.verdicts == ["alert", "clear"])
  }

  @Test("JSON objects have well-known names for them")
  func json() throws {
    let outcome = try screen(
      #"""
      {"isin":"US0378331005"}
      {"debtor":{"name":"Ann Miller","registrationNumber":"x","registration_number":"77","country":"US"}}
      {"creditors":[{"name":"Ann Miller"},{"name":"Bo Berg","bic":"zylo us 33"}]}
      """#, name: "in.jsonl")
    #expect(outcome.verdicts == ["alert", "alert", "alert"])
    #expect(outcome.output.contains(#""field":"creditors[1].bic""#))
  }
}
