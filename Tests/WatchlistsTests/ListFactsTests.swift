import Testing

@testable import Watchlists

@Suite("Dates on lists")
struct ListDateTextTests {
  @Test(
    "are read in every printed shape",
    arguments: [
      ("10 Dec 1948", "1948-12-10", "1948-12-10", false),
      ("Feb 1940", "1940-02-01", "1940-02-29", false),
      ("1946", "1946-01-01", "1946-12-31", false),
      ("circa 1951", "1951-01-01", "1951-12-31", true),
      ("circa 07 Jul 1966", "1966-07-07", "1966-07-07", true),
      ("1951 to 1953", "1951-01-01", "1953-12-31", false),
      ("01 Jan 1961 to 31 Dec 1962", "1961-01-01", "1962-12-31", false),
      ("Mar 1962 to Feb 1963", "1962-03-01", "1963-02-28", false),
      ("circa 1979-1982", "1979-01-01", "1982-12-31", true),
      ("1973-03-25", "1973-03-25", "1973-03-25", false),
    ])
  func areRead(text: String, first: String, last: String, isApproximate: Bool) throws {
    let interval = try #require(ListDateText.interval(text))
    #expect(interval.first.description == first)
    #expect(interval.last.description == last)
    #expect(interval.isApproximate == isApproximate)
    #expect((ListDateText.day(text) == nil) == (first != last))
  }

  @Test(
    "that do not exist are nil",
    arguments: [
      "", "circa", "soon", "30 Feb 1990", "1990-13-01", "1990-00-01", "1953 to 1951", "19", "0000",
      "1990-", "to", "1951 to", "10 Dec 1948 x", "-1-1-1", "1982-1979",
    ])
  func areNil(text: String) {
    #expect(ListDateText.interval(text) == nil)
  }
}

@Suite("Check digits")
struct CheckDigitsTests {
  @Test(
    "accept right numbers and refuse each with one digit changed",
    arguments: [
      ("US0378331005", IdentifierKind.isin), ("CNE100001TW7", .isin),
      ("253400V1H6ART1UQ0N98", .lei), ("91110000MA005UCQ5P", .uscc),
      ("914403007954257495", .uscc), ("9187629", .imo),
    ])
  func detectChanges(value: String, kind: IdentifierKind) {
    #expect(CheckDigits.isValid(value, kind: kind) == true)
    var bytes = Array(value.utf8)
    for i in bytes.indices where (0x30...0x39).contains(bytes[i]) {
      let digit = bytes[i]
      bytes[i] = digit == 0x39 ? 0x30 : digit + 1
      let changed = String(decoding: bytes, as: UTF8.self)
      #expect(CheckDigits.isValid(changed, kind: kind) == false, "\(changed)")
      bytes[i] = digit
    }
  }

  @Test("refuse other lengths and characters")
  func refuseOthers() {
    for value in ["", "BRC1EODR004", "CND10002K094", "CND10002G601", "us0378331005"] {
      #expect(CheckDigits.isValid(value, kind: .isin) == false)
    }
    #expect(CheckDigits.isValid("852496527", kind: .lei) == false)
    #expect(CheckDigits.isValid("91110000MA005UCQ5I", kind: .uscc) == false)
    #expect(CheckDigits.isValid("918762", kind: .imo) == false)
    #expect(CheckDigits.isValid("anything", kind: .passport) == nil)
  }
}
