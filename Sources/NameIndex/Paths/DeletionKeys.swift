/// The keys under which a token is found by tokens a few edits away.
///
/// If two strings are at most *k* edits apart, an edit being an insertion, a deletion, a
/// replacement or a swap of neighbours, then one string can be made from both by at most *k*
/// deletions. Its first `prefixLength - k` bytes come from the first `prefixLength` bytes of both,
/// since at most *k* of those are deleted before so many are collected. So each string is stored
/// and looked up under every string of that kind that its prefix gives.
///
/// Source: the deletion neighbourhood of Thomas Bocek, Ela Hunt, Burkhard Stiller, "Fast Similarity
/// Search in Large Dictionaries", 2007; the prefix is the idea of Wolf Garbe's SymSpell, 2012.
enum DeletionKeys {
  /// The bytes at the start of a token that keys are made from: with two deletions at most 28
  /// keys a token.
  static let prefixLength = 8

  /// Calls `body` with every key of `token` for up to `deletions` edits.
  ///
  /// - Precondition: `deletions` is in 0...2, and the token is at least as long.
  @inline(__always)
  static func forEach(
    _ token: UnsafeBufferPointer<UInt8>, deletions: Int, _ body: (UInt64) -> Void
  ) {
    let length = min(token.count, prefixLength)
    var prefix: UInt64 = 0
    for i in 0..<length { prefix |= UInt64(token[i]) << UInt64(8 * i) }
    let fewest = max(0, length - (prefixLength - deletions))
    if fewest == 0 { body(key(prefix, length)) }
    if deletions == 0 { return }
    for i in 0..<length where i == 0 || byte(prefix, i) != byte(prefix, i - 1) {
      let shorter = removing(i, from: prefix)
      if fewest <= 1 { body(key(shorter, length - 1)) }
      if deletions < 2 { continue }
      // The second deletion lies behind the first: each pair of places is tried once. Of a run of
      // equal bytes it does not matter which one is deleted.
      for j in i..<length - 1 where j == 0 || byte(shorter, j) != byte(shorter, j - 1) {
        body(key(removing(j, from: shorter), length - 2))
      }
    }
  }

  @inline(__always)
  private static func key(_ packed: UInt64, _ length: Int) -> UInt64 {
    // A key has at most seven bytes, so the last byte is free for the length.
    hashNumber(packed | UInt64(length) << 56)
  }

  @inline(__always)
  private static func byte(_ packed: UInt64, _ i: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: packed >> UInt64(8 * i))
  }

  @inline(__always)
  private static func removing(_ i: Int, from packed: UInt64) -> UInt64 {
    let low = packed & ((1 << UInt64(8 * i)) - 1)
    // A shift by 64 gives 0, as it should when the last byte goes.
    return low | (packed >> UInt64(8 * i + 8)) << UInt64(8 * i)
  }
}
