/// How two tokens, or a token and two joined ones, relate.
public enum TokenRelation: UInt8, Sendable, CaseIterable {
  /// The same bytes.
  case equal = 0
  /// A few edits apart.
  case edit = 1
  /// The same phonetic key and few edits apart.
  case phonetic = 2
  /// Spelling variants of one name, by the table of variant classes.
  case variant = 3
  /// One is the first letter of the other.
  case initial = 4
  /// One word in the query, two in the listed name.
  case joinedInQuery = 5
  /// Two words in the query, one in the listed name.
  case splitInQuery = 6
  /// Legal forms of the same class.
  case legalForm = 7
  /// Legal forms of different classes.
  case otherLegalForm = 8
  /// One is transcribed from another script and sounds like the other.
  case transcription = 9
  /// One is a short form of the other, or both are of one name, by the table of nicknames.
  case nickname = 10
  /// Spellings of one syllable of Chinese or Korean names, by the table of syllables.
  case syllable = 11
  /// The initials of the listed name's words.
  case acronym = 12
}

/// The evidence that one pair of tokens gives.
public struct TokenEvidence: Equatable, Sendable {
  /// How the tokens relate.
  public var relation: TokenRelation
  /// How alike they are, in 1/4096.
  public var similarity: Int32
  /// The edits between them; 0 where the relation does not count edits.
  public var distance: UInt8
  /// What the pair explains, in weight.
  public var gain: Int32
  /// What the pair contradicts, in weight.
  public var loss: Int32
  /// Whether both tokens are anchors.
  public var isAnchor: Bool

  /// Whether the same letters met, spaces aside.
  public var isToTheLetter: Bool {
    switch relation {
    case .equal: true
    case .joinedInQuery, .splitInQuery: distance == 0
    default: false
    }
  }
}

/// The one token relation that carries all fuzziness.
///
/// Every relation here has a complete access path in the index (see the article on matching):
/// a pair that gives evidence is a pair that the index finds. A change here is a change there.
public enum TokenComparison {
  // Similarities in 1/4096.
  static let variantSimilarity: Int32 = 3891  // 0.95
  static let nicknameSimilarity: Int32 = 3564  // 0.87
  static let syllableSimilarity: Int32 = 3686  // 0.90
  static let acronymSimilarity: Int32 = 3686  // 0.90
  static let legalClassSimilarity: Int32 = 3891  // 0.95
  static let otherLegalFormSimilarity: Int32 = 410  // 0.10
  static let joinedFactor: Int32 = 3973  // 0.97
  static let otherFirstLetterFactor: Int32 = 3891  // 0.95
  static let phoneticBase: Int32 = 3891  // 0.95 at one edit
  static let shortPhoneticBase: Int32 = 3359  // 0.82: in a short word a vowel is much of the name
  static let phoneticStep: Int32 = 328  // 0.08 for each further edit

  /// The gain of an initial that meets a full name: 0.8 × 0.3.
  public static let initialGain: Int32 = 983
  /// What an initial explains of the full name that it meets: 0.3.
  static let initialWeight: Int32 = 1229

  /// The shortest tokens that a shared phonetic key relates.
  public static let minimumPhoneticLength = 4
  /// The longest token that counts as short when a shared phonetic key relates it.
  static let shortPhoneticLength = 5
  /// The most edits between tokens that a shared phonetic key relates.
  public static let maximumPhoneticDistance = 2
  /// The greatest difference in length between tokens that a shared phonetic key relates.
  public static let maximumPhoneticLengthDifference = 3
  /// The shortest joined pair that may be one edit away from a token.
  public static let minimumFuzzyJoinLength = 8

  /// The most edits at which tokens are related, the longer of them having `length` bytes.
  ///
  /// Short words differ by one letter and mean another name; the bounds are those of the measured
  /// design, with a third edit from thirteen letters on.
  public static func maximumDistance(length: Int) -> Int {
    switch length {
    case ..<4: 0
    case ..<6: 1
    case ..<13: 2
    default: 3
    }
  }

  /// The evidence that query token `a` gives for listed token `b`, or nil when they do not relate.
  public static func evidence(_ a: ScorableToken, _ b: ScorableToken) -> TokenEvidence? {
    if a.traits.contains(.legalForm) && b.traits.contains(.legalForm) {
      return legalForms(a, b)
    }
    if a.bytes.count == b.bytes.count && isEqual(a.bytes, b.bytes) {
      return b.traits.contains(.acronym)
        ? paired(a, b, .acronym, similarity: acronymSimilarity, distance: 0)
        : paired(a, b, .equal, similarity: TokenWeight.one, distance: 0)
    }
    guard a.traits.contains(.fuzzy) && b.traits.contains(.fuzzy) else { return initial(a, b) }
    let approximate = closer(approximate(a, b), grouped(a, b))
    if (a.transcription == .none) == (b.transcription == .none) { return approximate }
    let similarity = transcribedSimilarity(a, b)
    if similarity <= approximate?.similarity ?? 0 { return approximate }
    return paired(a, b, .transcription, similarity: similarity, distance: 0)
  }

  /// The evidence of a query token for the joined pair `pair` of a listed name.
  public static func evidence(_ a: ScorableToken, joined pair: ScorableToken) -> TokenEvidence? {
    joined(a, pair, .joinedInQuery, minimumFuzzyLength: minimumFuzzyJoinLength)
  }

  /// The evidence of the joined pair `pair` of a query for one listed token.
  ///
  /// The bytes must be equal: pairs of the query are looked up one by one, so that a fuzzy
  /// relation would cost every query an expansion for each of its pairs.
  public static func evidence(joined pair: ScorableToken, _ b: ScorableToken) -> TokenEvidence? {
    joined(pair, b, .splitInQuery, minimumFuzzyLength: .max)
  }

  /// The evidence of a full query token for a listed initial that is its first letter, or nil when
  /// the token is not spelt in letters.
  public static func evidenceAgainstInitial(_ a: ScorableToken) -> TokenEvidence? {
    guard a.traits.contains(.fuzzy) else { return nil }
    let rest = max(0, a.weight - initialWeight)
    return TokenEvidence(
      relation: .initial, similarity: initialGain, distance: 0, gain: initialGain,
      loss: NameScorer.unmatchedQueryWeight(rest) * 4 / 5, isAnchor: false)
  }

  private static func joined(
    _ a: ScorableToken, _ b: ScorableToken, _ relation: TokenRelation, minimumFuzzyLength: Int
  ) -> TokenEvidence? {
    guard a.traits.contains(.anchor), b.traits.contains(.anchor), !b.traits.contains(.acronym)
    else { return nil }
    let length = max(a.bytes.count, b.bytes.count)
    if a.bytes.count == b.bytes.count && isEqual(a.bytes, b.bytes) {
      return paired(a, b, relation, similarity: joinedFactor, distance: 0)
    }
    guard length >= minimumFuzzyLength, a.traits.contains(.fuzzy), b.traits.contains(.fuzzy),
      mayBeWithin(1, a, b), boundedEditDistance(a.bytes.span, b.bytes.span, limit: 1) == 1
    else { return nil }
    let similarity = editSimilarity(a, b, distance: 1, length: length)
    return paired(a, b, relation, similarity: (similarity * joinedFactor) >> 12, distance: 1)
  }

  private static func legalForms(_ a: ScorableToken, _ b: ScorableToken) -> TokenEvidence {
    if a.bytes.count == b.bytes.count && isEqual(a.bytes, b.bytes) {
      return paired(a, b, .equal, similarity: TokenWeight.one, distance: 0)
    }
    return a.legalClass != 0 && a.legalClass == b.legalClass
      ? paired(a, b, .legalForm, similarity: legalClassSimilarity, distance: 0)
      : paired(a, b, .otherLegalForm, similarity: otherLegalFormSimilarity, distance: 0)
  }

  private static func approximate(_ a: ScorableToken, _ b: ScorableToken) -> TokenEvidence? {
    if a.variantClass != 0 && a.variantClass == b.variantClass {
      return paired(a, b, .variant, similarity: variantSimilarity, distance: 0)
    }
    let length = max(a.bytes.count, b.bytes.count)
    let shorter = min(a.bytes.count, b.bytes.count)
    let editLimit = maximumDistance(length: length)
    let isPhonetic =
      a.phoneticKey != 0 && a.phoneticKey == b.phoneticKey && shorter >= minimumPhoneticLength
      && length - shorter <= maximumPhoneticLengthDifference
    let limit = isPhonetic ? max(editLimit, maximumPhoneticDistance) : editLimit
    if limit == 0 || length - shorter > limit || !mayBeWithin(limit, a, b) { return nil }
    let distance = boundedEditDistance(a.bytes.span, b.bytes.span, limit: limit)
    if distance > limit { return nil }

    var relation = TokenRelation.edit
    var similarity: Int32 = 0
    if distance <= editLimit {
      similarity = editSimilarity(a, b, distance: distance, length: length)
    }
    if isPhonetic && distance <= maximumPhoneticDistance {
      let base = shorter <= shortPhoneticLength ? shortPhoneticBase : phoneticBase
      let phonetic = base - phoneticStep * Int32(distance - 1)
      if phonetic > similarity {
        similarity = phonetic
        relation = .phonetic
      }
    }
    return paired(a, b, relation, similarity: similarity, distance: UInt8(distance))
  }

  /// The evidence of tokens that share a group of names.
  private static func grouped(_ a: ScorableToken, _ b: ScorableToken) -> TokenEvidence? {
    guard let relation = a.groups.relation(to: b.groups) else { return nil }
    let similarity = relation == .syllable ? syllableSimilarity : nicknameSimilarity
    return paired(a, b, relation, similarity: similarity, distance: 0)
  }

  /// The evidence of the higher similarity, the first of equal ones.
  private static func closer(_ a: TokenEvidence?, _ b: TokenEvidence?) -> TokenEvidence? {
    guard let a, let b else { return a ?? b }
    return b.similarity > a.similarity ? b : a
  }

  private static func initial(_ a: ScorableToken, _ b: ScorableToken) -> TokenEvidence? {
    guard a.bytes[0] == b.bytes[0] else { return nil }
    if b.traits.contains(.initial) { return evidenceAgainstInitial(a) }
    if a.traits.contains(.initial) && b.traits.contains(.fuzzy) {
      return TokenEvidence(
        relation: .initial, similarity: initialGain, distance: 0, gain: initialGain,
        loss: NameScorer.unmatchedListedWeight(TokenWeight.one / 2), isAnchor: false)
    }
    return nil
  }

  /// The similarity of tokens `distance` edits apart: (1 − d/L)^1.5, a little less when the first
  /// letters differ.
  private static func editSimilarity(
    _ a: ScorableToken, _ b: ScorableToken, distance: Int, length: Int
  ) -> Int32 {
    // Exact in every run: one division and one square root, both correctly rounded.
    let kept = Double(length - distance) / Double(length)
    let similarity = Int32(kept * kept.squareRoot() * Double(TokenWeight.one))
    return a.bytes[0] == b.bytes[0] ? similarity : (similarity * otherFirstLetterFactor) >> 12
  }

  private static func paired(
    _ a: ScorableToken, _ b: ScorableToken, _ relation: TokenRelation, similarity: Int32,
    distance: UInt8
  ) -> TokenEvidence {
    let weight = (a.weight + b.weight) / 2
    let gain = (similarity * weight) >> 12
    return TokenEvidence(
      relation: relation, similarity: similarity, distance: distance, gain: gain,
      loss: weight - gain,
      isAnchor: a.traits.contains(.anchor) && b.traits.contains(.anchor))
  }

  /// Whether the letters of the tokens allow a distance of `limit`: one edit changes the set of
  /// letters by at most two.
  private static func mayBeWithin(_ limit: Int, _ a: ScorableToken, _ b: ScorableToken) -> Bool {
    (a.letters ^ b.letters).nonzeroBitCount <= 2 * limit
  }

  @inline(__always)
  private static func isEqual(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // SAFETY: the caller has compared the counts.
    var i = 0
    while i < a.count {
      if a[i] != b[i] { return false }
      i += 1
    }
    return true
  }
}
