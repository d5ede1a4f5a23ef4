@testable import NameIndex
import NameSimilarity
import TestSupport
import Testing

/// Each path from a query token to the terms that it relates to, against a look at every term.
@Suite("Access paths")
struct AccessPathTests {
  @Test("every term that gives evidence is found", arguments: UInt64(0)..<16)
  func isComplete(seed: UInt64) throws {
    let vocabulary = try Vocabulary(seed: seed, wordCount: 400)
    var counter = TrigramIndex.Counter()
    var related = 0
    var transcribed = 0
    var grouped = 0
    for (i, query) in vocabulary.queries(400).enumerated() {
      query.withUTF8Token(transcription(i), groups(i)) { token in
        var found: [TermID] = []
        vocabulary.paths.findCandidates(of: token, &counter, into: &found)
        for id in 0..<TermID(vocabulary.terms.count) {
          let term = vocabulary.terms[id]
          let evidence =
            Int(id) < vocabulary.terms.tokenCount
            ? TokenComparison.evidence(token, term)
            : TokenComparison.evidence(token, joined: term)
          guard let evidence, evidence.relation != .initial else { continue }
          related += 1
          if evidence.relation == .transcription { transcribed += 1 }
          if [.nickname, .syllable].contains(evidence.relation) { grouped += 1 }
          #expect(found.contains(id), "query: \(query), relation: \(evidence.relation)")
        }
      }
    }
    #expect(related > 100)
    #expect(transcribed > 100)
    #expect(grouped > 100)
  }

  @Test("trigrams find what the deletion neighbourhood finds", arguments: UInt64(0)..<16)
  func trigramsAgreeWithDeletions(seed: UInt64) throws {
    // All terms with trigrams, not only the long ones: the independent cross-check.
    let vocabulary = try Vocabulary(seed: seed, wordCount: 400, allTrigrams: true)
    var counter = TrigramIndex.Counter()
    for query in vocabulary.queries(300) {
      query.withUTF8Token { token in
        var byTrigrams: [TermID] = []
        vocabulary.paths.trigrams.findCandidates(
          of: token.bytes, &counter, into: &byTrigrams)
        var byDeletions: [TermID] = []
        vocabulary.paths.findCandidates(of: token, &counter, into: &byDeletions)
        let a = vocabulary.withinBounds(of: token, byTrigrams)
        let b = vocabulary.withinBounds(of: token, byDeletions)
        #expect(a == b, "query: \(query)")
      }
    }
  }
}

/// Every other token is transcribed, from each script in turn.
private func transcription(_ i: Int) -> Transcription {
  i % 2 == 0 ? .none : Transcription.allCases[1 + i / 2 % (Transcription.allCases.count - 1)]
}

/// Every other token belongs to up to four groups of few, of either kind.
private func groups(_ i: Int) -> NameGroups {
  if i % 2 == 0 { return NameGroups(rawValue: 0) }
  var packed: UInt64 = 0
  for k in 0..<1 + i / 2 % NameGroups.maximumCount {
    let number = UInt64(1 + (i / 3 + 7 * k) % 29)
    packed = packed << 16 | (k % 2 == 0 ? number : number | 1 << 15)
  }
  return NameGroups(rawValue: packed)
}

extension String {
  /// Calls `body` with the string as a token of a name.
  fileprivate func withUTF8Token(
    _ transcription: Transcription = .none,
    _ groups: NameGroups = NameGroups(rawValue: 0), _ body: (ScorableToken) -> Void
  ) {
    var text = self
    text.withUTF8 { bytes in
      body(
        ScorableToken(
          bytes: bytes, weight: TokenWeight.one, traits: [.anchor, .fuzzy, .joinable],
          groups: groups, transcription: transcription))
    }
  }
}

/// A random vocabulary with its access paths.
private struct Vocabulary {
  let terms: TermTable
  let paths: AccessPaths
  private let words: [String]
  private let seed: UInt64
  private let memory: UnsafeMutableRawBufferPointer

  init(seed: UInt64, wordCount: Int, allTrigrams: Bool = false) throws {
    self.seed = seed
    var names = RandomNames(seed: seed)
    words = Array(Set((0..<wordCount).map { _ in names.word() }.filter { $0.utf8.count > 1 }))
      .sorted()
    var tokens = TermTableBuilder()
    var joined = TermTableBuilder()
    var paths = AccessPathsBuilder()
    var trigrams = TrigramIndexBuilder()
    for (i, word) in words.enumerated() {
      // A vocabulary for the look at edits only has no transcribed terms.
      word.withUTF8Token(allTrigrams ? .none : transcription(i / 2), groups(i / 3)) { token in
        let id = tokens.id(of: token)
        paths.add(token: id, token.bytes, tokens.records[Int(id)])
        trigrams.add(id, token.bytes)
      }
    }
    let tokenCount = tokens.count
    for (a, b) in zip(words.shuffled(using: &names.generator), words.dropFirst()) {
      (a + b).withUTF8Token { pair in
        var pair = pair
        pair.traits = [.anchor, .fuzzy]
        let id = joined.id(of: pair)
        paths.add(
          joined: id + UInt32(tokenCount), pair.bytes, joined.records[Int(id)])
      }
    }
    tokens.append(joined)
    var writer = SectionWriter()
    tokens.write(to: &writer)
    if allTrigrams { paths.trigrams = trigrams }
    paths.write(to: &writer)
    let bytes = writer.finish()
    // The tests are few and small; the memory stays for the life of the process.
    memory = .allocate(byteCount: bytes.count, alignment: 64)
    memory.copyBytes(from: bytes)
    let reader = try SectionReader(UnsafeRawBufferPointer(memory))
    terms = try TermTable(reader, tokenCount: tokenCount)
    self.paths = try AccessPaths(reader, termCount: terms.count)
  }

  /// Query words: some new, most a few edits from a word or two joined ones.
  func queries(_ count: Int) -> [String] {
    var names = RandomNames(seed: seed &+ 1)
    return (0..<count).map { i in
      let word = words[names.number(below: words.count)]
      switch i % 4 {
      case 0: return names.word() + "x"
      case 1: return words[names.number(below: words.count)] + word
      default:
        let mutated = names.mutation(of: word).filter { $0 != " " }
        return mutated.utf8.count > 1 ? mutated : word
      }
    }
  }

  /// Those of `candidates` that are tokens within the edit distance of the relation.
  func withinBounds(of token: ScorableToken, _ candidates: [TermID]) -> [TermID] {
    Set(candidates).filter { id in
      guard Int(id) < terms.tokenCount else { return false }
      let term = terms[id]
      let limit = TokenComparison.maximumDistance(length: max(token.bytes.count, term.bytes.count))
      return referenceEditDistance(Array(token.bytes), Array(term.bytes)) <= limit
    }
    .sorted()
  }
}
