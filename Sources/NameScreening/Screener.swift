internal import NameIndex
internal import NameNormalization
internal import NameSimilarity
public import Watchlists

/// Restricted-party lists, indexed and ready to be screened against.
///
/// A screener never changes once built, so any number of threads may use one; each takes a
/// ``ScreeningWorker`` of its own.
///
///     let screener = Screener(watchlists: [try loader.load("sdn.csv")])
///     var worker = ScreeningWorker(screener, threshold: Score("0.85")!)
///     worker.screen(name)   // .alert, with the matches in worker.matches
public final class Screener: Sendable {
  /// The lists, in the order in which they were given.
  public let summaries: [WatchlistSummary]
  /// The number of entries on all lists.
  public var entryCount: Int { entries.count }
  /// The number of names on all entries.
  public var nameCount: Int { entries.nameCount }
  /// The codes of the lists that entries are on, in the order of their first entries.
  public var listCodes: [String] { entries.lists }
  /// The program tags of each list, in the order of the entries.
  public var programs: [ListedProgram] { entries.programs }
  /// The version of the engine that made the index.
  public let engineVersion: String
  /// The version of the name tables that names are folded and weighed with.
  public var tableVersion: String { tables.version }
  /// The version of ICU that the tables were made from.
  public var icuVersion: String { tables.icuVersion }

  // The views below point into the memory that this keeps alive.
  private let memory: IndexMemory
  let tables: NameTables
  let index: NameIndex
  let entries: EntryStore
  let identifiers: IdentifierIndex

  /// Indexes lists.
  ///
  /// A listed name that cannot be compared, because nothing is left of it when it is folded or
  /// because it is too long, becomes a warning of its list. How strong a name is that the
  /// Consolidated Screening List does not tell is taken from OFAC's own file, when that is there.
  ///
  /// - Complexity: O(*n* log *n*) in the tokens of all names.
  public convenience init(watchlists: [Watchlist]) {
    let memory = IndexMemory(copying: Self.compile(watchlists.withStrengthsOfPublisher()))
    do {
      try self.init(memory)
    } catch {
      fatalError("an index just made does not open: \(error)")
    }
  }

  /// Opens a compiled index by mapping it into memory.
  ///
  /// - Throws: ``IndexFileError`` when the file cannot be read or is not a whole, undamaged index
  ///   of this version.
  /// - Complexity: O(*n*) in the size of the file: every checksum is tested.
  public convenience init(indexFile path: String) throws(IndexFileError) {
    let memory = try IndexMemory(mapping: path)
    do {
      try self.init(memory)
    } catch {
      throw IndexFileError(path: path, reason: .init(error))
    }
  }

  /// Opens the bytes of an index after their checksums were made right, so that fuzzing reaches what
  /// stands behind these.
  ///
  /// - Throws: As ``init(indexFile:)``.
  @_spi(Fuzzing) public convenience init(resealing bytes: [UInt8]) throws(IndexFileError) {
    var bytes = bytes
    SectionFile.reseal(&bytes)
    do {
      try self.init(IndexMemory(copying: bytes))
    } catch {
      throw IndexFileError(path: "-", reason: .init(error))
    }
  }

  /// Whether a file starts as an index does, whatever its version and state.
  public static func isIndexFile(_ path: String) -> Bool { IndexMemory.isIndexFile(path) }

  private init(_ memory: IndexMemory) throws(SectionError) {
    self.memory = memory
    let reader = try SectionReader(memory.bytes)
    do {
      tables = try NameTables(validating: try reader.bytes("tables"))
    } catch {
      throw .damaged(section: "tables")
    }
    index = try NameIndex(reader)
    entries = try EntryStore(reader)
    identifiers = try IdentifierIndex(reader, entryCount: entries.count)
    summaries = try Self.readSummaries(try reader.bytes("summaries"))
    engineVersion = String(decoding: try reader.bytes("engine"), as: UTF8.self)
    guard index.ownerLimit <= entries.nameCount else { throw .damaged(section: "owner") }
    guard summaries.allSatisfy({ $0.entryCount <= entries.count }),
      summaries.reduce(0, { $0 + $1.entryCount }) == entries.count
    else { throw .damaged(section: "summaries") }
  }

  /// Calls `body` with the bytes of the index file: the same lists give the same bytes.
  ///
  /// The bytes go with the screener, so they are lent and not handed out.
  public func withIndexFileBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(memory.bytes)
  }

  /// The listed party of a match.
  ///
  /// - Precondition: `id` comes from this screener.
  public func entry(_ id: EntryID) -> WatchlistEntry { entries.entry(id) }

  /// The day of the list version that an entry is from; nil when the list does not tell it.
  ///
  /// - Precondition: `id` comes from this screener.
  /// - Complexity: O(*n*) in the number of lists.
  public func published(_ id: EntryID) -> CalendarDate? {
    var end = 0
    for summary in summaries {
      end += summary.entryCount
      if Int(id.rawValue) < end { return summary.published }
    }
    return nil
  }

  /// The entries on a list, given by its code.
  ///
  /// - Complexity: O(*n*) in the number of entries, none of which is decoded.
  public func entries(on list: String) -> [EntryID] { entries.entries(on: list) }

  /// The lists with their entries, as they were indexed.
  ///
  /// - Complexity: O(*n*): each entry is decoded.
  public var watchlists: [Watchlist] {
    var rest = allEntries[...]
    return summaries.map { summary in
      defer { rest = rest.dropFirst(summary.entryCount) }
      return Watchlist(summary: summary, entries: Array(rest.prefix(summary.entryCount)))
    }
  }

  /// All listed parties, in the order of the lists.
  ///
  /// - Complexity: O(*n*): each is decoded.
  public var allEntries: [WatchlistEntry] {
    (0..<UInt32(entryCount)).map { entry(EntryID(rawValue: $0)) }
  }

  /// The entries with an identifier, which is unique on one list only.
  public func entries(withUID uid: String) -> [EntryID] { entries.entries(withUID: uid) }

  private static func compile(_ watchlists: [Watchlist]) -> [UInt8] {
    let tables = NameTables.builtin
    var builder = NameIndexBuilder(tables: tables)
    var folder = NameFolder(tables: tables)
    var folded = FoldedName()
    var owner: UInt32 = 0
    var summaries = watchlists.map(\.summary)
    for (i, watchlist) in watchlists.enumerated() {
      summaries[i].entryCount = watchlist.entries.count
      var uncompared = 0
      for entry in watchlist.entries {
        for name in entry.names {
          var text = name.text
          if text.withUTF8({ folder.foldListed($0, entry.type, into: &folded) }) == .folded {
            builder.add(folded, PartyClass(entry.type), owner: owner)
          } else {
            uncompared += 1
          }
          owner += 1
        }
      }
      if uncompared > 0 {
        summaries[i].warnings.append(
          WatchlistWarning(
            path: summaries[i].path, line: 0,
            message: "name has no letter or digit, or is too long, and is not compared",
            count: uncompared))
      }
    }
    var sections = IndexSections()
    sections.add("engine", [UInt8](EngineVersion.current.utf8))
    sections.add("tables", [UInt8](tables.rawBytes))
    var encoder = ByteEncoder()
    encoder.append(summaries) { $0.append($1) }
    sections.add("summaries", encoder.bytes)
    let entries = watchlists.flatMap(\.entries)
    EntryStore.write(entries, to: &sections)
    IdentifierIndex.write(entries, to: &sections)
    builder.write(to: &sections)
    return sections.finish()
  }

  private static func readSummaries(
    _ bytes: UnsafeRawBufferPointer
  ) throws(SectionError) -> [WatchlistSummary] {
    var decoder = ByteDecoder(bytes)
    do {
      return try decoder.array { (coder) throws(DecodingFailure) in try coder.summary() }
    } catch {
      throw .damaged(section: "summaries")
    }
  }
}

extension PartyClass {
  /// What a type of party is as far as scores depend on it.
  init(_ type: PartyType) { self = type == .person ? .person : .other }
}
