/// What a token of a folded name is, which decides how it may match and what it weighs.
public enum TokenClass: UInt8, Sendable {
  /// A word of the name proper.
  case name = 0
  /// A token with a digit in it. Numbers never match approximately.
  case number = 1
  /// A particle such as `al`, `bin`, `de`, `the`, `of`.
  case particle = 2
  /// A legal form such as `ltd`, `ooo`, `gmbh`; several words are one token (`co ltd`).
  case legalForm = 3
  /// A single letter.
  case initial = 4
  /// A form of address or rank such as `mr`, `dr`, `general`.
  case title = 5
  /// The initials of a listed name. It matches nothing but its equal.
  case acronym = 6
  /// A word that is left out, such as `and`, where `&` stands as well; of no folded name.
  case filler = 7
}

/// One token of a folded name.
public struct FoldedToken: Sendable {
  /// Where the token starts in the bytes of its name.
  public var start: UInt32
  /// The token's length in bytes, at least 1.
  public var length: UInt16
  /// What the token is.
  public var tokenClass: TokenClass
  /// The legal form's class: its kind in the high four bits, 0 for words such as `company` that do
  /// not tell it, and the class within the kind below, from 1. 0 for every other token.
  public var legalClass: UInt8
  /// The script that the token was romanised from.
  public var script: TokenScript

  /// Creates a token of `length` bytes from byte `start`.
  public init(
    start: UInt32, length: UInt16, tokenClass: TokenClass, legalClass: UInt8 = 0,
    script: TokenScript = .latin
  ) {
    self.start = start
    self.length = length
    self.tokenClass = tokenClass
    self.legalClass = legalClass
    self.script = script
  }
}

/// How a reading of a name came about.
public enum ReadingKind: UInt8, Sendable {
  /// The name is alphabetic; the reading is its folded spelling in ASCII.
  ///
  /// A name with words that the tables rewrite (`abdelaziz`, `forty four`) has two: the second has
  /// the words as they are written. So has a name with a token that mixes Latin letters with
  /// look-alikes of another script: the second reads such letters by their look.
  case plain = 0
  /// The name has Han or Hangul; each such character is a token of its own, in UTF-8.
  case native = 1
  /// The name has Han or Hangul; each such character is romanised to a token.
  case romanised = 2
  /// The name has Han or Hangul; each word of such characters, or each given name, is romanised
  /// to a token: it may spell a foreign name.
  case transcribed = 3
  /// Digits and signs among letters are read as the letters that they look like; of queries only.
  case disguised = 4
  /// The initials of the name's words; of listed organisations only.
  case acronym = 5

  /// Whether Han or Hangul characters are read by their sound.
  public var isBySound: Bool { self == .romanised || self == .transcribed }
}

/// One way to read a name: a run of its tokens.
public struct Reading: Sendable {
  /// How the reading came about.
  public var kind: ReadingKind
  /// The first token of the reading.
  public var firstToken: UInt32
  /// The number of tokens, at least 1 and at most ``FoldedName/maximumTokenCount``.
  public var tokenCount: UInt32

  /// Creates a reading of `tokenCount` tokens from `firstToken`.
  public init(kind: ReadingKind, firstToken: UInt32, tokenCount: UInt32) {
    self.kind = kind
    self.firstToken = firstToken
    self.tokenCount = tokenCount
  }
}

/// A name in the form that is indexed and compared, and the memory to make the next one in.
///
/// A name has one reading when it is alphabetic, and several when its script can be read in
/// several ways: `习近平` reads as the tokens `习 近 平` (native), `xi jin ping` (romanised) and
/// `xijinping` (transcribed). Two names are compared reading by reading; readings by sound never
/// meet each other, because characters that only sound alike are different names.
///
/// A worker keeps one for its whole life; ``NameFolder/fold(_:into:)`` overwrites it.
public struct FoldedName: ~Copyable {
  /// The most tokens a reading may have. Published lists stay below 40; a longer name is
  /// reported as unscreenable, never cut.
  public static let maximumTokenCount = 128

  /// The longest token in bytes. Published lists stay below 100; a name with a longer one is
  /// reported as unscreenable, never cut.
  public static let maximumTokenLength = 1024

  // Invariant: `byteCount <= byteCapacity`, `tokenCount <= tokenCapacity`, and every token lies
  // within the first `byteCount` bytes.
  /// The folded bytes: the tokens in order, separated by single spaces.
  public private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// The tokens of all readings, in order.
  public private(set) var tokens: UnsafeMutablePointer<FoldedToken>
  /// The number of bytes in use.
  public var byteCount = 0
  /// The number of tokens of all readings.
  public var tokenCount = 0
  private var byteCapacity: Int
  private var tokenCapacity: Int

  /// The readings, the plain or native one first; empty for a name that folds to nothing.
  public var readings: [Reading] = []

  /// The words of the reading in progress as they are written, if they were changed.
  var wordsAsWritten: [FoldedToken] = []

  /// Whether a word has digits or signs among its letters.
  var mayBeDisguised = false

  /// What folding met that an honest name seldom has.
  public var notes: FoldingNotes = []

  /// Creates an empty name.
  public init() {
    byteCapacity = 1024
    tokenCapacity = 64
    bytes = .allocate(capacity: byteCapacity)
    bytes.initialize(repeating: 0, count: byteCapacity)
    tokens = .allocate(capacity: tokenCapacity)
  }

  deinit {
    bytes.deallocate()
    tokens.deallocate()
  }

  /// The bytes of memory that are kept from name to name; a field of a megabyte is no name.
  private static let keptByteCapacity = 1 << 16

  /// Forgets the name but keeps the memory, unless a monstrous name made it large.
  public mutating func removeAll() {
    byteCount = 0
    tokenCount = 0
    if byteCapacity > Self.keptByteCapacity {
      bytes.deallocate()
      byteCapacity = 1024
      bytes = .allocate(capacity: byteCapacity)
      bytes.initialize(repeating: 0, count: byteCapacity)
    }
    readings.removeAll(keepingCapacity: true)
    notes = []
    mayBeDisguised = false
  }

  /// Makes room for `additional` more bytes.
  public mutating func reserveBytes(_ additional: Int) { reserve(byteCount + additional) }

  /// Makes room for `capacity` bytes and keeps all that are there, those of a draft included.
  @inline(__always)
  mutating func reserve(_ capacity: Int) {
    if capacity > byteCapacity { grow(to: capacity) }
  }

  private mutating func grow(to capacity: Int) {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: max(byteCapacity * 2, capacity))
    grown.initialize(repeating: 0, count: max(byteCapacity * 2, capacity))
    grown.update(from: bytes, count: byteCapacity)
    bytes.deallocate()
    bytes = grown
    byteCapacity = max(byteCapacity * 2, capacity)
  }

  /// Adds a token.
  public mutating func append(_ token: FoldedToken) {
    if tokenCount == tokenCapacity {
      tokenCapacity *= 2
      let grown = UnsafeMutablePointer<FoldedToken>.allocate(capacity: tokenCapacity)
      grown.moveInitialize(from: tokens, count: tokenCount)
      tokens.deallocate()
      tokens = grown
    }
    (tokens + tokenCount).initialize(to: token)
    tokenCount += 1
  }
}

/// What folding met in a name that an honest name seldom has: evidence for the explanation.
public struct FoldingNotes: OptionSet, Hashable, Sendable {
  /// One bit per note.
  public let rawValue: UInt8

  /// Wraps the bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Invisible characters were left out: zero-width, direction marks, control characters.
  public static let invisibleCharacters = FoldingNotes(rawValue: 1)
  /// A token mixes letters of Latin and of another script.
  public static let mixedScript = FoldingNotes(rawValue: 2)
  /// Bytes that are not UTF-8 were read as separators.
  public static let malformedUTF8 = FoldingNotes(rawValue: 4)
}

/// How folding a name ended.
public enum FoldingOutcome: Equatable, Sendable {
  /// The name has at least one reading.
  case folded
  /// Nothing was left: the name has no letter and no digit.
  case empty
  /// A reading would have had more than ``FoldedName/maximumTokenCount`` tokens.
  case tooManyTokens(count: Int)
  /// A token would have been longer than ``FoldedName/maximumTokenLength``.
  case tokenTooLong(byteCount: Int)
}
