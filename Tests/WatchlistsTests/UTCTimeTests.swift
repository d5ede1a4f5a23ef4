import Testing
import Watchlists

@Suite("Moments")
struct UTCTimeTests {
  @Test(
    "text and seconds agree",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2000-02-29T23:59:59Z", 951_868_799),
      ("2026-11-24T16:05:00Z", 1_795_536_300), ("2100-03-01T00:00:00Z", 4_107_542_400),
    ])
  func agree(text: String, seconds: Int) {
    #expect(UTCTime(text)?.secondsSince1970 == seconds)
    #expect(UTCTime(secondsSince1970: seconds).description == text)
  }

  @Test(
    "anything else is no moment",
    arguments: [
      "", "2026-11-24", "2026-11-24T16:05:00", "2026-02-30T00:00:00Z", "2026-11-24T24:00:00Z",
      "2026-11-24T16:60:00Z", "2026-11-24T16:05:60Z", "2026-11-24t16:05:00Z",
      "2026-11-24T16:05:00+", "２026-11-24T16:05:0",
    ])
  func refuses(text: String) { #expect(UTCTime(text) == nil) }
}
