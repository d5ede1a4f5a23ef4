import TestSupport
import Testing

@testable import Watchlists

@Suite("The gate of lists")
struct ListGateTests {
  /// A list of organisations numbered from 1, in programs of ten.
  private static func list(_ uids: some Sequence<Int>, published: Int? = nil) -> Watchlist {
    let entries = uids.map { uid in
      var entry = WatchlistEntry(
        list: "OWN", uid: "\(uid)", type: .organisation,
        names: [ListedName("Party \(uid)", type: .primary, strength: .strong)])
      entry.programs = ["P-\(uid / 100)"]
      return entry
    }
    var summary = WatchlistSummary(name: "OWN", kind: .namesift, path: "own.csv", sha256: "ab")
    summary.published = published.flatMap { CalendarDate(year: $0, month: 1, day: 1) }
    summary.count(entries)
    return Watchlist(summary: summary, entries: entries)
  }

  private func uids(_ entries: [WatchlistEntry]) -> [Int] { entries.compactMap { Int($0.uid) } }

  @Test("an ordinary day passes whole")
  func ordinary() throws {
    var candidate = Self.list(6...105)
    candidate.entries[10].remarks = "new"
    let admitted = try ListGate().admit(candidate, inPlaceOf: Self.list(1...100))
    #expect(admitted.entries == candidate.entries)
    #expect(
      admitted.summary.gate
        == GateRecord(
          previousSHA256: "ab", addedCount: 5, changedCount: 1, removedCount: 5, heldCount: 0,
          approvedCount: 0, suspicions: []))
  }

  @Test("of more than five in a hundred gone, all stay, marked, and what is new takes effect")
  func manyRemoved() throws {
    var candidate = Self.list(7...105)
    candidate.entries[10].remarks = "new"
    let admitted = try ListGate().admit(candidate, inPlaceOf: Self.list(1...99))
    #expect(uids(admitted.entries) == Array(7...105) + Array(1...6))
    #expect(admitted.entries.filter(\.isHeld).count == 6)
    #expect(admitted.entries[10].remarks == "new")
    #expect(admitted.summary.entryCount == 105 && admitted.summary.nameCount == 105)
    let gate = try #require(admitted.summary.gate)
    #expect(gate.heldCount == 6 && gate.removedCount == 0 && gate.changedCount == 1)
    #expect(gate.suspicions == ["6 of 99 entries are gone, over 5 percent"])
  }

  @Test("exactly five in a hundred is an ordinary day")
  func limit() throws {
    let (old, new) = (Self.list(1...99), Self.list(5...99))
    #expect(try ListGate().admit(new, inPlaceOf: old).summary.gate?.heldCount == 0)
    let hundred = Self.list(1...100)
    #expect(
      try ListGate().admit(Self.list(6...100), inPlaceOf: hundred).summary.gate?.heldCount == 0)
    #expect(
      try ListGate().admit(Self.list(7...100), inPlaceOf: hundred).summary.gate?.heldCount == 6)
  }

  @Test("a program or a list that nobody is on any more is suspicious")
  func vanished() throws {
    let old = Self.list(1...200)
    let admitted = try ListGate().admit(Self.list(1...199), inPlaceOf: old)
    #expect(admitted.summary.gate?.suspicions == ["no entry is under the program P-2 any more"])
    #expect(uids(admitted.entries.filter(\.isHeld)) == [200])

    var twoLists = old
    twoLists.entries[5].list = "SUB"
    var one = twoLists
    one.entries.remove(at: 5)
    let kept = try ListGate().admit(one, inPlaceOf: twoLists)
    #expect(kept.summary.gate?.suspicions == ["no entry is on the list SUB any more"])
    #expect(kept.entries.last?.list == "SUB" && kept.entries.last?.isHeld == true)
  }

  @Test("a program that goes by changes is told, and nothing is there to hold")
  func programRenamed() throws {
    let old = Self.list(1...50)
    var new = old
    for i in new.entries.indices { new.entries[i].programs = ["Q"] }
    let admitted = try ListGate().admit(new, inPlaceOf: old)
    #expect(admitted.entries == new.entries)
    #expect(admitted.summary.gate?.suspicions == ["no entry is under the program P-0 any more"])
    #expect(admitted.summary.gate?.heldCount == 0)
  }

  @Test("what is held stays held on later days, and goes or returns as it should")
  func laterDays() throws {
    let gate = ListGate()
    let first = try gate.admit(Self.list(11...100), inPlaceOf: Self.list(1...100))
    #expect(first.summary.gate?.heldCount == 10)
    // An ordinary removal of the next day takes effect.
    let second = try gate.admit(Self.list(12...100), inPlaceOf: first)
    #expect(uids(second.entries.filter(\.isHeld)) == Array(1...10))
    #expect(second.summary.gate?.removedCount == 1 && second.summary.gate?.suspicions == [])
    // The publisher lists half of them again.
    let third = try gate.admit(Self.list(Array(6...10) + Array(12...100)), inPlaceOf: second)
    #expect(uids(third.entries.filter(\.isHeld)) == Array(1...5))
    #expect(third.entries.first { $0.uid == "6" }?.isHeld == false)
    #expect(third.summary.gate?.addedCount == 0)
    // A person approves.
    let approved = try ListGate(approvesRemovals: true)
      .admit(Self.list(12...100), inPlaceOf: second)
    #expect(uids(approved.entries) == Array(12...100))
    #expect(approved.summary.gate?.approvedCount == 10 && approved.summary.gate?.heldCount == 0)
    #expect(approved.summary.gate?.removedCount == 10)
  }

  @Test("an older version, another list and a set without its parts are refused")
  func refuses() throws {
    let inUse = Self.list(1...10, published: 2026)
    let reasons: [(GateRefusal.Reason, (inout Watchlist) -> Void)] = [
      (
        .older(
          published: CalendarDate(year: 2025, month: 1, day: 1)!,
          inUse: CalendarDate(year: 2026, month: 1, day: 1)!),
        { $0.summary.published = CalendarDate(year: 2025, month: 1, day: 1) }
      ),
      (.otherList(found: "OTHER", expected: "OWN"), { $0.summary.name = "OTHER" }),
      (.partsMissing(found: 0, inUse: 2), { $0.summary.parts = [] }),
    ]
    var current = inUse
    current.summary.parts = ["a", "b"]
    for (reason, change) in reasons {
      var candidate = current
      change(&candidate)
      let error = #expect(throws: GateRefusal.self) {
        try ListGate().admit(candidate, inPlaceOf: current)
      }
      #expect(error?.reason == reason)
      #expect(error?.description.hasPrefix("own.csv: refused: ") == true)
    }
    // The same day again, and a version without a date, are not older.
    #expect(throws: Never.self) {
      _ = try ListGate().admit(inUse, inPlaceOf: inUse)
      _ = try ListGate().admit(Self.list(1...10), inPlaceOf: inUse)
    }
  }

  @Test("of several lists each takes the place of its own, and none may be left out")
  func severalLists() throws {
    var other = Self.list(1...100)
    other.summary.name = "OTHER"
    let own = Self.list(1...100)
    let admitted = try ListGate().admit(
      [Self.list(20...100), other], inPlaceOf: [other, own], in: "in-use.nsx")
    #expect(admitted.map(\.summary.name) == ["OWN", "OTHER"])
    #expect(admitted.map { $0.summary.gate?.heldCount } == [19, 0])
    let error = #expect(throws: GateRefusal.self) {
      try ListGate().admit([own], inPlaceOf: [own, other], in: "in-use.nsx")
    }
    #expect(error?.reason == .listMissing(name: "OTHER"))
    let added = try ListGate().admit([own, other], inPlaceOf: [own], in: "in-use.nsx")
    #expect(added.map { $0.summary.gate == nil } == [false, true])
  }

  @Test("of ten transitions of the SDN list those in which a program vanished are suspicious")
  func snapshots() throws {
    let dates = [
      "2021-08-18", "2022-01-05", "2022-02-17", "2022-04-08", "2022-12-28", "2023-06-29",
      "2023-12-28", "2024-02-20", "2024-02-23", "2024-04-26", "2024-05-02",
    ]
    var lists: [Watchlist] = []
    for date in dates {
      let file = "lists/ofac_sdn/snapshots/sdn_\(date).csv.gz"
      guard let path = SharedFiles.path(file) else { return }
      lists.append(try WatchlistLoader.load(specification: path))
    }
    let gates = try zip(lists, lists.dropFirst()).map { old, new in
      try ListGate().admit(new, inPlaceOf: old).summary.gate
    }
    #expect(gates.map { $0?.heldCount } == [387, 0, 0, 128, 0, 211, 0, 0, 98, 0])
    #expect(gates.map { $0?.removedCount } == [0, 1, 1, 0, 80, 0, 6, 0, 0, 0])
    let programs = ["BELARUS-EO", "BURUNDI", "FSE-SY", "ILLICIT-DRUGS-EO", "PEESA", "ZIMBABWE"]
    #expect(
      gates.flatMap { $0?.suspicions ?? [] }
        == programs.map { "no entry is under the program \($0) any more" })
    // The additions of the largest day are not held back.
    #expect(gates[7]?.addedCount == 553)
  }
}
