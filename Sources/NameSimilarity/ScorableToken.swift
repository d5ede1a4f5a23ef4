/// What a token may take part in.
public struct TokenTraits: OptionSet, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Creates traits from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The token can carry a match: a name needs one pair of anchors that agree.
  public static let anchor = TokenTraits(rawValue: 1)
  /// The token may match approximately: it is made of the letters a to z.
  public static let fuzzy = TokenTraits(rawValue: 2)
  /// The token may be half of a joined pair (`al qaida`, `alqaida`).
  public static let joinable = TokenTraits(rawValue: 4)
  /// The token has a digit.
  public static let number = TokenTraits(rawValue: 8)
  /// The token is a single letter that may abbreviate a name.
  public static let initial = TokenTraits(rawValue: 16)
  /// The token is a legal form.
  public static let legalForm = TokenTraits(rawValue: 32)
  /// The token is the initials of a listed name.
  public static let acronym = TokenTraits(rawValue: 64)
}

/// The script that a token was transcribed from: which sounds its letters may stand for.
public enum Transcription: UInt8, Sendable, CaseIterable {
  /// None: the token was written in Latin letters.
  case none = 0
  /// Arabic letters, which leave short vowels out.
  case arabic = 1
  /// Hebrew letters, which leave most vowels out.
  case hebrew = 2
  /// Cyrillic and other alphabets that write vowels.
  case alphabet = 3
  /// Kana.
  case kana = 4
  /// Han characters that are used for their sounds.
  case han = 5
  /// Hangul.
  case hangul = 6
}

/// A token with all that comparing it takes, prepared once and compared many times.
///
/// The bytes belong to the name or to the vocabulary that the token was made from, which must
/// outlive it.
public struct ScorableToken {
  /// The folded bytes.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// The rarity of the token, 1...``TokenWeight/one``.
  public var weight: Int32
  /// What the token may take part in.
  public var traits: TokenTraits
  /// Its class of legal forms, the kind in the high four bits, or 0.
  public var legalClass: UInt8
  /// The number of its class of spelling variants, or 0.
  public var variantClass: UInt32
  /// The groups of related names that it belongs to.
  public var groups: NameGroups
  /// Its phonetic key, or 0.
  public var phoneticKey: UInt64
  /// One bit for each letter a to z and digit that the token has, for a cheap bound on distance.
  public var letters: UInt64
  /// The script that it was transcribed from.
  public var transcription: Transcription
  // Empty when it is not known yet: tokens of queries in Latin letters seldom need it.
  private var knownSkeleton: SoundSkeleton

  /// Prepares a token.
  ///
  /// - Complexity: O(*n*) in the length of the token.
  public init(
    bytes: UnsafeBufferPointer<UInt8>, weight: Int32, traits: TokenTraits, legalClass: UInt8 = 0,
    variantClass: UInt32 = 0, groups: NameGroups = NameGroups(rawValue: 0),
    transcription: Transcription = .none
  ) {
    self.bytes = bytes
    self.weight = weight
    self.traits = traits
    self.legalClass = legalClass
    self.variantClass = variantClass
    self.groups = groups
    self.transcription = transcription
    phoneticKey = traits.contains(.fuzzy) ? NameSimilarity.phoneticKey(of: bytes.span) : 0
    letters = letterSet(of: bytes)
    knownSkeleton =
      transcription != .none && traits.contains(.fuzzy)
      ? SoundSkeleton(of: bytes, transcription) : SoundSkeleton(rawValue: 0)
  }

  /// Restores a token whose derived parts are stored.
  public init(
    bytes: UnsafeBufferPointer<UInt8>, weight: Int32, traits: TokenTraits, legalClass: UInt8,
    variantClass: UInt32, groups: NameGroups, phoneticKey: UInt64, letters: UInt64,
    transcription: Transcription, skeleton: SoundSkeleton
  ) {
    self.bytes = bytes
    self.weight = weight
    self.traits = traits
    self.legalClass = legalClass
    self.variantClass = variantClass
    self.groups = groups
    self.phoneticKey = phoneticKey
    self.letters = letters
    self.transcription = transcription
    knownSkeleton = skeleton
  }

  /// No token: it is empty and relates to nothing.
  public static var none: ScorableToken {
    ScorableToken(
      bytes: UnsafeBufferPointer(start: nil, count: 0), weight: 0, traits: [], legalClass: 0,
      variantClass: 0, groups: NameGroups(rawValue: 0), phoneticKey: 0, letters: 0,
      transcription: .none,
      skeleton: SoundSkeleton(rawValue: 0))
  }

  /// The classes of its consonants.
  ///
  /// - Complexity: O(*n*) in the length of the token, unless it is transcribed or of an index.
  @inline(__always)
  public var skeleton: SoundSkeleton {
    knownSkeleton.rawValue != 0 ? knownSkeleton : SoundSkeleton(of: bytes, transcription)
  }

  /// Whether neighbours with these traits may be written as one: both must be joinable and one of
  /// them an anchor.
  public static func mayJoin(_ first: TokenTraits, _ second: TokenTraits) -> Bool {
    first.contains(.joinable) && second.contains(.joinable)
      && first.union(second).contains(.anchor)
  }

  /// The token that `first` and `second` make when they are written as one.
  ///
  /// A joined token weighs as much as its parts together, but never more than one.
  ///
  /// - Parameter bytes: The bytes of both, one after the other.
  /// - Precondition: ``mayJoin(_:_:)`` holds for the tokens.
  public static func joining(
    _ first: ScorableToken, _ second: ScorableToken, bytes: UnsafeBufferPointer<UInt8>
  ) -> ScorableToken {
    ScorableToken(
      bytes: bytes, weight: min(first.weight + second.weight, TokenWeight.one),
      traits: traitsOfJoined(first.traits, second.traits, bytes: bytes))
  }

  private static func traitsOfJoined(
    _ first: TokenTraits, _ second: TokenTraits, bytes: UnsafeBufferPointer<UInt8>
  ) -> TokenTraits {
    if first.union(second).contains(.number) { return [.anchor, .number] }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) } ? [.anchor, .fuzzy] : [.anchor]
  }
}

/// The scale of weights and similarities.
public enum TokenWeight {
  /// The weight of a token that is never seen in ordinary names, and the similarity of equals.
  public static let one: Int32 = 4096
}

private func letterSet(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var set: UInt64 = 0
  for byte in bytes { set |= 1 << UInt64(byte & 63) }
  return set
}
