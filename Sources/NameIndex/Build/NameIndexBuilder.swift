public import NameNormalization
public import NameSimilarity

/// Collects folded names and writes them as the sections of an index.
///
/// The sections depend on the names and their order only: the same names give the same bytes.
public struct NameIndexBuilder: ~Copyable {
  private let tables: NameTables
  private var tokens = TermTableBuilder()
  private var joined = TermTableBuilder()
  private var names: [IndexedName] = []
  // Lookups only: its order reaches nothing.
  private var namesByHash: [UInt64: [NameID]] = [:]
  private var scratch = ScorableName()

  private struct IndexedName {
    var kind: ReadingKind
    var party: PartyClass
    var tokens: [TermID]
    var pairs: [TermID]
    var owners: [UInt32]
    var hasInitial: Bool
    var compactHash: UInt64

    var part: NamePart {
      hasInitial ? .withInitial : party == .person ? .person : .other
    }
  }

  /// Creates a builder whose tokens are weighed by `tables`.
  public init(tables: NameTables) { self.tables = tables }

  /// Adds every reading of a folded name.
  ///
  /// - Parameters:
  ///   - party: What the listed party is.
  ///   - owner: The number of the listed name; ascending from call to call.
  public mutating func add(_ name: borrowing FoldedName, _ party: PartyClass, owner: UInt32) {
    for reading in name.readings { add(name, reading, party, owner: owner) }
  }

  private mutating func add(
    _ name: borrowing FoldedName, _ reading: Reading, _ party: PartyClass, owner: UInt32
  ) {
    scratch.fill(from: name, reading, tables)
    var indexed = IndexedName(
      kind: reading.kind, party: party, tokens: [], pairs: [], owners: [owner],
      hasInitial: false, compactHash: compactHash(of: name, reading))
    for i in 0..<scratch.count {
      let token = scratch.token(i)
      indexed.tokens.append(tokens.id(of: token))
      if token.traits.contains(.initial) { indexed.hasInitial = true }
      let pair = scratch.joinedPair(i)
      // Numbered from 0 for now; the tokens come first once their number is known.
      indexed.pairs.append(
        pair.bytes.isEmpty ? IndexedNames.noPair : joined.id(of: pair))
    }
    let hash = indexed.tokens.withUnsafeBytes {
      hashBytes($0.bindMemory(to: UInt8.self).baseAddress!, count: $0.count)
    }
    for id in namesByHash[hash, default: []]
    where names[Int(id)].tokens == indexed.tokens && names[Int(id)].kind == indexed.kind
      && names[Int(id)].party == party
    {
      if names[Int(id)].owners.last != owner { names[Int(id)].owners.append(owner) }
      return
    }
    namesByHash[hash, default: []].append(NameID(names.count))
    names.append(indexed)
  }

  /// Adds the sections of the index to a file.
  ///
  /// - Complexity: O(*n* log *n*) in the tokens of all names.
  public consuming func write(to writer: inout IndexSections) {
    let tokenCount = tokens.count
    var terms = tokens
    terms.append(joined)
    for i in names.indices {
      for j in names[i].pairs.indices where names[i].pairs[j] != IndexedNames.noPair {
        names[i].pairs[j] += UInt32(tokenCount)
      }
    }
    writer.writer.add("index.counts", [UInt32(tokenCount)])
    terms.write(to: &writer.writer)
    Self.writePaths(terms, tokenCount: tokenCount, to: &writer.writer)
    Self.writeNames(names, terms, to: &writer.writer)
    Self.writePostings(names, terms, to: &writer.writer)
  }

  private static func writePaths(
    _ terms: TermTableBuilder, tokenCount: Int, to writer: inout SectionWriter
  ) {
    var paths = AccessPathsBuilder()
    for id in 0..<UInt32(terms.count) {
      terms.bytes(of: id).withUnsafeBufferPointer { bytes in
        if id < tokenCount {
          paths.add(token: id, bytes, terms.records[Int(id)])
        } else {
          paths.add(joined: id, bytes, terms.records[Int(id)])
        }
      }
    }
    paths.write(to: &writer)
  }

  private static func writeNames(
    _ names: [IndexedName], _ terms: TermTableBuilder, to writer: inout SectionWriter
  ) {
    var tokenOffsets: [UInt32] = [0]
    var tokens: [TermID] = []
    var pairs: [TermID] = []
    var ownerOffsets: [UInt32] = [0]
    var owners: [UInt32] = []
    var compact = HashedPostingsBuilder()
    for (id, name) in names.enumerated() {
      tokens += name.tokens
      pairs += name.pairs
      owners += name.owners
      tokenOffsets.append(UInt32(tokens.count))
      ownerOffsets.append(UInt32(owners.count))
      compact.add(name.compactHash, UInt32(id))
    }
    writer.add("name.offsets", tokenOffsets)
    writer.add("name.tokens", tokens)
    writer.add("name.pairs", pairs)
    writer.add("name.weights", tokens.map { anchorWeight(of: $0, terms) })
    writer.add("name.kinds", names.map(\.kind.rawValue))
    writer.add("name.parties", names.map(\.party.rawValue))
    writer.add("owner.offsets", ownerOffsets)
    writer.add("owner.names", owners)
    compact.write(to: &writer, "compact")
  }

  /// The weight of a term that is an anchor, 0 of another.
  private static func anchorWeight(of term: TermID, _ terms: TermTableBuilder) -> UInt16 {
    isAnchor(term, terms) ? terms.records[Int(term)].weight : 0
  }

  /// Only anchors have postings: no other term finds a name.
  private static func writePostings(
    _ names: [IndexedName], _ terms: TermTableBuilder, to writer: inout SectionWriter
  ) {
    let all = names.enumerated().map { posting(of: $1, NameID($0), terms) }
    let parts = names.map(\.part)
    let partCount = NamePart.allCases.count
    var offsets = [UInt32](repeating: 0, count: partCount * terms.count + 1)
    forEachPosting(names, terms, Array(names.indices)) { term, name in
      offsets[partCount * Int(term) + parts[Int(name)].rawValue + 1] += 1
    }
    for i in 0..<partCount * terms.count { offsets[i + 1] += offsets[i] }
    var next = offsets
    let count = Int(offsets[partCount * terms.count])
    let order = names.indices.sorted { (all[$0].loss, $0) < (all[$1].loss, $1) }
    let postings = [Posting](unsafeUninitializedCapacity: count) { postings, initializedCount in
      forEachPosting(names, terms, order) { term, name in
        let part = partCount * Int(term) + parts[Int(name)].rawValue
        // SAFETY: the offsets count the same calls, so that every place is written once.
        postings.initializeElement(at: Int(next[part]), to: all[Int(name)])
        next[part] += 1
      }
      initializedCount = count
    }
    writer.add("post.offsets", offsets)
    writer.add("post.names", postings)
  }

  /// What the postings of a name's terms hold.
  private static func posting(
    of name: IndexedName, _ id: NameID, _ terms: TermTableBuilder
  ) -> Posting {
    let anchors = name.tokens.filter { isAnchor($0, terms) }
    let initials = name.tokens.filter { isInitial($0, terms) }
    func firstByte(_ term: TermID) -> UInt8 { terms.bytes(of: term).first ?? 0 }
    return Posting(
      id, loss: loss(of: name, terms), anchors: anchors.map { Posting.code(of: $0) },
      initials: initials.map { Posting.code(ofInitial: firstByte($0)) },
      pairs: name.pairs.filter { $0 != IndexedNames.noPair }.map { Posting.code(of: $0) },
      firstBytes: name.tokens.map(firstByte), isPerson: name.party == .person)
  }

  private static func isInitial(_ term: TermID, _ terms: TermTableBuilder) -> Bool {
    TokenTraits(rawValue: terms.records[Int(term)].traits).contains(.initial)
  }

  private static func isAnchor(_ term: TermID, _ terms: TermTableBuilder) -> Bool {
    TokenTraits(rawValue: terms.records[Int(term)].traits).contains(.anchor)
  }

  /// What the anchors of a name lose when all are left over.
  private static func loss(of name: IndexedName, _ terms: TermTableBuilder) -> UInt16 {
    var loss: Int32 = 0
    for term in name.tokens {
      loss += NameScorer.unmatchedListedWeight(Int32(anchorWeight(of: term, terms)))
    }
    return UInt16(min(loss, Int32(UInt16.max)))
  }

  /// Calls `body` with every pair of an anchor term and a name that has it, once each, name by
  /// name in an order.
  private static func forEachPosting(
    _ names: [IndexedName], _ terms: TermTableBuilder, _ order: [Int],
    _ body: (TermID, NameID) -> Void
  ) {
    for id in order {
      let name = names[id]
      let all = name.tokens + name.pairs.filter { $0 != IndexedNames.noPair }
      for (i, term) in all.enumerated() where isAnchor(term, terms) && !all[..<i].contains(term) {
        body(term, NameID(id))
      }
    }
  }
}

/// The sections of an index file in the making.
public struct IndexSections: ~Copyable {
  package var writer = SectionWriter()

  /// Creates an empty file.
  public init() {}

  /// Adds a section of another module's, such as the entries of the lists.
  ///
  /// - Precondition: `name` has at most 16 bytes of ASCII.
  public mutating func add(_ name: String, _ bytes: [UInt8]) { writer.add(name, bytes) }

  /// Adds a section of numbers of another module's.
  ///
  /// - Precondition: `name` has at most 16 bytes of ASCII.
  public mutating func add<T: BitwiseCopyable>(_ name: String, _ values: [T]) {
    writer.add(name, values)
  }

  /// Adds the sections of a hash index of another module's, which ``HashedPostings`` reads.
  ///
  /// - Precondition: `name` has at most 8 bytes of ASCII.
  package mutating func addPostings(_ name: String, _ items: [(key: UInt64, number: UInt32)]) {
    var builder = HashedPostingsBuilder()
    for item in items { builder.add(item.key, item.number) }
    builder.write(to: &writer, name)
  }

  /// The bytes of the whole file.
  public consuming func finish() -> [UInt8] { writer.finish() }
}
