public import NameSimilarity

/// How a score came about: it adds up exactly.
///
/// ``gain`` is the sum of the gains of ``alignment``; ``loss`` is the sum of its losses and of the
/// losses of the unmatched tokens, all in 1/4096. The share of evidence is `gain / (gain + loss)`,
/// floored to four digits. Each step leads from one value to the next, the last of them to the
/// score.
public struct ScoreExplanation: Sendable, Hashable {
  /// A query token, or several written as one, with the listed token that it met.
  public struct AlignedToken: Sendable, Hashable {
    /// The folded query token or tokens.
    public var query: String
    /// The folded listed token or tokens.
    public var listed: String
    /// How they relate, such as `equal`, `edit`, `phonetic`.
    public var relation: String
    /// How alike they are, 0...1.
    public var similarity: Score
    /// The edits between them.
    public var distance: Int
    /// What the pair explains.
    public var gain: Int
    /// What the pair contradicts.
    public var loss: Int
  }

  /// A token that met none.
  public struct UnmatchedToken: Sendable, Hashable {
    /// The folded token.
    public var token: String
    /// Whether it is of the query or of the listed name.
    public var isOfQuery: Bool
    /// What it contradicts.
    public var loss: Int
  }

  /// Something that changes the value on the way from the share of evidence to the score.
  public struct Step: Sendable, Hashable {
    /// Its reason code.
    public var code: String
    /// The value after it.
    public var result: Score
  }

  /// The score.
  public var score: Score
  /// The reason codes, most telling first, without repeats.
  public var reasons: [String]
  /// The pairs of tokens, in query order.
  public var alignment: [AlignedToken] = []
  /// The tokens that met none, those of the query first.
  public var unmatched: [UnmatchedToken] = []
  /// The share of evidence that speaks for the pair.
  public var share = Score.zero
  /// What leads from the share to the score, in order.
  public var steps: [Step] = []
  /// The evidence for the pair.
  public var gain = 0
  /// The evidence against it.
  public var loss = 0
  /// Whether the names are the same, apart from how alike they are.
  public var agreement = NameAgreement.similar
  /// Whether names that are the same print the legal form at their end differently, case apart.
  public var spellsLegalFormDifferently = false
}
