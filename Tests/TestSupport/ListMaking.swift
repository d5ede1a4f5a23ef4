public import Watchlists

extension Watchlist {
  /// A list of organisations with these primary names, numbered from 1.
  public init(names: [String], list: String = "TEST") {
    let entries = names.enumerated().map { i, name in
      WatchlistEntry(
        list: list, uid: String(i + 1), type: .organisation,
        names: [ListedName(name, type: .primary, strength: .strong)])
    }
    var summary = WatchlistSummary(name: list, kind: .namesift, path: "test.csv", sha256: "")
    summary.entryCount = entries.count
    summary.nameCount = entries.count
    self.init(summary: summary, entries: entries)
  }
}
