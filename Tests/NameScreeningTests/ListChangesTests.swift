import TestSupport
import Testing
import Watchlists

@testable import NameScreening

@Suite("Changes of lists")
struct ListChangesTests {
  @Test("only what differs is indexed, changed entries first")
  func indexesDifferences() throws {
    let old = Watchlist(names: ["Alpha Trading", "Beta Trading", "Gamma Trading"])
    var new = old
    new.entries.removeFirst()
    new.entries[1].names[0].text = "Gamma Shipping"
    new.entries.insert(contentsOf: Watchlist(names: ["Delta"], list: "B").entries, at: 0)
    let changes = try ListChanges(
      from: Screener(watchlists: [old]), to: Screener(watchlists: [new]))
    #expect(changes.before.allEntries.map(\.names[0].text) == ["Gamma Trading", "Alpha Trading"])
    #expect(changes.after.allEntries.map(\.names[0].text) == ["Gamma Shipping", "Delta"])
    #expect(changes.changedCount == 1 && changes.unchangedCount == 1)
    #expect(changes.addedCount == 1 && changes.removedCount == 1)
    #expect(changes.isChanged(EntryID(rawValue: 0)) && !changes.isChanged(EntryID(rawValue: 1)))
  }

  @Test("an index with the tables of another engine is refused")
  func refusesOtherTables() throws {
    let screener = Screener(watchlists: [Watchlist(names: ["Alpha Trading"])])
    let error = #expect(throws: TableMismatch.self) {
      try ListChanges(from: screener, to: screener, tables: "0123456789abcdef")
    }
    #expect(error?.found == screener.tableVersion && error?.expected == "0123456789abcdef")
    #expect(error?.description.contains("old index has name tables") == true)
  }
}
