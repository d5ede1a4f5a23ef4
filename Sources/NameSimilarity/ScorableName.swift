/// A name prepared for comparison: its tokens and the pairs of neighbours written as one.
///
/// A worker keeps one for its whole life and fills it again for every name. The bytes that the
/// tokens point to must outlive the comparison; the bytes of joined pairs are kept here.
public struct ScorableName: ~Copyable {
  // Invariant: `joined[i]` is the pair of tokens i and i + 1, or `ScorableToken.none`; there are
  // as many of them as tokens once `finish()` was called.
  private(set) var tokens: [ScorableToken] = []
  private(set) var joined: [ScorableToken] = []
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity = 4096
  private var arenaCount = 0

  /// The number of tokens.
  public var count: Int { tokens.count }

  /// The token at `i`.
  public func token(_ i: Int) -> ScorableToken { tokens[i] }

  /// The pair that tokens `i` and `i + 1` make, or ``ScorableToken/none``.
  public func joinedPair(_ i: Int) -> ScorableToken { joined[i] }

  /// Creates an empty name.
  public init() { arena = .allocate(capacity: arenaCapacity) }

  deinit { arena.deallocate() }

  /// Forgets the tokens but keeps the memory.
  public mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    joined.removeAll(keepingCapacity: true)
    arenaCount = 0
  }

  /// Adds a token.
  public mutating func append(_ token: ScorableToken) { tokens.append(token) }

  /// Adds a token and the pair that it makes with the next one, ``ScorableToken/none`` when it
  /// makes none: for names whose pairs are stored. ``finish()`` is not needed then.
  public mutating func append(_ token: ScorableToken, joinedWithNext pair: ScorableToken) {
    tokens.append(token)
    joined.append(pair)
  }

  /// Makes the pairs of all tokens added so far.
  ///
  /// - Complexity: O(*n*) in the bytes of the name.
  public mutating func finish() {
    joined.removeAll(keepingCapacity: true)
    var needed = 0
    for token in tokens { needed += 2 * token.bytes.count }
    if needed > arenaCapacity {
      arena.deallocate()
      arenaCapacity = needed
      arena = .allocate(capacity: needed)
    }
    arenaCount = 0
    for i in tokens.indices {
      joined.append(i + 1 < tokens.count ? pair(tokens[i], tokens[i + 1]) : .none)
    }
  }

  private mutating func pair(_ first: ScorableToken, _ second: ScorableToken) -> ScorableToken {
    guard ScorableToken.mayJoin(first.traits, second.traits) else { return .none }
    // SAFETY: every token takes part in two pairs at most, so all pairs fit into the `needed`
    // bytes that `finish()` reserves, and the arena does not move until the next call of it.
    let start = arena + arenaCount
    start.initialize(from: first.bytes.baseAddress!, count: first.bytes.count)
    (start + first.bytes.count).initialize(
      from: second.bytes.baseAddress!, count: second.bytes.count)
    let count = first.bytes.count + second.bytes.count
    arenaCount += count
    return .joining(first, second, bytes: UnsafeBufferPointer(start: start, count: count))
  }

  /// Whether the names are the same when the spaces between their tokens are dropped, and whether
  /// even their tokens are the same. The initials of a name are not the name.
  static func compactEquality(
    _ a: borrowing ScorableName, _ b: borrowing ScorableName
  ) -> CompactEquality {
    if let first = b.tokens.first, first.traits.contains(.acronym) { return .different }
    var i = 0
    var j = 0
    var atA = 0
    var atB = 0
    var tokensAgree = true
    while i < a.tokens.count && j < b.tokens.count {
      let x = a.tokens[i].bytes
      let y = b.tokens[j].bytes
      // A space inside a legal form of several words is dropped as well.
      if atA < x.count && x[atA] == 0x20 {
        atA += 1
      } else if atB < y.count && y[atB] == 0x20 {
        atB += 1
      } else {
        if x[atA] != y[atB] { return .different }
        atA += 1
        atB += 1
      }
      if (atA == x.count) != (atB == y.count) { tokensAgree = false }
      if atA == x.count {
        i += 1
        atA = 0
      }
      if atB == y.count {
        j += 1
        atB = 0
      }
    }
    if i < a.tokens.count || j < b.tokens.count { return .different }
    return tokensAgree ? .sameTokens : .sameLetters
  }
}

/// How the names relate when the spaces between tokens are dropped.
enum CompactEquality {
  case different
  case sameLetters
  case sameTokens
}
