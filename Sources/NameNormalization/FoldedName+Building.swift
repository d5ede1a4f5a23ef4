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
    classifyTokens(from: draft.firstToken, with: tables)
    let count = tokenCount - draft.firstToken
    if count == 0 { return .empty }
    if count > Self.maximumTokenCount { return .tooManyTokens(count: count) }
    readings.append(
      Reading(
        kind: draft.kind, firstToken: UInt32(draft.firstToken), tokenCount: UInt32(count)))
    return .folded
  }

  /// Gives each token its class and joins the words of legal forms, longest form first.
  private mutating func classifyTokens(from first: Int, with tables: NameTables) {
    let end = tokenCount
    var written = first
    var next = first
    while next < end {
      var token = tokens[next]
      var wordCount = 1
      let start = bytes + Int(token.start)
      let bit = guardBit(word(start, min(Int(token.length), 8)))
      if token.length == 1 && token.tokenClass == .name { token.tokenClass = .initial }
      if tables.classGuard[bit >> 3] & (1 << UInt8(bit & 7)) != 0, token.tokenClass != .number,
        let slot = tables.classSlot(start, Int(token.length))
      {
        wordCount = join(&token, next, end, slot, tables)
      }
      tokens[written] = token
      written += 1
      next += wordCount
    }
    tokenCount = written
  }

  /// Applies what the tables say of a word, alone or with those after it.
  ///
  /// - Returns: The number of words that became one token.
  private func join(
    _ token: inout FoldedToken, _ index: Int, _ end: Int, _ slot: ClassSlot, _ tables: NameTables
  ) -> Int {
    let start = Int(token.start)
    var wordCount = min(Int(slot.maximumWordCount), end - index)
    while wordCount > 1 {
      let last = tokens[index + wordCount - 1]
      let length = Int(last.start) + Int(last.length) - start
      if let form = tables.classSlot(bytes + start, length), form.legalClass > 0 {
        token.length = UInt16(length)
        token.tokenClass = .legalForm
        token.legalClass = form.legalClass
        return wordCount
      }
      wordCount -= 1
    }
    if let tokenClass = TokenClass(rawValue: slot.tokenClass), tokenClass != .name {
      token.tokenClass = tokenClass
      token.legalClass = slot.legalClass
    }
    return 1
  }
}
