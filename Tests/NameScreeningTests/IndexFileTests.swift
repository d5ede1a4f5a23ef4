import Glibc
import NameScreening
import NameSimilarity
import TestSupport
import Testing
import Watchlists

@Suite("Index files")
struct IndexFileTests {
  private static let watchlist: Watchlist = {
    var names = RandomNames(seed: 1)
    return Watchlist(names: (0..<50).map { _ in names.name() })
  }()

  @Test func aMappedIndexGivesTheSameMatches() throws {
    let screener = Screener(watchlists: [Self.watchlist])
    let path = try temporaryFile(screener.withIndexFileBytes { Array($0) })
    defer { unlink(path) }
    let mapped = try Screener(indexFile: path)
    #expect(mapped.summaries == screener.summaries)
    #expect(mapped.entryCount == 50)
    var a = ScreeningWorker(screener, threshold: Score("0.7")!)
    var b = ScreeningWorker(mapped, threshold: Score("0.7")!)
    var names = RandomNames(seed: 2)
    for entry in Self.watchlist.entries {
      var query = names.mutation(of: entry.names[0].text)
      let expected = query.withUTF8 { a.screen($0) }
      #expect(query.withUTF8 { b.screen($0) } == expected)
      #expect(a.matches == b.matches)
    }
  }

  @Test func theSameListsGiveTheSameBytes() {
    let a = Screener(watchlists: [Self.watchlist])
    let b = Screener(watchlists: [Self.watchlist])
    let bytes = a.withIndexFileBytes { Array($0) }
    #expect(bytes == b.withIndexFileBytes { Array($0) })
  }

  @Test func entriesComeBackWhole() {
    var entry = WatchlistEntry(
      list: "SDN", uid: "7", type: .vessel,
      names: [
        ListedName("ARTEMIS", type: .primary, strength: .strong),
        ListedName(
          "ЗАРЯ", type: .former, strength: .weak, origin: .remark, isUnofficial: true,
          script: "Cyrl"),
      ])
    entry.programs = ["IRAN", "SDGT"]
    entry.identifiers = [
      Identifier(.imo, "9187629", hasValidChecksum: true), Identifier(.other, "x", country: "Iran"),
      Identifier(.isin, "BRC1EODR004", hasValidChecksum: false),
    ]
    entry.birthDates = [
      DateInterval(
        first: CalendarDate(year: 1979, month: 1, day: 1)!,
        last: CalendarDate(year: 1982, month: 12, day: 31)!, isApproximate: true)
    ]
    entry.countries = ["Iran"]
    entry.addresses = [Address(lines: "1 Port Road", city: "Bandar", country: "Iran")]
    entry.listedOn = CalendarDate(year: 2021, month: 12, day: 16)
    entry.divestBy = CalendarDate(year: 2022, month: 12, day: 16)
    entry.endsOn = CalendarDate(year: 2030, month: 1, day: 31)
    entry.source = "Gazette"
    entry.sourceDate = CalendarDate(year: 2021, month: 12, day: 17)
    entry.licencePolicy = "Presumption of denial"
    entry.remarks = "(Linked To: X)"
    var list = Self.watchlist
    list.entries = [entry]
    let screener = Screener(watchlists: [list])
    #expect(screener.entry(EntryID(rawValue: 0)) == entry)
    #expect(screener.entries(withUID: "7") == [EntryID(rawValue: 0)])
    #expect(screener.entries(withUID: "8").isEmpty)
  }

  @Test func aDamagedFileIsAnErrorAndNeverACrash() throws {
    let bytes = Screener(watchlists: [Self.watchlist]).withIndexFileBytes { Array($0) }
    var generator = SplitMix64(seed: 3)
    for round in 0..<60 {
      var damaged = bytes
      if round % 2 == 0 {
        damaged.removeLast(Int.random(in: 1...bytes.count, using: &generator))
      } else {
        let i = Int.random(in: 0..<bytes.count, using: &generator)
        damaged[i] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        if i < 32 || round == 1 { damaged[0] ^= 1 }
      }
      let path = try temporaryFile(damaged)
      defer { unlink(path) }
      do throws(IndexFileError) {
        let opened = try Screener(indexFile: path)
        // A bit in the padding between sections may change without harm.
        #expect(round % 2 == 1 && opened.entryCount == 50)
      } catch {
        #expect(error.description.hasPrefix("\(path): "))
      }
    }
  }

  @Test func aFileThatIsNotThereIsAnError() {
    let error = #expect(throws: IndexFileError.self) { try Screener(indexFile: "/no/such.nsx") }
    #expect(error?.description == "/no/such.nsx: open: No such file or directory")
  }

  @Test func anEmptyListIsScreenedAgainstWithoutMatches() {
    let screener = Screener(watchlists: [Watchlist(names: ["-", "???"])])
    #expect(screener.summaries[0].warnings.map(\.count) == [2])
    var worker = ScreeningWorker(screener, threshold: Score("0.85")!)
    var name = "john smith"
    #expect(name.withUTF8 { worker.screen($0) } == .clear)
  }

  private func temporaryFile(_ bytes: [UInt8]) throws -> String {
    var template = Array("/tmp/namesift-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    try #require(written == bytes.count)
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
