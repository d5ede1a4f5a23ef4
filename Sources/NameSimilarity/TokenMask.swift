/// A set of up to 128 tokens.
struct TokenMask {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// Creates an empty set.
  init() {}

  /// Creates a set of `count` tokens from `first`.
  init(from first: Int, count: Int) {
    for i in first..<first + count {
      if i < 64 { low |= 1 << UInt64(i) } else { high |= 1 << UInt64(i - 64) }
    }
  }

  /// Whether token `i` is in the set.
  func contains(_ i: Int) -> Bool {
    i < 64 ? low >> UInt64(i) & 1 != 0 : high >> UInt64(i - 64) & 1 != 0
  }

  /// Whether the sets share a token.
  func intersects(_ other: TokenMask) -> Bool { low & other.low | high & other.high != 0 }

  /// The tokens of both sets.
  func union(_ other: TokenMask) -> TokenMask {
    var union = self
    union.low |= other.low
    union.high |= other.high
    return union
  }
}
