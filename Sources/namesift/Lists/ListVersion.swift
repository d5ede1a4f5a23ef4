internal import NameScreening
internal import Watchlists

/// One side of a comparison: a published list, or all lists of an index.
struct ListVersion {
  /// What was loaded, as the caller named it.
  let specification: String
  /// The lists.
  let summaries: [WatchlistSummary]
  /// The entries of all of them.
  let entries: [WatchlistEntry]

  /// Loads `[KIND:]PATH`, or an index made by `compile`.
  ///
  /// - Throws: `WatchlistError` or `IndexFileError` when it is refused.
  init(_ specification: String) throws {
    self.specification = specification
    if Screener.isIndexFile(specification) {
      let screener = try Screener(indexFile: specification)
      summaries = screener.summaries
      entries = screener.allEntries
    } else {
      let list = try WatchlistLoader.load(specification: specification)
      summaries = [list.summary]
      entries = list.entries
    }
  }
}
