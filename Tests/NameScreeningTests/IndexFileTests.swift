import Glibc
import NameIndex
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

  @Test func aSectionThatIsMissingIsAnError() throws {
    let screener = Screener(watchlists: [Self.watchlist])
    let sections = Sections(of: screener)
    #expect(sections.names.count > 20 && sections.names.contains("engine"))
    for name in sections.names {
      let path = try temporaryFile(sections.file { $0 == name ? nil : $1 })
      defer { unlink(path) }
      let error = #expect(throws: IndexFileError.self) { try Screener(indexFile: path) }
      #expect(error?.reason == .damagedSection(name: name), "\(name)")
    }
  }

  /// Files of other engines have checksums that are right.
  @Test("sections that others wrote are an error or harmless, never a crash", arguments: 0..<3)
  func foreignSections(kind: Int) throws {
    let screener = Screener(watchlists: [Self.watchlist])
    let sections = Sections(of: screener)
    var generator = SplitMix64(seed: UInt64(kind))
    // The tables have tests of their own, and take long to check.
    for name in sections.names where name != "tables" {
      let path = try temporaryFile(
        sections.file { other, bytes in
          if other != name { return bytes }
          switch kind {
          case 0: return []
          case 1: return Array(bytes.prefix(bytes.count / 2 & ~7))
          default:
            return (0..<bytes.count).map { _ in UInt8.random(in: 0...255, using: &generator) }
          }
        })
      defer { unlink(path) }
      do throws(IndexFileError) {
        let opened = try Screener(indexFile: path)
        #expect(opened.entryCount == 50, "\(name)")
      } catch {
        guard case .damagedSection = error.reason else {
          Issue.record("\(name): \(error)")
          continue
        }
      }
    }
  }

  @Test func anIndexTellsWhatMadeIt() throws {
    let screener = Screener(watchlists: [Self.watchlist])
    let path = try temporaryFile(screener.withIndexFileBytes { Array($0) })
    defer { unlink(path) }
    let opened = try Screener(indexFile: path)
    #expect(opened.engineVersion == EngineVersion.current)
    #expect(opened.tableVersion == screener.tableVersion && opened.icuVersion.contains("."))
    #expect(Screener.isIndexFile(path) && !Screener.isIndexFile("/dev/null"))
  }

  @Test func theGateAndTheTimeOfTheLastCheckComeBack() {
    var list = Self.watchlist
    list.summary.checkedAt = UTCTime("2026-11-24T06:00:00Z")
    list.summary.gate = GateRecord(
      previousSHA256: "ab", addedCount: 1, changedCount: 2, removedCount: 3, heldCount: 4,
      approvedCount: 5, suspicions: ["a", "b"])
    list.entries[3].isHeld = true
    let again = Screener(watchlists: [list, Self.watchlist]).watchlists
    #expect(again.map(\.summary) == [list.summary, Self.watchlist.summary])
    #expect(again.map(\.entries) == [list.entries, Self.watchlist.entries])
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

  /// The sections of an index file, to write them otherwise.
  private struct Sections {
    private var sections: [(name: String, bytes: [UInt8])] = []

    init(of screener: Screener) {
      screener.withIndexFileBytes { file in
        func number(_ offset: Int) -> Int {
          Int(file.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        for i in 0..<Int(file.loadUnaligned(fromByteOffset: 12, as: UInt32.self)) {
          let start = 32 + 40 * i
          let name = file[start..<start + 16].prefix { $0 != 0 }
          let (offset, count) = (number(start + 16), number(start + 24))
          sections.append(
            (String(decoding: name, as: UTF8.self), Array(file[offset..<offset + count])))
        }
      }
    }

    var names: [String] { sections.map(\.name) }

    /// A file whose sections are what `change` makes of them; those that are nil are left out.
    func file(_ change: (String, [UInt8]) -> [UInt8]?) -> [UInt8] {
      var writer = SectionWriter()
      for (name, bytes) in sections {
        if let bytes = change(name, bytes) { writer.add(name, bytes) }
      }
      return writer.finish()
    }
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
