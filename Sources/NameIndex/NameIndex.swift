package import NameSimilarity

/// The names of restricted-party lists, ready to be searched: vocabulary, access paths, postings.
///
/// It is a view of the bytes of an index file, in memory or mapped, and never changes; any number
/// of threads may read it.
public struct NameIndex: @unchecked Sendable {
  // Immutable memory behind pointers, hence Sendable.
  package let terms: TermTable
  package let names: IndexedNames
  let paths: AccessPaths
  let postings: TermPostings
  let compact: HashedPostings
  /// The greatest weight of a term that is no anchor: what a legal form can gain at most.
  let maximumFreeWeight: Int32
  /// Whether a name has an initial.
  let hasInitials: Bool

  /// Opens the sections that ``NameIndexBuilder`` wrote.
  ///
  /// - Throws: ``SectionError`` when they do not fit each other.
  /// - Complexity: O(*n*) in the size of the index: every number that is used as an index is checked.
  package init(_ reader: SectionReader) throws(SectionError) {
    let counts = try reader.numbers("index.counts", as: UInt32.self)
    guard counts.count == 1 else { throw .damaged(section: "index.counts") }
    terms = try TermTable(reader, tokenCount: Int(counts[0]))
    names = try IndexedNames(reader, terms: terms)
    paths = try AccessPaths(reader, termCount: terms.count)
    postings = try TermPostings(reader, termCount: terms.count, nameCount: names.count)
    compact = try HashedPostings(reader, "compact")
    var freeWeight: Int32 = 0
    var anyInitial = false
    for id in 0..<TermID(terms.tokenCount) {
      let traits = terms.traits(of: id)
      if !traits.contains(.anchor) { freeWeight = max(freeWeight, terms.weight(of: id)) }
      if traits.contains(.initial) { anyInitial = true }
    }
    maximumFreeWeight = freeWeight
    hasInitials = anyInitial
  }

  /// One more than the greatest number of a listed name that the index stands for.
  package var ownerLimit: Int { names.ownerLimit }

  /// The most that listed tokens lose as leftovers which a term spares them by meeting it.
  ///
  /// A joined pair spares the loss of both its parts, which its own weight tells unless it was cut
  /// at one.
  func lossSpared(by term: TermID) -> Int32 {
    let weight = terms.weight(of: term)
    if Int(term) >= terms.tokenCount && weight == TokenWeight.one {
      return 2 * NameScorer.unmatchedListedWeight(TokenWeight.one)
    }
    return NameScorer.unmatchedListedWeight(weight)
  }

  /// Fills `scorable` with a name of the index.
  package func fill(_ scorable: inout ScorableName, with name: NameID) {
    scorable.removeAll()
    let tokens = names.tokens(of: name)
    let pairs = names.pairs(of: name)
    for i in tokens.indices {
      scorable.append(
        terms[tokens[i]],
        joinedWithNext: pairs[i] == IndexedNames.noPair ? .none : terms[pairs[i]])
    }
  }
}
