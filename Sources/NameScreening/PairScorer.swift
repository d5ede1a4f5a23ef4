public import NameNormalization
public import NameSimilarity
internal import NameIndex
public import Watchlists

/// Scores two names against each other, without any list.
///
/// The score is the one that screening the first name against a list with the second one gives:
/// it depends on the names and the tables only.
public struct PairScorer: ~Copyable {
  private let tables: NameTables
  private var folder: NameFolder
  private var scorer = NameScorer()
  private var foldedQuery = FoldedName()
  private var foldedListed = FoldedName()
  private var query = ScorableName()
  private var listed = ScorableName()

  /// Creates a scorer that folds and weighs names by `tables`.
  public init(tables: NameTables = .builtin) {
    self.tables = tables
    folder = NameFolder(tables: tables)
  }

  /// The score of a query name and a listed name.
  ///
  /// - Parameters:
  ///   - query: The query name in UTF-8.
  ///   - listed: The listed name in UTF-8.
  ///   - type: What the listed party is, as far as is known.
  public mutating func score(
    _ query: UnsafeBufferPointer<UInt8>, _ listed: UnsafeBufferPointer<UInt8>, type: PartyType
  ) -> PairScore {
    if let reason = fold(query, listed, type) { return .unscreenable(reason) }
    return .score(bestReadings(PartyClass(type))?.score ?? .zero)
  }

  /// How the score of a query name and a listed name comes about; nil when one of them cannot be
  /// screened.
  public mutating func explain(
    _ query: UnsafeBufferPointer<UInt8>, _ listed: UnsafeBufferPointer<UInt8>, type: PartyType
  ) -> ScoreExplanation? {
    if fold(query, listed, type) != nil { return nil }
    guard let best = bestReadings(PartyClass(type)) else {
      return ScoreExplanation(score: .zero, reasons: [ReasonCode.nothingInCommon.rawValue])
    }
    self.query.fill(from: foldedQuery, foldedQuery.readings[best.queryReading], tables)
    self.listed.fill(from: foldedListed, foldedListed.readings[best.listedReading], tables)
    let isRomanised = isRomanised(best.queryReading, best.listedReading)
    let breakdown = scorer.breakdown(
      self.query, self.listed, PartyClass(type), isRomanised: isRomanised)
    var explanation = ScoreExplanation(
      breakdown, scorer.alignedPairs, self.query, self.listed, PartyClass(type),
      isRomanised: isRomanised, evasion: evasion(best.queryReading))
    explanation.spellsLegalFormDifferently =
      explanation.agreement == .same
      && LegalFormSpelling.differs(query, listed, folded: self.query)
    return explanation
  }

  /// How the query looks as if it was written to evade screening.
  private func evasion(_ queryReading: Int) -> [ReasonCode] {
    var codes: [ReasonCode] = []
    if foldedQuery.readings[queryReading].kind == .disguised { codes.append(.disguisedLetters) }
    if foldedQuery.notes.contains(.mixedScript) { codes.append(.mixedScript) }
    if foldedQuery.notes.contains(.invisibleCharacters) { codes.append(.invisibleCharacters) }
    return codes
  }

  private func isRomanised(_ queryReading: Int, _ listedReading: Int) -> Bool {
    foldedQuery.readings[queryReading].kind.isBySound
      || foldedListed.readings[listedReading].kind.isBySound
  }

  private mutating func fold(
    _ query: UnsafeBufferPointer<UInt8>, _ listed: UnsafeBufferPointer<UInt8>, _ type: PartyType
  ) -> UnscreenableReason? {
    UnscreenableReason(folder.foldQuery(query, into: &foldedQuery))
      ?? UnscreenableReason(folder.foldListed(listed, type, into: &foldedListed))
  }

  /// The best score over all readings that may be compared, the first of equal ones; nil when
  /// none may.
  private mutating func bestReadings(_ party: PartyClass) -> (
    queryReading: Int, listedReading: Int, score: Score
  )? {
    var best: (queryReading: Int, listedReading: Int, score: Score)?
    for i in 0..<foldedQuery.readings.count {
      query.fill(from: foldedQuery, foldedQuery.readings[i], tables)
      for j in 0..<foldedListed.readings.count
      where foldedQuery.readings[i].kind.mayMeet(foldedListed.readings[j].kind) {
        listed.fill(from: foldedListed, foldedListed.readings[j], tables)
        let score = scorer.score(query, listed, party, isRomanised: isRomanised(i, j))
        if best.map({ score > $0.score }) ?? true { best = (i, j, score) }
      }
    }
    return best
  }
}

/// The result of scoring two names.
public enum PairScore: Sendable, Hashable {
  /// Their score.
  case score(Score)
  /// One of them could not be screened.
  case unscreenable(UnscreenableReason)
}

extension UnscreenableReason {
  /// The reason that a name could not be folded, or nil when it could.
  init?(_ outcome: FoldingOutcome) {
    switch outcome {
    case .folded: return nil
    case .empty: self = .noLetterOrDigit
    case .tooManyTokens(let count):
      self = .tooManyTokens(count: count, limit: FoldedName.maximumTokenCount)
    case .tokenTooLong(let byteCount):
      self = .tokenTooLong(byteCount: byteCount, limit: FoldedName.maximumTokenLength)
    }
  }
}
