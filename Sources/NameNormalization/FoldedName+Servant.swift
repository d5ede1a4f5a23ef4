// Arabic names of the form "servant of X" are written in one word, in two or in three, with the
// article as it is spelt or as it is spoken: Abd al-Rahman, Abdul Rahman, Abdelrahman. They all
// become the tokens `abdul` and X. The tables rewrite those with well-known X and say what begins
// such a name; these rules do it for any other X.
extension FoldedName {
  /// Whether a word is one like `abdelmoumen`.
  func isServantName(_ token: FoldedToken, _ tables: NameTables) -> Bool {
    let text = bytes + Int(token.start)
    guard token.length >= 9, beginsWithServant(text), isArticle(text + 3),
      tables.classSlot(text, 5)?.beginsCompounds == 1
    else { return false }
    // `abdullah` and what is made of it are words of their own.
    return text[5] != UInt8(ascii: "l") || text[6] == UInt8(ascii: "i")
  }

  /// Writes `abdul` as a token and leaves the rest of the word in `token`.
  ///
  /// - Parameter end: The first token after the word.
  /// - Returns: By how many places the tokens from `end` on had to make room.
  mutating func writeServant(
    of token: inout FoldedToken, at written: inout Int, _ end: Int
  ) -> Int {
    let start = byteCount + 1
    reserve(start + 6)
    (bytes + start).update(from: bytes + Int(token.start), count: 5)
    bytes[start + 3] = UInt8(ascii: "u")
    byteCount = start + 5
    var gap = 0
    if written == end - 1 {
      openGap(at: end - 1)
      gap = 1
    }
    tokens[written] = FoldedToken(
      start: UInt32(truncatingIfNeeded: start), length: 5, tokenClass: .name)
    written += 1
    token.start += 5
    token.length -= 5
    return gap
  }

  /// Whether a token is `abdul` or `abd`.
  func isServant(_ token: FoldedToken) -> Bool {
    let text = bytes + Int(token.start)
    return token.length == 3 && beginsWithServant(text)
      || token.length == 5 && beginsWithServant(text) && isArticle(text + 3)
  }

  /// Whether a word is one like `albasir`, with an article before a name.
  func beginsWithArticle(_ token: FoldedToken) -> Bool {
    // Names that begin with the same letters, such as `alim`, are shorter.
    token.length >= 6 && token.tokenClass == .name && isArticle(bytes + Int(token.start))
  }

  private func beginsWithServant(_ text: UnsafeMutablePointer<UInt8>) -> Bool {
    text[0] == UInt8(ascii: "a") && text[1] == UInt8(ascii: "b") && text[2] == UInt8(ascii: "d")
  }

  private func isArticle(_ text: UnsafeMutablePointer<UInt8>) -> Bool {
    switch text[0] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "u"): text[1] == UInt8(ascii: "l")
    default: false
    }
  }
}
