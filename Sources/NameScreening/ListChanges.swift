internal import NameNormalization
public import Watchlists

/// What differs between two compiled indexes, ready to be screened against by itself.
///
/// How rare a word is comes from the tables and not from the lists, so an entry that is the same
/// in both indexes scores the same in both: only the others need to be screened again.
///
///     let changes = try ListChanges(from: yesterday, to: today)
///     changes.before.entryCount   // those that are gone and those that were otherwise
public struct ListChanges: Sendable {
  /// The entries that changed, as they were, and behind them those that were removed.
  public let before: Screener
  /// The entries that changed, as they are, and behind them those that were added.
  public let after: Screener
  /// The number of entries that changed: those below it are the same parties in ``before`` and
  /// ``after``.
  public let changedCount: Int
  /// The number of entries that are the same in both indexes.
  public let unchangedCount: Int
  /// The lists of the old index.
  public let oldSummaries: [WatchlistSummary]
  /// The lists of the new index.
  public let newSummaries: [WatchlistSummary]

  /// The number of entries that were added.
  public var addedCount: Int { after.entryCount - changedCount }
  /// The number of entries that were removed.
  public var removedCount: Int { before.entryCount - changedCount }

  /// Compares two indexes.
  ///
  /// - Throws: ``TableMismatch`` when the indexes were not both made with the tables of this
  ///   engine: their scores cannot be compared.
  /// - Complexity: O(*n*) in the facts of all entries, and the building of two indexes of the
  ///   entries that differ.
  public init(from old: Screener, to new: Screener) throws(TableMismatch) {
    try self.init(from: old, to: new, tables: NameTables.builtin.version)
  }

  /// Compares two indexes that must have been made with the tables of version `tables`.
  init(from old: Screener, to new: Screener, tables: String) throws(TableMismatch) {
    for screener in [old, new] where screener.tableVersion != tables {
      throw TableMismatch(
        found: screener.tableVersion, isOld: screener === old, expected: tables)
    }
    let difference = ListDifference(from: old.allEntries, to: new.allEntries)
    before = Screener(entries: difference.changed.map(\.old) + difference.removed)
    after = Screener(entries: difference.changed.map(\.new) + difference.added)
    changedCount = difference.changed.count
    unchangedCount = difference.unchangedCount
    oldSummaries = old.summaries
    newSummaries = new.summaries
  }

  /// Whether an entry of ``before`` or ``after`` is in both, in another state.
  public func isChanged(_ entry: EntryID) -> Bool { Int(entry.rawValue) < changedCount }
}

/// Two indexes that were made with other tables than those of the engine.
public struct TableMismatch: Error, Hashable, CustomStringConvertible {
  /// The version of the tables that were found.
  public let found: String
  /// Whether they are those of the old index.
  public let isOld: Bool
  /// The version of the tables of this engine.
  public let expected: String

  /// What is wrong, with the remedy.
  public var description: String {
    "the \(isOld ? "old" : "new") index has name tables \(found), this engine has \(expected): "
      + "scores cannot be compared; compile it again"
  }
}

extension Screener {
  /// Indexes entries that are not a whole list.
  fileprivate convenience init(entries: [WatchlistEntry]) {
    let summary = WatchlistSummary(name: "CHANGES", kind: .namesift, path: "", sha256: "")
    self.init(watchlists: [Watchlist(summary: summary, entries: entries)])
  }
}
