import TestSupport
import Testing

@testable import Measures

@Suite("Days")
struct DayTests {
  @Test("every day of some centuries follows the one before it")
  func daysFollowEachOther() throws {
    var day = try #require(Day("1896-02-28"))
    let last = try #require(Day("2104-03-01"))
    while day < last {
      let next = day.adding(days: 1)
      #expect(next.weekday == (day.weekday + 1) % 7)
      let civil = next.civil
      #expect(Day(year: civil.year, month: civil.month, day: civil.day) == next)
      #expect(civil.day == day.civil.day + 1 || civil.day == 1)
      day = next
    }
  }

  @Test func knownDays() {
    #expect(Day("1970-01-01")?.number == 0)
    #expect(Day("2000-03-01")?.number == 11_017)
    #expect(Day("0001-01-01")?.number == -719_162)
    #expect(Day("9999-12-31")?.number == 2_932_896)
    #expect(Day("2022-02-14")?.weekday == 1)
    #expect(Day("2021-12-16")?.adding(days: 60).description == "2022-02-14")
    #expect(Day("2021-12-16")?.adding(days: 365).description == "2022-12-16")
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "", "2022", "2022-2-14", "2022-02-30", "2023-02-29", "1900-02-29", "2022-13-01",
      "2022-00-01", "2022-01-00", "2022-04-31", "0000-01-01", "2022/02/14", "2022-02-14 ",
      "٢٠٢٢-02-14", "+022-02-14",
    ])
  func refusals(text: String) { #expect(Day(text) == nil) }
}

@Suite("New York time")
struct NewYorkTests {
  @Test(
    "clocks change in the second at which the law says so",
    arguments: [
      // The last second before the change in UTC, and the offsets in hours before and after it.
      ("2022-03-13T06:59:59Z", -5, -4), ("2022-11-06T05:59:59Z", -4, -5),
      ("2007-03-11T06:59:59Z", -5, -4), ("2007-11-04T05:59:59Z", -4, -5),
      ("2026-03-08T06:59:59Z", -5, -4), ("2026-11-01T05:59:59Z", -4, -5),
      ("2006-04-02T06:59:59Z", -5, -4), ("2006-10-29T05:59:59Z", -4, -5),
      ("1987-04-05T06:59:59Z", -5, -4), ("1986-04-27T06:59:59Z", -5, -4),
      ("1986-10-26T05:59:59Z", -4, -5), ("1975-02-23T06:59:59Z", -5, -4),
      ("1974-01-06T06:59:59Z", -5, -4), ("1974-10-27T05:59:59Z", -4, -5),
      ("1967-04-30T06:59:59Z", -5, -4), ("1967-10-29T05:59:59Z", -4, -5),
    ])
  func changes(lastSecond: String, before: Int, after: Int) throws {
    let instant = try #require(TransactionTime(lastSecond)).earliest
    #expect(NewYork.offset(at: instant) == before * 3600)
    #expect(NewYork.offset(at: Instant(seconds: instant.seconds + 1)) == after * 3600)
  }

  @Test func theHourThatComesTwiceIsTwoInstants() throws {
    let time = try #require(TransactionTime("2022-11-06T01:30 Eastern"))
    #expect(time.earliest == TransactionTime("2022-11-06T05:30Z")?.earliest)
    #expect(time.latest == TransactionTime("2022-11-06T06:30Z")?.earliest)
    #expect(TransactionTime("2022-11-06T00:59 Eastern")?.isInterval == false)
    #expect(TransactionTime("2022-11-06T02:00 Eastern")?.isInterval == false)
  }

  @Test func theHourThatIsLeftOutIsStandardTime() {
    #expect(TransactionTime("2022-03-13T02:30 ET") == TransactionTime("2022-03-13T02:30 EST"))
  }

  @Test("the first instant of a day is midnight, also when clocks change on it")
  func daysHaveTheirLength() throws {
    for (day, hours) in [("2022-03-13", 23), ("2022-11-06", 25), ("2022-07-01", 24)] {
      let time = TransactionTime(try #require(Day(day)))
      #expect(time.latest.seconds - time.earliest.seconds + 1 == Int64(hours) * 3600)
      #expect(NewYork.day(at: time.earliest) == Day(day))
      #expect(NewYork.day(at: time.latest) == Day(day))
    }
  }

  @Test func instantsPrintAsClocksShowThem() {
    #expect(
      TransactionTime("2022-02-14T05:01:00Z")?.earliest.description == "2022-02-14T00:01:00-05:00")
    #expect(
      TransactionTime("2021-08-02T04:00:59Z")?.earliest.description == "2021-08-02T00:00:59-04:00")
  }
}

@Suite("Times of transactions")
struct TransactionTimeTests {
  @Test(
    "one instant in every form",
    arguments: [
      "2022-12-10T00:01 Eastern", "2022-12-10 00:01 ET", "2022-12-10T00:01:00-05:00",
      "2022-12-10T05:01Z", "2022-12-10T05:01:00.999Z", "2022-12-10T05:01:00 UTC",
      "2022-12-10T00:01EST", "2022-12-10T00:01 America/New_York",
      "2022-12-10T00:01[America/New_York]", "2022-12-10T10:31+0530", "2022-12-10T01:01 EDT",
      "2022-12-10T05:01:00+00:00",
    ])
  func forms(text: String) {
    #expect(TransactionTime(text) == TransactionTime(Instant(seconds: 1_670_648_460)))
  }

  @Test func aMissingZoneIsNewYorkAndFlagged() throws {
    let time = try #require(TransactionTime("2022-12-10T00:01"))
    #expect(time.isZoneAssumed)
    #expect(time.earliest == TransactionTime("2022-12-10T00:01 ET")?.earliest)
    #expect(TransactionTime("2022-12-10T00:01 ET")?.isZoneAssumed == false)
    #expect(TransactionTime("2022-12-10")?.isZoneAssumed == false)
  }

  @Test func aDayWithAZoneIsThatDay() throws {
    let time = try #require(TransactionTime("2022-12-10Z"))
    #expect(time.earliest == TransactionTime("2022-12-10T00:00Z")?.earliest)
    #expect(time.latest == TransactionTime("2022-12-10T23:59:59Z")?.earliest)
  }

  @Test(
    "what is no time is refused",
    arguments: [
      "", "yesterday", "2022-12-10T", "2022-12-10T24:00", "2022-12-10T00:60",
      "2022-12-10T00:00:60", "2022-12-10T1:00", "2022-12-10T00:01 CET", "2022-12-10T00:01+25:00",
      "2022-12-10T00:01+5", "2022-12-10T00:01 Eastern time", "2022-13-10", "10/12/2022",
      "2022-12-10T00", "2022-12-10T00:01:", "2022-12-10T00:01+00:00:00",
      "2022-12-10T00:01:00." + String(repeating: "0", count: 60) + "Z",
    ])
  func refusals(text: String) { #expect(TransactionTime(text) == nil) }

  @Test("random bytes are read or refused, never a crash", arguments: UInt64(0)..<20)
  func randomText(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let alphabet = Array("0123456789-:TZ+. ETas")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...24, using: &generator)).compactMap { _ in
          alphabet.randomElement(using: &generator)
        })
      guard let time = TransactionTime("2022-12-10" + text) else { continue }
      #expect(time.earliest <= time.latest)
    }
  }
}
