extension FoldedName {
  /// Gives each token its class, and joins the words of legal forms; the longest entry of the
  /// tables that fits counts.
  mutating func classifyTokens(from first: Int, with tables: NameTables) {
    var written = first
    var next = first
    while next < tokenCount {
      var token = tokens[next]
      let isLast = next + 1 == tokenCount
      next += classify(&token, at: next, longestEntry(at: next, tables, rewriting: false))
      if token.tokenClass == .filler {
        // A filler stands between words; at an end it is part of the name: `YK-AND`.
        if !isLast && written > first { continue }
        token.tokenClass = .particle
      }
      tokens[written] = token
      written += 1
    }
    tokenCount = written
  }

  /// Does what ``classifyTokens(from:with:)`` does, and writes words and phrases as the tables
  /// rewrite them; a word that is said twice running is written once.
  ///
  /// The tokens as they were are left in `wordsAsWritten` if that changed any, which is else empty.
  ///
  /// - Precondition: `byteCount` is the end of the last token.
  mutating func rewriteTokens(from first: Int, with tables: NameTables) {
    wordsAsWritten.removeAll(keepingCapacity: true)
    var written = first
    var next = first
    while next < tokenCount {
      var token = tokens[next]
      let entry = longestEntry(at: next, tables, rewriting: true)
      if let entry, entry.slot.replacement.rawValue != 0 {
        keepWordsAsWritten(first, written, next)
        let gap = write(entry.slot.replacement, at: &written, next + entry.wordCount, tables)
        next += entry.wordCount + gap
        continue
      }
      let isLast = next + 1 == tokenCount
      let wordCount = classify(&token, at: next, entry)
      if token.tokenClass == .filler {
        if !isLast && written > first {
          next += wordCount
          continue
        }
        token.tokenClass = .particle
      }
      if entry == nil && isServantName(token, tables) {
        keepWordsAsWritten(first, written, next)
        next += writeServant(of: &token, at: &written, next + 1)
      } else if entry == nil && written > first && isServant(tokens[written - 1])
        && beginsWithArticle(token)
      {
        keepWordsAsWritten(first, written, next)
        token.start += 2
        token.length -= 2
      } else if repeats(token, at: written, first) {
        keepWordsAsWritten(first, written, next)
        next += wordCount
        continue
      }
      tokens[written] = token
      written += 1
      next += wordCount
    }
    tokenCount = written
  }

  /// Keeps the words of the name before the first of them changes.
  private mutating func keepWordsAsWritten(_ first: Int, _ written: Int, _ next: Int) {
    if !wordsAsWritten.isEmpty { return }
    for i in first..<written { wordsAsWritten.append(tokens[i]) }
    for i in next..<tokenCount { wordsAsWritten.append(tokens[i]) }
  }

  /// Makes a token what its bytes or an entry of the tables say it is.
  ///
  /// - Returns: The number of words that the token is made of.
  @inline(__always)
  private func classify(
    _ token: inout FoldedToken, at index: Int, _ entry: (slot: ClassSlot, wordCount: Int)?
  ) -> Int {
    if token.tokenClass == .number {
      token.length = lengthWithoutOrdinal(token)
      return 1
    }
    if token.length == 1 && token.tokenClass == .name { token.tokenClass = .initial }
    guard let entry else { return 1 }
    apply(entry.slot, to: &token, last: tokens[index + entry.wordCount - 1])
    return entry.wordCount
  }

  /// The entry of the tables for the most words from token `index`, or nil.
  @inline(__always)
  private func longestEntry(
    at index: Int, _ tables: NameTables, rewriting: Bool
  ) -> (slot: ClassSlot, wordCount: Int)? {
    let token = tokens[index]
    let start = bytes + Int(token.start)
    let bit = guardBit(word(start, min(Int(token.length), 8)))
    guard tables.classGuard[bit >> 3] & (1 << UInt8(bit & 7)) != 0, token.tokenClass != .number,
      let slot = tables.classSlot(start, Int(token.length))
    else { return nil }
    var wordCount = min(Int(slot.maximumWordCount), tokenCount - index)
    while wordCount > 1 {
      let last = tokens[index + wordCount - 1]
      let length = Int(last.start) + Int(last.length) - Int(token.start)
      if let phrase = tables.classSlot(start, length), phrase.isUsed(rewriting) {
        return (phrase, wordCount)
      }
      wordCount -= 1
    }
    return slot.isUsed(rewriting) ? (slot, 1) : nil
  }

  /// Makes a token what an entry says it is; the token reaches to the end of `last`.
  private func apply(_ slot: ClassSlot, to token: inout FoldedToken, last: FoldedToken) {
    token.length = UInt16(truncatingIfNeeded: last.start + UInt32(last.length) - token.start)
    token.tokenClass = TokenClass(rawValue: slot.tokenClass) ?? .name
    token.legalClass = slot.legalClass
  }

  /// Whether a word says again what the token before it says.
  ///
  /// Short words are left alone: Chinese given names repeat a syllable, and the longest syllable
  /// of pinyin has six letters and ends in `ng`.
  private func repeats(_ token: FoldedToken, at written: Int, _ first: Int) -> Bool {
    guard written > first, token.tokenClass == .name, token.length >= 5 else { return false }
    let before = tokens[written - 1]
    guard before.length == token.length, before.tokenClass == .name else { return false }
    let a = bytes + Int(before.start)
    let b = bytes + Int(token.start)
    let count = Int(token.length)
    if count <= 6 && b[count - 1] == UInt8(ascii: "g") || b[0] >= 0x80 { return false }
    for i in 0..<count where a[i] != b[i] { return false }
    return true
  }

  /// The length of a number without the letters of an English ordinal: `64th` is `64`.
  private func lengthWithoutOrdinal(_ token: FoldedToken) -> UInt16 {
    let count = Int(token.length)
    guard count > 2 else { return token.length }
    let text = bytes + Int(token.start)
    for i in 0..<count - 2 where text[i] > UInt8(ascii: "9") { return token.length }
    switch (text[count - 2], text[count - 1]) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return token.length - 2
    default: return token.length
    }
  }

  /// Writes the words of `text` as tokens from `written` on, which it moves behind them.
  ///
  /// - Parameter end: The first token that is not replaced.
  /// - Returns: By how many places the tokens from `end` on had to make room.
  private mutating func write(
    _ text: StringReference, at written: inout Int, _ end: Int, _ tables: NameTables
  ) -> Int {
    // A space stands between the words and what is there already.
    var start = byteCount + 1
    reserve(start + text.length + 1)
    (bytes + start).update(from: tables.strings + text.offset, count: text.length)
    byteCount = start + text.length
    var gap = 0
    for i in start...byteCount where i == byteCount || bytes[i] == UInt8(ascii: " ") {
      if i > start {
        if written == end + gap {
          openGap(at: written)
          gap += 1
        }
        tokens[written] = rewrittenToken(start, i - start, tables)
        written += 1
      }
      start = i + 1
    }
    return gap
  }

  private func rewrittenToken(_ start: Int, _ count: Int, _ tables: NameTables) -> FoldedToken {
    var token = FoldedToken(
      start: UInt32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: count),
      tokenClass: .name)
    if bytes[start] <= UInt8(ascii: "9") {
      token.tokenClass = .number
    } else if let slot = tables.classSlot(bytes + start, count), slot.replacement.rawValue == 0 {
      apply(slot, to: &token, last: token)
    }
    return token
  }

  /// Moves the tokens from `index` on one place up.
  mutating func openGap(at index: Int) {
    append(FoldedToken(start: 0, length: 1, tokenClass: .name))
    var i = tokenCount - 1
    while i > index {
      tokens[i] = tokens[i - 1]
      i -= 1
    }
  }
}
