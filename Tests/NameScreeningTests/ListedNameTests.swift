import Dispatch
import NameScreening
import NameSimilarity
import Synchronization
import TestSupport
import Testing
import Watchlists

/// Every name of each published list, screened against its list, finds its own entry.
@Suite("Listed names find their entry")
struct ListedNameTests {
  /// A spelling that says the same.
  enum Spelling: CaseIterable {
    case asItStands, lowercased, uppercased, withoutPunctuation, singleSpaces
  }

  // The lowest of the default thresholds of people and others.
  private static let threshold = ScreeningPolicy.defaultOrganisationThreshold

  @Test(
    "as it stands, in another case, without punctuation, with single spaces",
    arguments: [
      "ofac_sdn/sdn_2024-05-03.csv", "ofac_sdn/set_2021-07/", "ofac_consolidated/csv_2025-12/",
      "ofac_consolidated/consolidated_2026-01-08.xml", "us_csl/consolidated_2022-04-21.csv.gz",
      "us_csl/consolidated_2026-07-31_derived.csv.gz",
    ])
  func findsItsEntry(list: String) throws {
    guard let path = SharedFiles.path("lists/" + list) else { return }
    let watchlist = try WatchlistLoader.load(specification: path)
    let screener = Screener(watchlists: [watchlist])
    // A quick run takes every 24th entry.
    let step = TestScale.count(quick: 24, full: 1)
    let screened = Atomic(0)
    let misses = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { thread in
      var worker = ScreeningWorker(screener, threshold: Self.threshold)
      for i in stride(from: thread * step, to: watchlist.entries.count, by: 2 * step) {
        let id = EntryID(rawValue: UInt32(i))
        for name in watchlist.entries[i].names {
          for spelling in Spelling.allCases {
            var text = Self.spell(name.text, spelling)
            screened.add(1, ordering: .relaxed)
            // A list has a name without a letter, which is told as a warning.
            if case .unscreenable = text.withUTF8({ worker.screen($0) }) { continue }
            if !worker.matches.contains(where: { $0.entry == id }) {
              misses.withLock { $0.append("\(spelling): \(name.text)") }
            }
          }
        }
      }
    }
    let missed = misses.withLock { $0.sorted() }
    #expect(missed.isEmpty, "\(missed.count) misses, such as \(missed.prefix(5))")
    #expect(screened.load(ordering: .relaxed) > watchlist.entries.count / step)
  }

  private static func spell(_ name: String, _ spelling: Spelling) -> String {
    switch spelling {
    case .asItStands: name
    case .lowercased: name.lowercased()
    case .uppercased: name.uppercased()
    case .withoutPunctuation:
      String(
        String.UnicodeScalarView(
          name.unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
              || $0.properties.isWhitespace
          }))
    case .singleSpaces:
      name.split { !$0.isLetter && !$0.isNumber && !"'’.`".contains($0) }.joined(separator: " ")
    }
  }
}
