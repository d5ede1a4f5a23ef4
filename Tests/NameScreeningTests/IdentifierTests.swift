import TestSupport
import Testing
import Watchlists

@testable import NameScreening

@Suite("Identifiers")
struct IdentifierTests {
  private func form(_ value: String, _ kind: IdentifierKind?) -> String? {
    IdentifierForm.form(of: value, kind).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "have a normal form",
    arguments: [
      ("cne1 0000-1tw7", .isin, "CNE100001TW7"), ("ISIN CNE100001TW7", .isin, "CNE100001TW7"),
      ("IMO 9187629", .imo, "9187629"), ("IMO9187629", .imo, "9187629"),
      ("9187629", .imo, "9187629"), ("HAVIGB2LXXX", .bic, "HAVIGB2L"),
      ("havi gb 2l", .bic, "HAVIGB2L"), ("603019CN", .ticker, "603019CN"),
      ("603019 CN", .ticker, "603019CN"), ("603019.SS", .ticker, "603019CN"),
      ("0728 HK", .ticker, "728HK"), ("728  HK", .ticker, "728HK"),
      ("00728:XHKG", .ticker, "728HK"), ("CHA US", .ticker, "CHAUS"), ("CHA UN", .ticker, "CHAUS"),
      ("EP-MMH", .tailNumber, "EPMMH"), ("02696754", .registration, "2696754"),
      ("SC 0123", .registration, "SC0123"), ("0000", .registration, "0"),
      ("А-7", .registration, "А7"), ("042833", .passport, "042833"),
      (
        "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", .cryptoAddress,
        "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"
      ),
      (
        "0x098B716B8Aaf21512996dC57EB0615e2383E2f96", .cryptoAddress,
        "0x098b716b8aaf21512996dc57eb0615e2383e2f96"
      ),
      (
        "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ", .cryptoAddress,
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"
      ),
      (
        "bitcoincash:qpf2cphc5dkuclkqur7lhj2yuqq9pk3hmukle77vhq", .cryptoAddress,
        "qpf2cphc5dkuclkqur7lhj2yuqq9pk3hmukle77vhq"
      ), ("", .isin, nil), ("--", .isin, nil), ("ab-1", nil, "AB1"),
    ] as [(String, IdentifierKind?, String?)])
  func normalForm(value: String, kind: IdentifierKind?, expected: String?) {
    #expect(form(value, kind) == expected)
  }

  @Test("a form is as long as the limit and no longer")
  func limit() {
    let limit = IdentifierForm.maximumByteCount
    #expect(form(String(repeating: "9", count: limit), .duns)?.utf8.count == limit)
    #expect(form(String(repeating: "9", count: limit + 1), .duns) == nil)
    // What is left out does not count.
    #expect(form(String(repeating: "9 ", count: limit), .duns)?.utf8.count == limit)
  }

  private static let screener: Screener = {
    var list = Watchlist(names: ["Alpha", "Beta", "Gamma", "Delta"])
    list.entries[0].identifiers = [
      Identifier(.isin, "CNE100001TW7"), Identifier(.ticker, "603019CN"),
      Identifier(.registration, "2162198", country: "Hong Kong"),
      Identifier(.uscc, "91120000783342508F", country: "China"),
    ]
    list.entries[1].identifiers = [
      Identifier(.bic, "HAVIGB2L"), Identifier(.passport, "042833", country: "Lebanon"),
      Identifier(.isin, "BRC1EODR004"), Identifier(.bic, "KDBKKPPY123"),
    ]
    list.entries[2].identifiers = [
      Identifier(.registration, "2162198", country: "Italy"),
      Identifier(.cryptoAddress, "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"),
      Identifier(.tax, "26740"),
    ]
    list.entries[3].identifiers = [
      Identifier(.isin, "CNE100001TW7"), Identifier(.other, "26740"),
    ]
    return Screener(watchlists: [list])
  }()

  /// `entry+agreement` for each match, and the fault.
  private func lookUp(
    _ value: String, _ kind: IdentifierKind?, country: String? = nil
  ) -> (matches: [String], fault: IdentifierFault?) {
    var matcher = IdentifierMatcher(Self.screener)
    let fault = Array(value.utf8).withUnsafeBufferPointer { value in
      Array((country ?? "").utf8).withUnsafeBufferPointer { bytes in
        matcher.match(value, kind, country: country == nil ? nil : bytes)
      }
    }
    return (matcher.matches.map { "\($0.entry.rawValue) \($0.agreement)" }, fault)
  }

  @Test(
    "find the entries that have them",
    arguments: [
      ("cne100001tw7", .isin, nil, ["0 full", "3 full"]), ("CNE100001TW7", .lei, nil, []),
      ("603019.SS", .ticker, nil, ["0 full"]), ("603019 HK", .ticker, nil, []),
      ("havigb2l", .bic, nil, ["1 full"]), ("HAVIGB2LXXX", .bic, nil, ["1 full"]),
      ("HAVIGB2L001", .bic, nil, ["1 otherBranch"]), ("KDBKKPPY123", .bic, nil, ["1 full"]),
      ("KDBKKPPY", .bic, nil, ["1 otherBranch"]), ("HAVIGB2", .bic, nil, []),
      ("02162198", .registration, "HK", ["0 full"]),
      ("2162198", .registration, "hong kong", ["0 full"]),
      ("HK 2162198", .registration, nil, ["0 full"]),
      ("HK:2162198", .registration, nil, ["0 full"]),
      ("2162198 (Italy)", .registration, nil, ["2 full"]),
      ("2162198", .registration, nil, ["0 countryAbsent", "2 countryAbsent"]),
      ("2162198", .registration, "Germany", []),
      ("91120000783342508F", .registration, nil, ["0 full"]),
      ("91120000783342508F", .tax, "DE", ["0 full"]), ("42833", .passport, "LB", []),
      ("042833", .passport, "LB", ["1 full"]),
      ("12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", .cryptoAddress, nil, ["2 full"]),
      ("12qtd5bfwrsdnsazy76uve1xycgntojh9h", .cryptoAddress, nil, []),
      ("12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h", nil, nil, ["2 full"]),
      ("HAVIGB2L", nil, nil, ["1 full"]), ("CNE100001TW7", nil, nil, ["0 full", "3 full"]),
      // A number of no known kind is a customer's number until a country makes it one.
      ("2162198", nil, nil, []), ("2162198", nil, "HK", ["0 full"]), ("26740", nil, nil, []),
    ] as [(String, IdentifierKind?, String?, [String])])
  func matches(value: String, kind: IdentifierKind?, country: String?, expected: [String]) {
    #expect(lookUp(value, kind, country: country).matches == expected)
  }

  @Test(
    "say why they cannot be relied upon",
    arguments: [
      ("CNE100001TW7", .isin, nil), ("CNE100001TW8", .isin, .wrongCheckDigit),
      ("BRC1EODR004", .isin, .wrongCheckDigit), ("253400V1H6ART1UQ0N98", .lei, nil),
      ("253400V1H6ART1UQ0N99", .lei, .wrongCheckDigit), ("IMO 9187629", .imo, nil),
      ("9187628", .imo, .wrongCheckDigit), ("91120000783342508F", .uscc, nil),
      ("91120000783342508G", .uscc, .wrongCheckDigit), ("728", .ticker, .withoutExchange),
      ("CHA", .ticker, .withoutExchange), ("CHA US", .ticker, nil), ("603019CN", .ticker, nil),
      ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", .cryptoAddress, nil),
      ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", .cryptoAddress, .wrongCheckDigit),
      ("1A1zP1eP5QGefi2DMPTfTL5SLmv7Divf0a", .cryptoAddress, .wrongCheckDigit),
      ("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", .cryptoAddress, nil),
      ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", .cryptoAddress, .wrongCheckDigit),
      ("0x098B716B8Aaf21512996dC57EB0615e2383E2f96", .cryptoAddress, nil),
      ("--", .passport, .noLetterOrDigit), ("X1", .passport, nil),
    ] as [(String, IdentifierKind, IdentifierFault?)])
  func faults(value: String, kind: IdentifierKind, expected: IdentifierFault?) {
    #expect(lookUp(value, kind).fault == expected)
  }

  @Test("a listed number that fails its check is found, and the fault told")
  func listedFault() {
    let found = lookUp("BRC1EODR004", .isin)
    #expect(found.matches == ["1 full"])
    #expect(found.fault == .wrongCheckDigit)
  }

  @Test("the index finds what comparing with every entry finds", arguments: UInt64(0)..<10)
  func agreesWithComparingAll(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func number() -> String {
      String(
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          "01aB-".randomElement(using: &generator)!
        })
    }
    let kinds: [IdentifierKind] = [.isin, .passport, .registration, .bic, .cryptoAddress, .tax]
    var list = Watchlist(names: (0..<40).map { "Name \($0)" })
    for i in list.entries.indices {
      list.entries[i].identifiers = (0..<3).map { _ in
        Identifier(kinds.randomElement(using: &generator)!, number())
      }
    }
    let screener = Screener(watchlists: [list])
    var matcher = IdentifierMatcher(screener)
    for _ in 0..<200 {
      let kind = kinds.randomElement(using: &generator)!
      let value = number()
      _ = Array(value.utf8).withUnsafeBufferPointer { matcher.match($0, kind) }
      let expected = list.entries.indices.filter { i in
        list.entries[i].identifiers.contains { listed in
          guard let form = IdentifierForm.form(of: value, listed.kind) else { return false }
          return kind.mayBe(listed.kind)
            && form == IdentifierForm.form(of: listed.value, listed.kind)
        }
      }
      #expect(matcher.matches.map { Int($0.entry.rawValue) } == expected, "\(kind) \(value)")
    }
  }
}
