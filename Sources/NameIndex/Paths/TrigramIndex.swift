internal import NameSimilarity

/// Finds long tokens by the trigrams that they share with a query token.
///
/// A token of *n* bytes has *n* + 2 trigrams, its ends padded. Tokens at most *k* edits apart, the
/// longer of *n* bytes, share at least *n* + 2 − 4*k* of them: an edit destroys three trigrams, a
/// swap four. With the bounds of ``TokenComparison`` that is at least one from three bytes on, so
/// the index is complete; it costs more than the deletion neighbourhood for short tokens, but
/// stays small where that grows, for three edits. The tests hold the two against each other.
package struct TrigramIndex {
  /// The shortest tokens that are found here: a token of this length is at most three edits from
  /// one of thirteen bytes.
  package static let minimumLength = 10

  // Invariant: a posting is an index into `terms` and `lengths`, below their number.
  private let postings: HashedPostings
  private let terms: UnsafeBufferPointer<TermID>
  private let lengths: UnsafeBufferPointer<UInt16>

  /// Reads the index that ``TrigramIndexBuilder`` wrote.
  init(_ reader: SectionReader, termCount: Int) throws(SectionError) {
    postings = try HashedPostings(reader, "trigram")
    terms = try reader.numbers("trigram.terms", as: TermID.self)
    lengths = try reader.numbers("trigram.lengths", as: UInt16.self)
    for term in terms where Int(term) >= termCount { throw .damaged(section: "trigram") }
    if lengths.count != terms.count { throw .damaged(section: "trigram") }
  }

  /// The counts of shared trigrams of one query: scratch memory that a worker keeps.
  package struct Counter {
    // Invariant: `counts[t] > 0` exactly when `t` is in `touched`, once.
    fileprivate var counts: [UInt16] = []
    fileprivate var touched: [UInt32] = []

    package init() {}
  }

  /// Appends to `result` every term that is within the bounds of ``TokenComparison`` of `token`,
  /// and others.
  ///
  /// - Complexity: O(*p*) in the postings of the token's trigrams.
  package func findCandidates(
    of token: UnsafeBufferPointer<UInt8>, _ counter: inout Counter, into result: inout [TermID]
  ) {
    if counter.counts.count < terms.count {
      counter.counts = [UInt16](repeating: 0, count: terms.count)
    }
    Self.forEachTrigram(token) { key in
      postings.forEach(key) { number in
        if counter.counts[Int(number)] == 0 { counter.touched.append(number) }
        counter.counts[Int(number)] &+= 1
      }
    }
    for number in counter.touched {
      let shared = Int(counter.counts[Int(number)])
      counter.counts[Int(number)] = 0
      let length = max(token.count, Int(lengths[Int(number)]))
      if shared >= length + 2 - 4 * TokenComparison.maximumDistance(length: length) {
        result.append(terms[Int(number)])
      }
    }
    counter.touched.removeAll(keepingCapacity: true)
  }

  fileprivate static func forEachTrigram(
    _ token: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) {
    var window: UInt64 = 0
    for i in 0..<token.count + 2 {
      window = (window << 8 | (i < token.count ? UInt64(token[i]) : 0)) & 0xFF_FFFF
      body(hashNumber(window))
    }
  }
}

/// Collects the trigrams of long tokens.
package struct TrigramIndexBuilder {
  private var postings = HashedPostingsBuilder()
  private var terms: [TermID] = []
  private var lengths: [UInt16] = []

  package init() {}

  /// Adds a term.
  package mutating func add(_ id: TermID, _ bytes: UnsafeBufferPointer<UInt8>) {
    let number = UInt32(terms.count)
    terms.append(id)
    lengths.append(UInt16(clamping: bytes.count))
    TrigramIndex.forEachTrigram(bytes) { postings.add($0, number) }
  }

  /// Adds the sections to a file.
  consuming func write(to writer: inout SectionWriter) {
    writer.add("trigram.terms", terms)
    writer.add("trigram.lengths", lengths)
    postings.write(to: &writer, "trigram")
  }
}
