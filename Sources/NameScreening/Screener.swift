public import NameSimilarity
public import Watchlists

/// Restricted-party lists, indexed and ready to be screened against.
///
/// A screener never changes once built, so any number of threads may use one; each takes a
/// ``ScreeningWorker`` of its own.
public final class Screener: Sendable {
  /// The lists, in the order in which they were given.
  public let summaries: [WatchlistSummary]
  /// The number of entries on all lists.
  public var entryCount: Int { entries.count }
  /// The number of names on all entries.
  public let nameCount: Int
  /// The version of the name tables that names are folded and weighed with.
  public var tableVersion: String { "0" }
  /// The version of ICU that the tables were made from.
  public var icuVersion: String { "72.1" }

  let entries: [WatchlistEntry]

  /// Indexes lists.
  public init(watchlists: [Watchlist]) {
    summaries = watchlists.map(\.summary)
    entries = watchlists.flatMap(\.entries)
    nameCount = entries.reduce(0) { $0 + $1.names.count }
  }

  /// Opens a compiled index by mapping it into memory.
  ///
  /// - Throws: ``IndexFileError`` when the file cannot be read or is not a whole, undamaged index
  ///   of this version.
  public convenience init(indexFile path: String) throws(IndexFileError) {
    throw IndexFileError(path: path, reason: .notAnIndex)
  }

  /// Writes the index to a file: the same lists give the same bytes.
  ///
  /// The caller renames the file into place; this writes to `path` itself.
  ///
  /// - Throws: ``IndexFileError`` when the file cannot be written.
  public func write(toIndexFile path: String) throws(IndexFileError) {
    throw IndexFileError(path: path, reason: .notAnIndex)
  }

  /// The listed party of a match.
  public func entry(_ id: EntryID) -> WatchlistEntry { entries[Int(id.rawValue)] }
}

/// The number of an entry within a screener, counting from 0 over all lists.
public struct EntryID: Sendable, Hashable {
  /// The number.
  public let rawValue: UInt32
  /// Creates an identifier.
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A listed party that a name may refer to.
public struct NameMatch: Sendable, Hashable {
  /// The party.
  public var entry: EntryID
  /// The name of the party that is most like the screened one, as an index into its names.
  public var nameIndex: Int
  /// How alike the names are.
  public var score: Score
}

/// What screening one name gave.
public enum NameVerdict: Sendable, Hashable {
  /// No listed name reaches the threshold.
  case clear
  /// At least one does.
  case alert
  /// The name could not be screened.
  case unscreenable(UnscreenableReason)
}

/// Why a name could not be screened.
public enum UnscreenableReason: Sendable, Hashable {
  /// Nothing is left of it when it is folded.
  case noLetterOrDigit
  /// It has more tokens than are compared.
  case tooManyTokens(count: Int, limit: Int)
}

/// A problem with an index file.
public struct IndexFileError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case notAnIndex
    case truncated(byteCount: Int, expected: Int)
    case otherVersion(found: Int, expected: Int)
    case damagedSection(name: String)
    case system(operation: String, errno: Int32)
  }
  /// The file, as the caller named it.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  public var description: String {
    switch reason {
    case .notAnIndex: "\(path): not a namesift index"
    case .truncated(let byteCount, let expected):
      "\(path): index is \(byteCount) bytes long and should be \(expected); compile it again"
    case .otherVersion(let found, let expected):
      "\(path): index has format version \(found), this engine reads \(expected); compile it again"
    case .damagedSection(let name):
      "\(path): section '\(name)' does not match its checksum; compile it again"
    case .system(let operation, let errno): "\(path): \(operation) failed (errno \(errno))"
    }
  }
}
