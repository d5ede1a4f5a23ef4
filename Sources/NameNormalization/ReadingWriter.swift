/// Which Han or Hangul characters of a reading make one token together.
enum CharacterJoining {
  /// None: each is a token.
  case none
  /// Those of a word: the name is foreign and its characters spell it.
  case words
  /// All after the first: a surname and a given name.
  case givenName
}

/// Writes one reading of a name: its tokens in ASCII, and in Han or Hangul where that is asked.
struct ReadingWriter {
  var draft: FoldedName.Draft
  var notes: FoldingNotes = []
  private let surname: (length: Int, syllables: (UInt16, UInt16))?
  // Whether tokens that mix scripts are read by the look of their letters.
  private let readsLookalikes: Bool
  private let joining: CharacterJoining
  private var languageBit: UInt16 = 0
  // What the letters of the token in progress are.
  private var hasLatin = false
  private var hasOtherScript = false
  private var hasAbjad = false
  // Whether the token in progress is of joined characters.
  private var isJoined = false
  // How many Han or Hangul characters have been written.
  private var characterCount = 0

  /// Starts a reading of `kind` after those that are in `folded`.
  init(
    _ kind: ReadingKind, surname: (length: Int, syllables: (UInt16, UInt16))? = nil,
    readsLookalikes: Bool = false, joining: CharacterJoining = .none,
    in folded: borrowing FoldedName
  ) {
    draft = FoldedName.Draft(kind, in: folded)
    self.surname = surname
    self.readsLookalikes = readsLookalikes
    self.joining = joining
  }

  /// Writes all symbols.
  mutating func write(
    _ symbols: borrowing SymbolBuffer, into folded: inout FoldedName, with tables: NameTables,
    foreign: inout ForeignScripts
  ) {
    typealias Kind = CharacterEntry.Kind
    languageBit = symbols.languageBit
    var i = 0
    while i < symbols.count {
      let entry = symbols[i].entry
      if isJoined && entry.isLetterBesideCharacters { close(&folded, tables) }
      if readsLookalikes && draft.end == draft.tokenStart {
        languageBit =
          mixesScripts(symbols, from: i)
          ? 1 << UInt16(CharacterEntry.Evidence.lookalike) : symbols.languageBit
      }
      switch entry.kind {
      case Kind.ascii:
        put(asciiOf: entry, into: &folded)
        i += 1
      case Kind.separator:
        close(&folded, tables)
        i += 1
      case Kind.letter:
        i += putLetter(symbols, i, into: &folded, tables)
      case Kind.han:
        putCharacter(symbols.readScalar(i), .han, syllable: Int(entry.hanSyllable), &folded, tables)
        i += 1
      case Kind.hangul:
        putCharacter(
          symbols.readScalar(i), .hangul, syllable: Int(entry.hangulSyllable), &folded, tables)
        i += 1
      case Kind.foreign:
        i = putForeign(symbols, from: i, into: &folded, tables, &foreign)
      default:
        i += 1
      }
    }
    close(&folded, tables)
  }

  /// Whether the token that starts at a symbol has Latin letters and letters of another script.
  private func mixesScripts(_ symbols: borrowing SymbolBuffer, from start: Int) -> Bool {
    var hasLatin = false
    var hasOther = false
    var i = start
    while i < symbols.count, symbols[i].entry.kind != CharacterEntry.Kind.separator {
      if symbols[i].entry.kind == CharacterEntry.Kind.letter { hasOther = true }
      if symbols[i].entry.isLatinLetter { hasLatin = true }
      i += 1
    }
    return hasLatin && hasOther
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, into folded: inout FoldedName) {
    // Two bytes: the space after the token must fit as well.
    folded.reserve(draft.end + 2 + 8)
    folded.bytes[draft.end] = byte
    draft.end += 1
    if byte <= UInt8(ascii: "9") { draft.hasDigit = true }
  }

  private mutating func put(asciiOf entry: CharacterEntry, into folded: inout FoldedName) {
    var rest = entry.payload
    while rest != 0 {
      let byte = UInt8(truncatingIfNeeded: rest)
      put(byte, into: &folded)
      if byte > UInt8(ascii: "9") { hasLatin = true }
      rest >>= 8
    }
  }

  /// Writes text of the string pool; a space in it ends the token.
  private mutating func put(
    _ text: StringReference, into folded: inout FoldedName, _ tables: NameTables
  ) {
    for i in 0..<text.length {
      let byte = tables.strings[text.offset + i]
      if byte == UInt8(ascii: " ") { close(&folded, tables) } else { put(byte, into: &folded) }
    }
  }

  private mutating func close(_ folded: inout FoldedName, _ tables: NameTables) {
    if hasLatin && hasOtherScript { notes.insert(.mixedScript) }
    let length = draft.end - draft.tokenStart
    if hasAbjad, !hasLatin, length > 0,
      let word = tables.wordReference(folded.bytes + draft.tokenStart, length)
    {
      draft.end = draft.tokenStart
      hasAbjad = false
      put(word, into: &folded, tables)
      draft.script = .alphabet
    }
    if hasLatin { draft.script = .latin }
    isJoined = false
    hasLatin = false
    hasOtherScript = false
    hasAbjad = false
    folded.closeToken(&draft)
  }

  /// Romanises a letter, with those after it that are read together with it.
  ///
  /// - Returns: The number of symbols read.
  private mutating func putLetter(
    _ symbols: borrowing SymbolBuffer, _ index: Int, into folded: inout FoldedName,
    _ tables: NameTables
  ) -> Int {
    let entry = symbols[index].entry
    hasOtherScript = true
    draft.script = TokenScript(ofLetter: symbols[index].scalar)
    if entry.evidence == CharacterEntry.Evidence.abjad { hasAbjad = true }
    let letter = Int(entry.letter)
    for ruleIndex in Int(tables.letterRules[letter])..<Int(tables.letterRules[letter + 1]) {
      let rule = tables.rules[ruleIndex]
      guard rule.languages & languageBit != 0,
        applies(rule.position, folded)
      else { continue }
      let length = matchedLength(rule, symbols, index)
      guard length > 0, nextMatches(rule, symbols, index + length, tables) else { continue }
      put(rule.result, into: &folded, tables)
      return length
    }
    return 1
  }

  private func applies(_ position: UInt16, _ folded: borrowing FoldedName) -> Bool {
    let isStart = draft.end == draft.tokenStart
    switch position {
    case LetterRule.Position.start: return isStart
    case LetterRule.Position.inner: return !isStart
    case LetterRule.Position.iotated: return isStart || isVowel(folded.bytes[draft.end - 1])
    default: return true
    }
  }

  /// The number of symbols that the rule reads, or 0 if the letters differ.
  private func matchedLength(
    _ rule: LetterRule, _ symbols: borrowing SymbolBuffer, _ index: Int
  ) -> Int {
    if rule.following.0 == 0 { return 1 }
    guard letter(symbols, index + 1) == rule.following.0 else { return 0 }
    if rule.following.1 == 0 { return 2 }
    guard letter(symbols, index + 2) == rule.following.1 else { return 0 }
    if rule.following.2 == 0 { return 3 }
    return letter(symbols, index + 3) == rule.following.2 ? 4 : 0
  }

  private func nextMatches(
    _ rule: LetterRule, _ symbols: borrowing SymbolBuffer, _ index: Int, _ tables: NameTables
  ) -> Bool {
    if rule.nextCount == 0 { return true }
    let next = letter(symbols, index)
    let start = Int(rule.nextStart)
    for i in start..<start + Int(rule.nextCount) where tables.letterSets[i] == next { return true }
    return false
  }

  /// The letter number of a symbol; the end of the token for anything else.
  @inline(__always)
  private func letter(_ symbols: borrowing SymbolBuffer, _ index: Int) -> UInt16 {
    guard index < symbols.count, symbols[index].entry.kind == CharacterEntry.Kind.letter else {
      return LetterRule.endOfToken
    }
    return UInt16(truncatingIfNeeded: symbols[index].entry.letter)
  }

  /// Writes a Han or Hangul character, as a token of its own or joined to the one before it.
  private mutating func putCharacter(
    _ scalar: UInt32, _ script: TokenScript, syllable: Int, _ folded: inout FoldedName,
    _ tables: NameTables
  ) {
    if !isJoined { close(&folded, tables) }
    var syllable = syllable
    if let surname, characterCount < surname.length {
      syllable = Int(characterCount == 0 ? surname.syllables.0 : surname.syllables.1)
    }
    characterCount += 1
    isJoined = joining == .words || joining == .givenName && characterCount > 1
    if draft.kind.isBySound && syllable != 0 {
      put(tables.syllables[syllable], into: &folded, tables)
      // A single character has one of few spellings; only a word may be spelt by its sound.
      if isJoined { draft.script = script }
    } else {
      putUTF8(scalar, into: &folded)
    }
    if !isJoined { close(&folded, tables) }
  }

  private mutating func putUTF8(_ scalar: UInt32, into folded: inout FoldedName) {
    guard let value = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(value).unsafelyUnwrapped { put(byte, into: &folded) }
  }

  /// Writes a run of letters that ICU romanises.
  ///
  /// - Returns: The index after the run.
  private mutating func putForeign(
    _ symbols: borrowing SymbolBuffer, from start: Int, into folded: inout FoldedName,
    _ tables: NameTables, _ foreign: inout ForeignScripts
  ) -> Int {
    var end = start
    foreign.beginToken()
    run: while end < symbols.count {
      switch symbols[end].entry.kind {
      case CharacterEntry.Kind.foreign: foreign.append(symbols[end].scalar)
      case CharacterEntry.Kind.mark, CharacterEntry.Kind.composing,
        CharacterEntry.Kind.invisible:
        break
      default: break run
      }
      end += 1
    }
    hasOtherScript = true
    draft.script = .alphabet
    // ICU is slow: a name that is refused anyway must not keep it busy.
    let isRefused = draft.excess > 0 || foreign.token.count > 4 * FoldedName.maximumTokenLength
    for byte in isRefused ? foreign.token : foreign.romanisedToken() {
      if byte == UInt8(ascii: " ") { close(&folded, tables) } else { put(byte, into: &folded) }
    }
    return end
  }
}

extension CharacterEntry {
  /// Whether the entry writes something, and is no Han or Hangul.
  fileprivate var isLetterBesideCharacters: Bool {
    switch kind {
    case Kind.ascii, Kind.letter, Kind.foreign: true
    default: false
    }
  }
}

@inline(__always)
private func isVowel(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
    UInt8(ascii: "u"), UInt8(ascii: "y"):
    true
  default: false
  }
}
