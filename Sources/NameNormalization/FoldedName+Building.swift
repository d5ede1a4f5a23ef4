extension FoldedName {
  /// The tokens that are kept before words of legal forms are joined; more are only counted.
  ///
  /// Joining makes one token of at most eight, so a reading with more than this has over 128.
  static let maximumWordCount = 8 * maximumTokenCount

  /// A reading that is being written.
  struct Draft {
    let kind: ReadingKind
    let firstToken: Int
    /// Where the token in progress starts.
    var tokenStart: Int
    /// Where the next byte goes.
    var end: Int
    /// Whether the token in progress has a digit.
    var hasDigit = false
    /// The script that the token in progress is romanised from.
    var script = TokenScript.latin
    /// Tokens that were counted and not kept.
    var excess = 0
    /// The length of the first token over the limit, or 0.
    var tooLong = 0

    init(_ kind: ReadingKind, in name: borrowing FoldedName) {
      self.kind = kind
      firstToken = name.tokenCount
      // A space stands between this reading and the one before it.
      end = name.byteCount == 0 ? 0 : name.byteCount + 1
      tokenStart = end
    }
  }

  /// Ends the token in progress, if it has any bytes, and leaves a space after it.
  ///
  /// - Precondition: There is room for one more byte.
  @inline(__always)
  mutating func closeToken(_ draft: inout Draft) {
    let length = draft.end - draft.tokenStart
    if length == 0 { return }
    if length > Self.maximumTokenLength || tokenCount - draft.firstToken == Self.maximumWordCount {
      refuseToken(&draft, length)
    } else {
      if draft.hasDigit && hasLetter(draft) { mayBeDisguised = true }
      append(
        FoldedToken(
          start: UInt32(truncatingIfNeeded: draft.tokenStart),
          length: UInt16(truncatingIfNeeded: length), tokenClass: draft.hasDigit ? .number : .name,
          script: draft.script))
      bytes[draft.end] = UInt8(ascii: " ")
      draft.end += 1
    }
    draft.tokenStart = draft.end
    draft.hasDigit = false
    draft.script = .latin
  }

  private func hasLetter(_ draft: Draft) -> Bool {
    for i in draft.tokenStart..<draft.end where bytes[i] > UInt8(ascii: "9") { return true }
    return false
  }

  private func refuseToken(_ draft: inout Draft, _ length: Int) {
    if length > Self.maximumTokenLength {
      if draft.tooLong == 0 { draft.tooLong = length }
    } else {
      draft.excess += 1
    }
    draft.end = draft.tokenStart
  }

  /// Classifies the tokens of the draft and makes a reading of them.
  ///
  /// - Precondition: The last token is closed.
  mutating func finish(_ draft: Draft, with tables: NameTables) -> FoldingOutcome {
    byteCount = max(draft.end - 1, 0)
    if draft.tooLong > 0 { return .tokenTooLong(byteCount: draft.tooLong) }
    if draft.excess > 0 {
      return .tooManyTokens(count: tokenCount - draft.firstToken + draft.excess)
    }
    if draft.kind != .plain && draft.kind != .romanised {
      classifyTokens(from: draft.firstToken, with: tables)
      return addReading(draft.kind, from: draft.firstToken)
    }
    rewriteTokens(from: draft.firstToken, with: tables)
    if wordsAsWritten.isEmpty { return addReading(draft.kind, from: draft.firstToken) }
    // Rewriting may make two words of one; a name that grows too long by that is not rewritten.
    if tokenCount - draft.firstToken > Self.maximumTokenCount {
      tokenCount = draft.firstToken
    } else {
      _ = addReading(draft.kind, from: draft.firstToken)
    }
    // What was rewritten may be part of another spelling, so the name is kept as it was, too.
    let first = tokenCount
    for token in wordsAsWritten { append(token) }
    classifyTokens(from: first, with: tables)
    return addReading(draft.kind, from: first)
  }

  private mutating func addReading(_ kind: ReadingKind, from first: Int) -> FoldingOutcome {
    let count = tokenCount - first
    if count == 0 { return .empty }
    if count > Self.maximumTokenCount { return .tooManyTokens(count: count) }
    readings.append(
      Reading(kind: kind, firstToken: UInt32(first), tokenCount: UInt32(count)))
    return .folded
  }
}
