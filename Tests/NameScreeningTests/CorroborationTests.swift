import Testing
import Watchlists

@testable import NameScreening

@Suite("Corroboration")
struct CorroborationTests {
  private func interval(_ text: String) -> DateInterval? {
    var text = text
    return text.withUTF8 { RecordDate.interval($0) }
  }

  @Test(
    "dates of records",
    arguments: [
      ("1948-12-10", "1948-12-10", "1948-12-10"), ("19481210", "1948-12-10", "1948-12-10"),
      ("10.12.1948", "1948-12-10", "1948-12-10"), ("10.3.1948", "1948-03-10", "1948-03-10"),
      ("25/12/1948", "1948-12-25", "1948-12-25"), ("12/25/1948", "1948-12-25", "1948-12-25"),
      ("04/04/1948", "1948-04-04", "1948-04-04"), ("03/04/1948", "1948-01-01", "1948-12-31"),
      ("1948-12", "1948-12-01", "1948-12-31"), ("02/1948", "1948-02-01", "1948-02-29"),
      ("1948", "1948-01-01", "1948-12-31"), ("10 Dec 1948", "1948-12-10", "1948-12-10"),
      ("1948-12-10T00:00:00Z", "1948-12-10", "1948-12-10"),
    ])
  func dates(text: String, first: String, last: String) {
    #expect(interval(text)?.first.description == first)
    #expect(interval(text)?.last.description == last)
  }

  @Test(
    "what is no date is absent",
    arguments: ["", "-", "1948-13-01", "31.02.1948", "48", "unknown", "1/2/3", "13/13/1948", "é"])
  func noDates(text: String) {
    #expect(interval(text) == nil)
  }

  @Test(
    "birth dates agree by the closest",
    arguments: [
      ("1948-12-10", ["10 Dec 1948"], 1, BirthDateAgreement.sameDay),
      ("1948-12-11", ["10 Dec 1948"], 1, .sameYear), ("1948", ["10 Dec 1948"], 1, .sameYear),
      ("1948-12-10", ["1948"], 1, .sameYear), ("1949", ["10 Dec 1948"], 1, .near),
      ("1950", ["10 Dec 1948"], 1, .conflict), ("1950", ["10 Dec 1948"], 2, .near),
      ("1949", ["10 Dec 1948"], 0, .conflict), ("1946", ["1940 to 1945"], 1, .near),
      ("1943", ["1940 to 1945"], 0, .sameYear), ("1943", [], 0, .absent),
      ("1943", ["1999", "1944", "1943"], 1, .sameYear), ("1943", ["1944", "1999"], 1, .near),
    ])
  func closest(
    text: String, listed: [String], tolerance: Int, agreement: BirthDateAgreement
  ) throws {
    let date = try #require(interval(text))
    let found = Corroboration.closest(
      date, listed.compactMap { ListDateText.interval($0) }, toleranceInYears: tolerance)
    #expect(found == agreement)
  }

  @Test(
    "countries by code and name",
    arguments: [
      ("CN", "CN"), ("chn", "CN"), ("People's Republic of China", "CN"), ("PRC", "CN"),
      ("Korea, North", "KP"), ("DPRK", "KP"), ("south korea", "KR"), ("U.S.A.", "US"),
      ("Congo, Democratic Republic of the", "CD"), ("Türkiye", "TR"), ("Côte d'Ivoire", "CI"),
      ("UK", "GB"), ("Burma", "MM"), ("Myanmar", "MM"), ("XK", "XK"),
    ])
  func countries(text: String, code: String) {
    #expect(Countries.shared.code(of: text) == code)
  }

  @Test(arguments: ["", "ZZ", "Atlantis", "undetermined", "12"])
  func unknownCountries(text: String) {
    #expect(Countries.shared.code(of: text) == nil)
  }

  @Test func everyLineOfTheTablesIsRead() {
    // 249 countries of ISO 3166-1 and Kosovo: two codes and at least one name each.
    #expect(Countries.shared.count >= 3 * 250)
    #expect(GenericWords.shared.count > 200)
  }

  @Test func noCodeStandsForTwoCountries() {
    // A name that repeats would silently move to the later country.
    #expect(Countries("AA\tAAA\tOne\nBB\tBBB\tTwo; One").code(of: "one") == "BB")
    #expect(Countries.shared.code(of: "Congo") == "CG")
    #expect(Countries.shared.code(of: "Guinea") == "GN")
    #expect(Countries.shared.code(of: "Niger") == "NE")
    #expect(Countries.shared.code(of: "Georgia") == "GE")
  }

  @Test(arguments: ["institute", "trading", "academy", "zhang", "inst", "", "worldwidee"])
  func genericWords(word: String) {
    let isGeneric = ["institute", "trading", "academy"].contains(word)
    var word = word
    #expect(word.withUTF8 { GenericWords.shared.contains($0) } == isGeneric)
  }
}
