public import NameSimilarity

/// How a score came about: it adds up exactly.
///
/// The score is `gain / (gain + loss)` times each penalty, floored to four digits each time, and
/// not below ``raisedTo``. `gain` is the
/// sum of the gains of ``alignment``; `loss` is the sum of its losses and of the losses of the
/// unmatched tokens. Weights, gains and losses are in 1/4096.
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

  /// A factor below 1.
  public struct Penalty: Sendable, Hashable {
    /// The reason code.
    public var code: String
    /// The factor.
    public var factor: Score
  }

  /// The score.
  public var score: Score
  /// The reason codes, most telling first, without repeats.
  public var reasons: [String]
  /// The pairs of tokens, in query order.
  public var alignment: [AlignedToken] = []
  /// The tokens that met none, those of the query first.
  public var unmatched: [UnmatchedToken] = []
  /// The penalties.
  public var penalties: [Penalty] = []
  /// What the score is at least, for names with the same letters; nil when it is more anyway.
  public var raisedTo: Score?
  /// The evidence for the pair.
  public var gain = 0
  /// The evidence against it.
  public var loss = 0
}
