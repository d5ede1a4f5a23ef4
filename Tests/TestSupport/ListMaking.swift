public import Watchlists

extension Watchlist {
  /// A list of organisations with these primary names, numbered from 1.
  public init(names: [String], list: String = "TEST") {
    let entries = names.enumerated().map { i, name in
      WatchlistEntry(
        list: list, uid: String(i + 1), type: .organisation,
        names: [ListedName(name, type: .primary, strength: .strong)])
    }
    self.init(entries: entries, name: list)
  }

  /// A list of entries.
  public init(entries: [WatchlistEntry], name: String = "TEST") {
    var summary = WatchlistSummary(name: name, kind: .namesift, path: "test.csv", sha256: "")
    summary.entryCount = entries.count
    summary.nameCount = entries.reduce(0) { $0 + $1.names.count }
    self.init(summary: summary, entries: entries)
  }
}
