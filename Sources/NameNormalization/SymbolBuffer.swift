/// A name as a list of table entries, one or more for each code point.
///
/// It keeps its memory from name to name.
struct SymbolBuffer: ~Copyable {
  /// One entry and the code point that it came from.
  struct Symbol {
    var entry: CharacterEntry
    var scalar: UInt32
  }

  // Invariant: the first `count` of `capacity` symbols are initialised.
  private(set) var symbols: UnsafeMutablePointer<Symbol>
  private(set) var count = 0
  private var capacity = 256
  /// The symbols for which memory is kept from name to name.
  private static let keptCapacity = 1 << 14

  /// The first Han or Hangul symbol, or -1.
  private var firstCharacter = -1
  /// Whether the name has Han or Hangul.
  var hasCharacters: Bool { firstCharacter >= 0 }
  /// Whether marks follow letters that they may change.
  private(set) var needsComposing = false
  /// The bit of the language that Cyrillic letters are read in.
  private(set) var languageBit: UInt16 = 0
  /// What decoding met.
  var notes: FoldingNotes = []
  /// Whether the name has a sign that may stand for a letter.
  private(set) var hasSign = false
  private var evidence: UInt16 = 0

  init() {
    symbols = .allocate(capacity: capacity)
  }

  deinit { symbols.deallocate() }

  subscript(_ index: Int) -> Symbol {
    @inline(__always) get { symbols[index] }
  }

  /// Reads a name; replaces what was there.
  mutating func decode(_ name: UnsafeBufferPointer<UInt8>, with tables: NameTables) {
    count = 0
    if capacity > Self.keptCapacity {
      symbols.deallocate()
      capacity = 256
      symbols = .allocate(capacity: capacity)
    }
    firstCharacter = -1
    needsComposing = false
    hasSign = false
    notes = []
    evidence = 0
    var position = 0
    while position < name.count {
      let (scalar, length) = decodedScalar(name, at: position)
      position += length
      if scalar == malformed {
        notes.insert(.malformedUTF8)
        append(Symbol(entry: .simple(CharacterEntry.Kind.separator), scalar: 0))
      } else {
        append(tables.entry(of: scalar), scalar, tables)
      }
    }
    if evidence != 0 { notePairsOfLetters() }
    languageBit = 1 << UInt16(language(from: evidence))
  }

  private mutating func append(_ entry: CharacterEntry, _ scalar: UInt32, _ tables: NameTables) {
    typealias Kind = CharacterEntry.Kind
    switch entry.kind {
    case Kind.expansion:
      let start = Int(entry.payload)
      let end = start + Int(tables.expansions[start])
      for i in start..<end {
        append(CharacterEntry(rawValue: tables.expansions[i + 1]), scalar, tables)
      }
      return
    case Kind.letter: evidence |= 1 << UInt16(entry.evidence)
    case Kind.han, Kind.hangul: if firstCharacter < 0 { firstCharacter = count }
    case Kind.separator: if standsForLetter(scalar) { hasSign = true }
    case Kind.invisible: if !isJoiner(scalar) { notes.insert(.invisibleCharacters) }
    case Kind.composing:
      if count > 0, symbols[count - 1].entry.kind != Kind.ascii { needsComposing = true }
    case Kind.repetition:
      if count > 0, symbols[count - 1].entry.kind == Kind.han { append(symbols[count - 1]) }
      return
    default: break
    }
    append(Symbol(entry: entry, scalar: scalar))
  }

  /// Whether a character joins or parts the letters around it, as honest names write it in Persian
  /// and in the scripts of India.
  private func isJoiner(_ scalar: UInt32) -> Bool {
    guard scalar == 0x200C || scalar == 0x200D, count > 0 else { return false }
    let before = symbols[count - 1].entry
    return before.kind == CharacterEntry.Kind.foreign
      || before.kind == CharacterEntry.Kind.letter
        && before.evidence == CharacterEntry.Evidence.abjad
  }

  private mutating func append(_ symbol: Symbol) {
    if count == capacity {
      let grown = UnsafeMutablePointer<Symbol>.allocate(capacity: 2 * capacity)
      grown.moveInitialize(from: symbols, count: count)
      symbols.deallocate()
      symbols = grown
      capacity *= 2
    }
    (symbols + count).initialize(to: symbol)
    count += 1
  }

  /// Finds the pairs of Cyrillic letters that prove a language though the letters do not.
  private mutating func notePairsOfLetters() {
    for i in 0..<count where symbols[i].entry.kind == CharacterEntry.Kind.letter {
      let next = i + 1 < count ? symbols[i + 1].scalar : 0
      switch symbols[i].scalar {
      case 0x042C, 0x044C:
        // Ukrainian writes a soft sign in -ський and -цький, Russian does not.
        guard i > 0, next == 0x043A || next == 0x041A else { continue }
        switch symbols[i - 1].scalar {
        case 0x0441, 0x0421, 0x0446, 0x0426:
          evidence |= 1 << UInt16(CharacterEntry.Evidence.ukrainian)
        default: continue
        }
      case 0x042A, 0x044A:
        // The hard sign is a vowel in Bulgarian; Russian writes it before е, ё, ю and я only.
        switch next {
        case 0x0415, 0x0435, 0x0401, 0x0451, 0x042E, 0x044E, 0x042F, 0x044F: continue
        default: evidence |= 1 << UInt16(CharacterEntry.Evidence.bulgarian)
        }
      default: continue
      }
    }
  }

  /// The surname that the first Han or Hangul characters are, if it is read in a special way.
  func surname(
    in tables: NameTables
  ) -> (length: Int, reading: (UInt16, UInt16), alternate: (UInt16, UInt16))? {
    let kind = symbols[firstCharacter].entry.kind
    var end = firstCharacter
    while end < count, symbols[end].entry.kind == kind { end += 1 }
    // A person's name has two to four characters, or a space after the surname; in a longer run
    // the character is a word of an organisation's name.
    let run = end - firstCharacter
    if run > 4 { return nil }
    let first = readScalar(firstCharacter)
    let second = run > 1 ? readScalar(firstCharacter + 1) : 0
    if second != 0, let both = tables.surname(first, second) {
      return (2, both.reading, both.alternate)
    }
    guard let one = tables.surname(first, 0) else { return nil }
    return (1, one.reading, one.alternate)
  }

  /// The most Han or Hangul characters of a word that may spell a foreign name; longer runs are
  /// names of organisations.
  static let longestWord = 8

  /// Whether the characters may spell a foreign name: they come in words of up to
  /// ``longestWord``, one of them of two or more.
  ///
  /// A single Han character is a surname or a given name, beside which no foreign name stands.
  var maySpellForeignName: Bool {
    var longest = 0
    var length = 0
    for i in firstCharacter...count {
      if i < count, isCharacter(i) {
        length += 1
        continue
      }
      if length == 1, symbols[i - 1].entry.kind == CharacterEntry.Kind.han { return false }
      longest = max(longest, length)
      length = 0
    }
    return (2...Self.longestWord).contains(longest)
  }

  /// Whether the name is one word of three or four Hangul syllables: a surname and a given name.
  var mayBeKoreanName: Bool {
    guard symbols[firstCharacter].entry.kind == CharacterEntry.Kind.hangul else { return false }
    var length = 0
    for i in firstCharacter..<count where isCharacter(i) {
      if i != firstCharacter + length { return false }
      length += 1
    }
    return (3...4).contains(length)
  }

  private func isCharacter(_ index: Int) -> Bool {
    let kind = symbols[index].entry.kind
    return kind == CharacterEntry.Kind.han || kind == CharacterEntry.Kind.hangul
  }

  /// The character that a Han or Hangul symbol is read as.
  @inline(__always)
  func readScalar(_ index: Int) -> UInt32 {
    let symbol = symbols[index]
    if symbol.entry.kind == CharacterEntry.Kind.han, symbol.entry.hanScalar != 0 {
      return symbol.entry.hanScalar
    }
    return symbol.scalar
  }
}

extension NameTables {
  /// The special reading of a surname.
  func surname(_ first: UInt32, _ second: UInt32) -> SurnameReading? {
    var low = 0
    var high = surnames.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = surnames[middle]
      if (candidate.first, candidate.second) < (first, second) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < surnames.count, surnames[low].first == first, surnames[low].second == second else {
      return nil
    }
    return surnames[low]
  }
}

/// The language that the letters prove, rarest letters first.
private func language(from evidence: UInt16) -> UInt32 {
  typealias Evidence = CharacterEntry.Evidence
  func has(_ language: UInt32) -> Bool { evidence & (1 << UInt16(language)) != 0 }
  if has(Evidence.belarusian) { return Evidence.belarusian }
  if has(Evidence.kazakh) { return Evidence.kazakh }
  if has(Evidence.macedonian) { return Evidence.macedonian }
  if has(Evidence.serbian) { return Evidence.serbian }
  if has(Evidence.ukrainian) { return Evidence.ukrainian }
  return has(Evidence.bulgarian) ? Evidence.bulgarian : Evidence.russian
}

/// Stands for a byte that is not part of well-formed UTF-8.
private let malformed: UInt32 = 0xFFFF_FFFF

/// The code point at a byte of UTF-8 and its length there; `malformed` and 1 for a stray byte.
@inline(__always)
private func decodedScalar(
  _ name: UnsafeBufferPointer<UInt8>, at position: Int
) -> (scalar: UInt32, length: Int) {
  let lead = UInt32(name[position])
  if lead < 0x80 { return (lead, 1) }
  let length: Int
  let least: UInt32
  var scalar: UInt32
  switch lead {
  case 0xC2...0xDF: (length, least, scalar) = (2, 0x80, lead & 0x1F)
  case 0xE0...0xEF: (length, least, scalar) = (3, 0x800, lead & 0x0F)
  case 0xF0...0xF4: (length, least, scalar) = (4, 0x10000, lead & 0x07)
  default: return (malformed, 1)
  }
  guard position + length <= name.count else { return (malformed, 1) }
  for i in 1..<length {
    let byte = UInt32(name[position + i])
    guard byte & 0xC0 == 0x80 else { return (malformed, 1) }
    scalar = scalar << 6 | byte & 0x3F
  }
  guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
    return (malformed, 1)
  }
  return (scalar, length)
}
