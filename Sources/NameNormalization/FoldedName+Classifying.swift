extension FoldedName {
  /// Gives each token its class, joins the words of legal forms, and writes words and phrases that
  /// the tables rewrite as the tables say; the longest entry that fits counts.
  ///
  /// - Precondition: `byteCount` is the end of the last token.
  mutating func classifyTokens(from first: Int, with tables: NameTables) {
    var written = first
    var next = first
    while next < tokenCount {
      var token = tokens[next]
      var wordCount = 1
      if token.tokenClass == .number {
        token.length = lengthWithoutOrdinal(token)
      } else {
        if token.length == 1 { token.tokenClass = .initial }
        if let entry = longestEntry(at: next, tables) {
          wordCount = entry.wordCount
          if entry.slot.replacement.rawValue != 0 {
            let gap = write(entry.slot.replacement, at: &written, next + wordCount, tables)
            next += wordCount + gap
            continue
          }
          apply(entry.slot, to: &token, last: tokens[next + wordCount - 1])
        }
      }
      if !repeats(token, at: written, first) {
        tokens[written] = token
        written += 1
      }
      next += wordCount
    }
    tokenCount = written
  }

  /// The entry of the tables for the most words from token `index`, or nil.
  @inline(__always)
  private func longestEntry(
    at index: Int, _ tables: NameTables
  ) -> (slot: ClassSlot, wordCount: Int)? {
    let token = tokens[index]
    let start = bytes + Int(token.start)
    let bit = guardBit(word(start, min(Int(token.length), 8)))
    guard tables.classGuard[bit >> 3] & (1 << UInt8(bit & 7)) != 0,
      let slot = tables.classSlot(start, Int(token.length))
    else { return nil }
    var wordCount = min(Int(slot.maximumWordCount), tokenCount - index)
    while wordCount > 1 {
      let last = tokens[index + wordCount - 1]
      let length = Int(last.start) + Int(last.length) - Int(token.start)
      if let phrase = tables.classSlot(start, length), !phrase.isOnlyBeginning {
        return (phrase, wordCount)
      }
      wordCount -= 1
    }
    return slot.isOnlyBeginning ? nil : (slot, 1)
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
  private mutating func openGap(at index: Int) {
    append(FoldedToken(start: 0, length: 1, tokenClass: .name))
    var i = tokenCount - 1
    while i > index {
      tokens[i] = tokens[i - 1]
      i -= 1
    }
  }
}
