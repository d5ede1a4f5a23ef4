/// Romanises tokens of scripts that the tables leave out, through ICU, and remembers the answers.
///
/// ICU's transliterator is opened at the first such token: a process that meets none pays nothing.
struct ForeignScripts: ~Copyable {
  /// The most answers to remember; at the limit all are forgotten, which changes no result.
  private static let memoLimit = 4096
  /// Longer tokens are no names that come again.
  private static let longestRemembered = 256

  private var transliterator: Transliterator?
  private var isOpened = false
  private var memo: [[UInt8]: [UInt8]] = [:]
  private var token: [UInt8] = []

  /// Starts a token.
  mutating func beginToken() { token.removeAll(keepingCapacity: true) }

  /// Adds a code point to the token.
  mutating func append(_ scalar: UInt32) {
    guard let value = Unicode.Scalar(scalar), let bytes = UTF8.encode(value) else { return }
    token.append(contentsOf: bytes)
  }

  /// The token in lower-case ASCII letters, digits and spaces.
  ///
  /// A token that ICU cannot romanise stays as it is, case-folded, so that it still meets itself.
  mutating func romanisedToken() -> [UInt8] {
    if let known = memo[token] { return known }
    let result = romanised()
    if token.count <= Self.longestRemembered {
      if memo.count == Self.memoLimit { memo.removeAll(keepingCapacity: true) }
      memo[token] = result
    }
    return result
  }

  private mutating func romanised() -> [UInt8] {
    if !isOpened {
      transliterator = Transliterator("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Lower")
      isOpened = true
    }
    let latin = transliterator?.transliterate(token) ?? []
    let ascii = latin.filter { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
      case UInt8(ascii: " "): true
      default: false
      }
    }
    if ascii.contains(where: { $0 != UInt8(ascii: " ") }) { return ascii }
    return normalized(token, form: .nfkcCaseFold) ?? token
  }
}
