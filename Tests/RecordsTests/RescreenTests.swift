import FoundationEssentials
import NameScreening
import NameSimilarity
import TestSupport
import Testing
import Watchlists

@testable import Records

/// Comparing two lists must find what two full runs differ in, to the letter.
@Suite("Rescreening")
struct RescreenTests {
  @Test("random lists give the difference of two full runs", arguments: UInt64(0)..<6)
  func randomLists(seed: UInt64) throws {
    var names = RandomNames(seed: seed)
    var old = Watchlist(names: (0..<120).map { _ in names.name() })
    var new = old
    new.entries.removeSubrange(0..<12)
    for i in 0..<12 {
      new.entries[i].names[0].text = names.mutation(of: new.entries[i].names[0].text)
    }
    for i in 12..<24 { new.entries[i].programs = ["NEW"] }
    for i in 24..<28 {
      new.entries[i].names.append(ListedName(names.name(), type: .alias, strength: .weak))
    }
    for i in 0..<12 {
      var entry = old.entries[i]
      entry.uid = "\(1000 + i)"
      entry.names[0].text = names.mutation(of: entry.names[0].text)
      new.entries.append(entry)
    }
    old.entries.shuffle(using: &names.generator)
    new.entries.shuffle(using: &names.generator)
    let queries = (0..<200).map { i in
      names.mutation(of: (i % 2 == 0 ? old : new).entries[i % 120].names[0].text)
    }
    let events = try check(from: old, to: new, queries: queries, threshold: "0.7")
    #expect(Set(events.map(\.change)) == ["new", "vanished", "changed"])
    #expect(Set(events.map(\.entry)) == ["added", "removed", "changed"])
  }

  @Test("identifiers give the difference of two full runs as well", arguments: UInt64(0)..<4)
  func identifiers(seed: UInt64) throws {
    var names = RandomNames(seed: seed)
    var old = Watchlist(names: (0..<40).map { _ in names.name() })
    func lei(_ number: Int) -> String { "LEI0OF0PARTY00\(100000 + number)" }
    for i in old.entries.indices { old.entries[i].identifiers = [Identifier(.lei, lei(i))] }
    var new = old
    new.entries.removeFirst(5)
    for i in 0..<5 { new.entries[i].identifiers[0].value = lei(90 + i) }
    for i in 5..<10 { new.entries[i].remarks = "new" }
    for i in 10..<15 { new.entries[i].names[0].text = names.name() }
    for i in 0..<5 {
      var entry = old.entries[i]
      entry.uid = "\(1000 + i)"
      new.entries.append(entry)
    }
    var records = ["customer_name,customer_lei"]
    for i in 0..<40 {
      let name = i % 3 == 0 ? "" : i % 3 == 1 ? old.entries[i].names[0].text : names.name()
      records.append("\(name),\(lei(i))")
      records.append(",\(lei(60 + i))")
    }
    let events = try check(
      from: old, to: new, queries: records, threshold: "0.7", format: .csv)
    #expect(Set(events.map(\.change)) == ["new", "vanished", "changed"])
    #expect(events.contains { ($0.after ?? $0.before)?.identifier != nil })
  }

  @Test("nothing differs when the lists are the same")
  func sameLists() throws {
    let list = Watchlist(names: ["Quorlian Holdings", "Vesk Trading"])
    let events = try check(from: list, to: list, queries: ["Quorlian Holdings"], threshold: "0.7")
    #expect(events.isEmpty)
  }

  @Test("from no common entry to another list everything is new or vanished")
  func otherLists() throws {
    let old = Watchlist(names: ["Quorlian Holdings"], list: "A")
    let new = Watchlist(names: ["Quorlian Holding"], list: "B")
    let events = try check(from: old, to: new, queries: ["Quorlian Holdings"], threshold: "0.7")
    #expect(events.map(\.change) == ["vanished", "new"])
  }

  @Test("the SDN list before and after the largest day gives the difference of two full runs")
  func snapshots() throws {
    let folder = "lists/ofac_sdn/snapshots"
    guard let oldPath = SharedFiles.path("\(folder)/sdn_2024-02-20.csv.gz"),
      let newPath = SharedFiles.path("\(folder)/sdn_2024-02-23.csv.gz")
    else { return }
    let old = try WatchlistLoader.load(specification: oldPath)
    let new = try WatchlistLoader.load(specification: newPath)
    let difference = ListDifference(from: old.entries, to: new.entries)
    #expect(difference.added.count >= 553)
    var names = RandomNames(seed: 1)
    var queries: [String] = []
    for entries in [new.entries, difference.added, difference.changed.map(\.old)] {
      for entry in entries.enumerated() where entry.offset % max(1, entries.count / 40) == 0 {
        queries.append(entry.element.names[0].text)
        queries.append(names.mutation(of: entry.element.names[0].text))
      }
    }
    let events = try check(from: old, to: new, queries: queries, threshold: nil)
    #expect(events.count { $0.change == "new" } >= 40)
    #expect(events.contains { $0.change == "changed" })
  }

  @Test("the manifest names both versions and counts what differs")
  func manifest() throws {
    let old = Screener(watchlists: [Watchlist(names: ["Quorlian Holdings"], list: "A")])
    let new = Screener(watchlists: [Watchlist(names: ["Vesk Trading"], list: "B")])
    let scratch = try Scratch()
    let path = scratch.write(Array("Vesk Trading\nAnn Miller\n-\n".utf8), to: "in.txt")
    var configuration = RunConfiguration(inputPaths: [path])
    configuration.inputFormat = .lines
    configuration.outputPath = "/dev/null"
    configuration.manifestPath = "\(scratch.path)/run.json"
    let result = try rescreenRecords(
      configuration, against: ListChanges(from: old, to: new), notify: { _ in })
    #expect(result.counts.records == 3 && result.counts.isConserved)
    #expect(result.counts.alert == 1 && result.counts.unscreenable == 1)

    struct Manifest: Decodable {
      struct List: Decodable { var list: String }
      var lists: [List]
      var previous_lists: [List]
      var changes: [String: Int]
    }
    let text = try #require(readFile("\(scratch.path)/run.json"))
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(text))
    #expect(manifest.lists.map(\.list) == ["B"])
    #expect(manifest.previous_lists.map(\.list) == ["A"])
    #expect(manifest.changes == ["new": 1, "vanished": 0, "changed": 0])
  }

  // MARK: - Two full runs

  private struct Match: Decodable, Hashable {
    struct Reason: Decodable, Hashable { var code: String }

    struct Number: Decodable, Hashable {
      var kind: String
      var value: String
    }

    var field: String
    var role: String
    var text: String
    var list: String
    var uid: String
    var name: String
    var matched_name: String
    var name_type: String
    var strength: String
    var score: Double
    var reasons: [Reason]
    var identifier: Number?
  }

  private struct Record: Decodable, Hashable { var number: Int }

  /// A line of a full run.
  private struct Alert: Decodable {
    var record: Record
    var matches: [Match]
    var omitted: Int
  }

  /// A line of the comparison.
  private struct Event: Decodable, Hashable {
    var record: Record
    var change: String
    var entry: String
    var before: Match?
    var after: Match?
  }

  private struct Party: Hashable {
    var list: String
    var uid: String
  }

  /// A party with the field of a record in which it was found.
  private struct Place: Hashable {
    var party: Party
    var field: String

    init(_ match: Match) {
      party = Party(list: match.list, uid: match.uid)
      field = match.field
    }
  }

  /// Compares the comparison of two lists with two full runs.
  private func check(
    from old: Watchlist, to new: Watchlist, queries: [String], threshold: String?,
    format: InputFormat = .lines
  ) throws -> [Event] {
    let scratch = try Scratch()
    let path = scratch.write(Array(queries.joined(separator: "\n").utf8), to: "in.txt")
    var configuration = RunConfiguration(inputPaths: [path])
    configuration.inputFormat = format
    configuration.maximumMatchCount = 10_000
    configuration.outputPath = "\(scratch.path)/out.jsonl"
    configuration.threadCount = 2
    configuration.chunkByteCount = 1000
    if let threshold { configuration.policy.replaceThresholds(by: Score(threshold)!) }
    let (before, after) = (Screener(watchlists: [old]), Screener(watchlists: [new]))
    func lines<Line: Decodable>(_ run: () throws -> RunResult) throws -> [Line] {
      #expect(try run().isComplete)
      let text = try #require(readFile("\(scratch.path)/out.jsonl"))
      return try text.split(separator: ASCII.lineFeed).map {
        try JSONDecoder().decode(Line.self, from: Data($0))
      }
    }
    let oldAlerts: [Alert] = try lines {
      try screenRecords(configuration, with: before, notify: { _ in })
    }
    let newAlerts: [Alert] = try lines {
      try screenRecords(configuration, with: after, notify: { _ in })
    }
    let events: [Event] = try lines {
      try rescreenRecords(
        configuration, against: ListChanges(from: before, to: after), notify: { _ in })
    }
    #expect(Set(events).count == events.count)
    #expect(Set(events) == expected(oldAlerts, newAlerts, old.entries, new.entries))
    let order = events.map(\.record.number)
    #expect(order == order.sorted())
    return events
  }

  private func expected(
    _ oldAlerts: [Alert], _ newAlerts: [Alert], _ old: [WatchlistEntry], _ new: [WatchlistEntry]
  ) -> Set<Event> {
    func hashes(_ entries: [WatchlistEntry]) -> [Party: ContentHash] {
      Dictionary(
        entries.map { (Party(list: $0.list, uid: $0.uid), $0.contentHash) },
        uniquingKeysWith: { first, _ in first })
    }
    func matches(_ alerts: [Alert]) -> [Record: [Place: Match]] {
      var matches: [Record: [Place: Match]] = [:]
      for alert in alerts {
        #expect(alert.omitted == 0)
        for match in alert.matches {
          matches[alert.record, default: [:]][Place(match)] = match
        }
      }
      return matches
    }
    let (oldHashes, newHashes) = (hashes(old), hashes(new))
    let (oldMatches, newMatches) = (matches(oldAlerts), matches(newAlerts))
    var events: Set<Event> = []
    for record in Set(oldMatches.keys).union(newMatches.keys) {
      let (before, after) = (oldMatches[record] ?? [:], newMatches[record] ?? [:])
      for place in Set(before.keys).union(after.keys) {
        let party = place.party
        if oldHashes[party] == newHashes[party] {
          #expect(before[place] == after[place], "an entry that did not change scores the same")
          continue
        }
        let change = before[place] == nil ? "new" : after[place] == nil ? "vanished" : "changed"
        let entry =
          oldHashes[party] == nil ? "added" : newHashes[party] == nil ? "removed" : "changed"
        events.insert(
          Event(
            record: record, change: change, entry: entry, before: before[place],
            after: after[place]))
      }
    }
    return events
  }
}
