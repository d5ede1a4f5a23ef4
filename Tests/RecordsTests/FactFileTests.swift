import Measures
import NameScreening
import TestSupport
import Testing
import Watchlists

@testable import Records

@Suite("Files of instruments and owners")
struct FactFileTests {
  private func message(_ text: String, _ read: (String) throws -> Void) throws -> String? {
    let scratch = try Scratch()
    let path = scratch.write(Array(text.utf8), to: "facts.csv")
    do {
      try read(path)
      return nil
    } catch {
      return "\(error)".split(separator: "/").last.map(String.init)
    }
  }

  @Test(
    "a row of an instrument that cannot be understood is told with its line",
    arguments: [
      ("", "facts.csv: the file is empty; fetch it again"),
      ("issuer_name\nX\n", "facts.csv:1: missing column 'instrument'"),
      (
        "instrument,colour\nX,red\n",
        "facts.csv:1: unknown column 'colour'; the columns are instrument, issuer_name, "
          + "issuer_ids, underlyings"
      ),
      ("instrument,underlyings\nF,\n,A\n", "facts.csv:3: 'instrument' is empty"),
      ("instrument,underlyings\nF,=3\n", "facts.csv:2: 'underlyings' is not ID or ID=WEIGHT"),
      ("instrument\nF 1\nG\nf1\n", "facts.csv:4: the instrument has an earlier row"),
      (
        "instrument,issuer_name\nF\n",
        "facts.csv:2: the row has 1 columns instead of 2: it was cut or joined"
      ),
      ("instrument,underlyings\nF,\"A=1 %; B\"\n", nil),
    ] as [(String, String?)])
  func instruments(text: String, expected: String?) throws {
    #expect(try message(text) { _ = try InstrumentFile(path: $0) } == expected)
  }

  @Test(
    "a holding that cannot be understood is told with its line",
    arguments: [
      ("owner,owned\nA,B\n", "facts.csv:1: missing column 'percent'"),
      ("owner,owned,percent\nA,B,101\n", "facts.csv:2: 'percent' is not a number in 0...100"),
      ("owner,owned,percent\nA,B,\n", "facts.csv:2: 'percent' is empty"),
      ("owner,owned,percent\nA,B,60\n,B,1\n", "facts.csv:3: 'owner' is empty"),
      (
        "owner,owned,percent,from\nA,B,60,soon\n",
        "facts.csv:2: 'from' is not a day such as 2022-12-31"
      ),
      (
        "owner,owned,percent,from,to\nA,B,60,2022-01-02,2022-01-01\n",
        "facts.csv:2: 'to' is not a day on or after 'from'"
      ), ("owner,owned,percent\nA,B,60 %\n", nil),
    ] as [(String, String?)])
  func holdings(text: String, expected: String?) throws {
    #expect(try message(text) { _ = try OwnershipFile(path: $0) } == expected)
  }

  @Test("instruments in a circle and without a row are warned about, by line")
  func instrumentWarnings() throws {
    let scratch = try Scratch()
    let path = scratch.write(
      Array("instrument,underlyings\nA,B; US0378331005\nB,A\nC,X-7\n".utf8), to: "facts.csv")
    #expect(
      try InstrumentFile(path: path).warnings.map { $0.replacingPrefix(path, with: "FILE") } == [
        "FILE: the instruments of the lines 2, 3 lie under themselves",
        "FILE:4: 'X-7' lies under the instrument, and no row tells what it is",
      ])
  }

  private static let screener: Screener = {
    var entries = [
      WatchlistEntry(
        list: "SDN", uid: "1", type: .organisation,
        names: [ListedName("Zylopharm Trading Limited", type: .primary, strength: .strong)]),
      WatchlistEntry(
        list: "SDN", uid: "2", type: .person,
        names: [ListedName("QUORVEL, Anna", type: .primary, strength: .strong)]),
      WatchlistEntry(
        list: "NS-CMIC", uid: "3", type: .organisation,
        names: [ListedName("Vexmoor Instruments", type: .primary, strength: .strong)]),
    ]
    entries[0].programs = ["SDGT"]
    entries[1].programs = ["SDGT"]
    entries[1].identifiers = [Identifier(.passport, "X77", country: "Iran")]
    entries[2].programs = ["CMIC-EO13959"]
    entries[2].identifiers = [Identifier(.isin, "US0378331005", hasValidChecksum: true)]
    entries[2].listedOn = CalendarDate(year: 2021, month: 12, day: 16)
    entries[2].effectiveOn = CalendarDate(year: 2022, month: 2, day: 14)
    entries[2].divestBy = CalendarDate(year: 2022, month: 12, day: 16)
    return Screener(watchlists: [Watchlist(entries: entries)])
  }()

  private func screen(
    _ input: String, ownership: String? = nil, instruments: String? = nil, facts: [String] = []
  ) throws -> Outcome {
    let scratch = try Scratch()
    let owners = scratch.write(Array((ownership ?? "").utf8), to: "owners.csv")
    let papers = scratch.write(Array((instruments ?? "").utf8), to: "papers.csv")
    return try RecordsTests.screen(input, screener: Self.screener) {
      $0.fields = try? FieldSpecification(
        "payee.name=payee,payee.lei=lei,record.instrument=paper,record.trade_date=day")
      if ownership != nil { $0.judging.ownership = try? OwnershipFile(path: owners) }
      if instruments != nil { $0.judging.instruments = try? InstrumentFile(path: papers) }
      $0.judging.facts = (try? StatedFacts(facts)) ?? StatedFacts()
    }
  }

  /// The outcome of each record and the ways of its matches.
  private func outcomes(_ outcome: Outcome) -> [String] {
    outcome.lines.map { line in
      let outcome = line.split(separator: #""outcome":"#).last?.prefix { $0 != "," } ?? ""
      let ways = line.split(separator: #""path":["#).dropFirst().map {
        $0.prefix { $0 != "]" }.filter { $0 != "\"" }
      }
      return ([String(outcome.filter { $0 != "\"" })] + ways).joined(separator: " | ")
    }
  }

  private static let lei = "529900ZYLOFIXTURE039"

  @Test("shares of listed parties add up, count whole onward, and only on their days")
  func aggregate() throws {
    let ownership = """
      owner,owned,percent,from,to
      SDN:1,Plain Holdings Ltd.,30,,
      "Anna Quorvel",PLAIN HOLDINGS LIMITED,20,2022-01-01,2022-12-31
      Plain Holdings,LEI=\(Self.lei),100,,
      plain holdings limited,Plain Subsidiary GmbH,50,,

      """
    let outcome = try screen(
      """
      payee,lei,paper,day
      Plain Holdings Ltd,,,2022-06-01
      Plain Holdings Ltd,,,2023-06-01
      PLAIN SUBSIDIARY G.M.B.H.,,,2022-06-01
      Plain Subsidiary,,,2022-06-01
      Zylopharm Trading Limited,,,2022-06-01
      """, ownership: ownership, facts: ["nexus=us"])
    // Of several spellings the first in ascending order stands for the party.
    let (holdings, first, second) = ("PLAIN HOLDINGS LIMITED", "SDN:1", "Anna Quorvel")
    #expect(
      outcomes(outcome) == [
        "BLOCK | \(holdings),\(first) | \(holdings),\(second)", "null",
        "BLOCK | Plain Subsidiary GmbH,\(holdings),\(first) | "
          + "Plain Subsidiary GmbH,\(holdings),\(second)",
        "null", "BLOCK",
      ])
    #expect(outcome.output.contains(#""reasons":[{"code":"OWNED_BY_LISTED_PARTY"}]"#))
    #expect(outcome.output.contains(#""owned_percent":50,"identity":"exact_name""#))
  }

  @Test("a measure without the rule does not use it")
  func noRule() throws {
    let ownership = "owner,owned,percent\nNS-CMIC:3,LEI=\(Self.lei),100\n"
    let outcome = try screen(
      "payee,lei,paper,day\n,\(Self.lei),,2023-01-03\n", ownership: ownership,
      facts: ["nexus=us", "conduct=purchase"])
    #expect(outcome.verdicts == ["clear"])
  }

  @Test("odd rows and unknown entries are told, without a name")
  func ownershipWarnings() throws {
    let ownership = """
      owner,owned,percent
      A B,C D,60
      C D,A B,60
      SDN:9,C D,50

      """
    let outcome = try screen("payee,lei,paper,day\nX Y,,,\n", ownership: ownership)
    let warnings = outcome.notices.filter { if case .warning = $0 { true } else { false } }
      .map { "\($0)".split(separator: "/").last ?? "" }
    #expect(
      warnings == [
        "owners.csv:4: there is no entry 'SDN:9' on the lists",
        "owners.csv: the parties of the lines 2, 3 own each other in a circle",
        "owners.csv: more than 100 percent of the party of the lines 2, 4 is held",
      ])
  }

  @Test("what lies under an instrument is found by identifier, issuer id and issuer name")
  func lookThrough() throws {
    let instruments = """
      instrument,issuer_name,issuer_ids,underlyings
      FUND,Plain Funds,,INDEX
      INDEX,,,"US0378331005=0.1 %; LOOP"
      LOOP,,,INDEX
      NOTE,VEXMOOR INSTRUMENTS,,
      BOND,,PASSPORT=X77 (Iran),
      PLAIN,Plain Bakery,,

      """
    let outcome = try screen(
      """
      payee,lei,paper,day
      ,,fund,2023-01-03
      ,,NOTE,2023-01-03
      ,,BOND,2023-01-03
      ,,PLAIN,2023-01-03
      ,,OTHER,2023-01-03
      ,,US0378331005,2023-01-03
      """, instruments: instruments, facts: ["nexus=us", "conduct=purchase"])
    #expect(
      outcomes(outcome) == [
        "PROHIBITED | FUND,INDEX,US0378331005", "PROHIBITED | NOTE,VEXMOOR INSTRUMENTS",
        "BLOCK | BOND,PASSPORT=X77 (Iran)", "null", "null", "PROHIBITED",
      ])
    #expect(outcome.verdicts == ["alert", "alert", "alert", "clear", "unscreenable", "alert"])
    #expect(outcome.output.contains(#""reason":"UNKNOWN_INSTRUMENT""#))
  }

  @Test("a date of a securities ban that does not follow from its listing is warned about")
  func dateProblem() throws {
    var entry = WatchlistEntry(
      list: "NS-CMIC", uid: "7", type: .organisation,
      names: [ListedName("Vexmoor", type: .primary, strength: .strong)])
    entry.programs = ["CMIC-EO13959"]
    entry.listedOn = CalendarDate(year: 2021, month: 12, day: 16)
    entry.effectiveOn = CalendarDate(year: 2022, month: 2, day: 15)
    #expect(
      ListCheck.warnings(Screener(watchlists: [Watchlist(entries: [entry])]), .builtIn) == [
        "NS-CMIC 7: effective_on is 2022-02-15; 60 days after the listing is 2022-02-14"
      ])
  }

  @Test("a program that no measure is known for is warned about")
  func unknownProgram() throws {
    var entries: [WatchlistEntry] = []
    for uid in ["1", "2"] {
      var entry = WatchlistEntry(
        list: "SDN", uid: uid, type: .organisation,
        names: [ListedName("Zylopharm \(uid)", type: .primary, strength: .strong)])
      entry.programs = ["SDGT", "NEW-EO99999"]
      entries.append(entry)
    }
    #expect(
      ListCheck.warnings(Screener(watchlists: [Watchlist(entries: entries)]), .builtIn) == [
        "SDN: no measure is known for the program 'NEW-EO99999' of 2 entries: matches are for review"
      ])
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
