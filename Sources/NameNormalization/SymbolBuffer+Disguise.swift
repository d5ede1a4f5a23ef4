// Letters that others stand in for: a Latin letter within a Cyrillic word, a digit or a sign among
// letters. The symbols are changed in place, since such a reading comes after the honest ones.
extension SymbolBuffer {
  /// Puts Cyrillic letters in the place of the Latin ones within Cyrillic words.
  ///
  /// A word is Cyrillic when each of its Latin letters has a Cyrillic twin, and not each of its
  /// Cyrillic letters a Latin one. Other words that mix the scripts are read by the look of their
  /// letters, see ``ReadingWriter``.
  mutating func readTwins(with tables: NameTables) {
    forEachWord { word in
      var hasLatin = false
      var hasCyrillicOnly = false
      for i in word {
        if symbols[i].entry.isLatinLetter {
          if cyrillicTwin(of: symbols[i].scalar) == nil { return }
          hasLatin = true
        } else if symbols[i].isCyrillic, !hasLatinTwin(symbols[i].scalar) {
          hasCyrillicOnly = true
        }
      }
      guard hasLatin, hasCyrillicOnly else { return }
      for i in word {
        guard let twin = cyrillicTwin(of: symbols[i].scalar) else { continue }
        symbols[i] = Symbol(entry: tables.entry(of: twin), scalar: twin)
      }
    }
  }

  /// Puts letters in the place of digits and signs within words.
  ///
  /// - Parameter one: The letter that the digit 1 stands for, `i` or `l`.
  /// - Returns: Whether any word is disguised, and whether any has the digit 1.
  mutating func readDisguise(one: UInt8, with tables: NameTables) -> (isFound: Bool, hasOne: Bool) {
    var isFound = false
    var hasOne = false
    forEachWord { word in
      guard isDisguised(word) else { return }
      isFound = true
      let isCyrillic = word.contains { symbols[$0].isCyrillic }
      for i in word where standsForLetter(symbols[i].scalar) {
        let scalar = symbols[i].scalar
        if scalar == 0x31 { hasOne = true }
        let letter = disguisedLetter(scalar, one: one)
        // The scalar stays, so that the word can be read once more.
        symbols[i].entry =
          isCyrillic
          ? cyrillicTwin(ofDigit: scalar).map(tables.entry) ?? .ascii([letter]) : .ascii([letter])
      }
    }
    return (isFound, hasOne)
  }

  /// Calls `body` with the symbols of each word: a run without any separator but signs that may
  /// stand for letters.
  private func forEachWord(_ body: (Range<Int>) -> Void) {
    var start = 0
    for i in 0...count {
      if i < count,
        symbols[i].entry.kind != CharacterEntry.Kind.separator
          || standsForLetter(symbols[i].scalar)
      {
        continue
      }
      if i > start { body(start..<i) }
      start = i + 1
    }
  }

  /// Whether digits or signs of a word stand for letters rather than for themselves.
  ///
  /// The word has at least four places, no more of them in disguise than not, and no digit that
  /// looks like no letter. More digits than one at its beginning or end are a number (`mi17`,
  /// `12th`), and so is one before the letters of an ordinal.
  private func isDisguised(_ word: Range<Int>) -> Bool {
    var letters = 0
    var disguises = 0
    var leading = 0
    for i in word {
      let symbol = symbols[i]
      if standsForLetter(symbol.scalar) {
        disguises += 1
        if letters == 0 { leading += 1 }
      } else if symbol.entry.isLatinLetter || symbol.isCyrillic {
        letters += 1
      } else if symbol.entry.kind == CharacterEntry.Kind.ascii {
        return false
      }
    }
    let trailing = trailingDisguises(word)
    guard disguises > 0, letters >= max(2, disguises), letters + disguises >= 4 else {
      return false
    }
    return leading <= 1 && trailing <= 1 && !(leading == 1 && disguises == 1 && letters == 2)
  }

  private func trailingDisguises(_ word: Range<Int>) -> Int {
    var trailing = 0
    for i in word.reversed() where standsForLetter(symbols[i].scalar) {
      if i + trailing + 1 != word.upperBound { break }
      trailing += 1
    }
    return trailing
  }
}

extension SymbolBuffer.Symbol {
  /// Whether the symbol is a Cyrillic letter.
  fileprivate var isCyrillic: Bool {
    entry.kind == CharacterEntry.Kind.letter && (0x0400..<0x0530).contains(scalar)
  }
}

/// Whether a digit or sign looks like a letter.
@inline(__always)
func standsForLetter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x30, 0x31, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x24, 0x40: true
  default: false
  }
}

/// The letter that a digit or sign looks like.
private func disguisedLetter(_ scalar: UInt32, one: UInt8) -> UInt8 {
  switch scalar {
  case 0x30: UInt8(ascii: "o")
  case 0x31: one
  case 0x33: UInt8(ascii: "e")
  case 0x34, 0x40: UInt8(ascii: "a")
  case 0x35, 0x24: UInt8(ascii: "s")
  case 0x37: UInt8(ascii: "t")
  case 0x38: UInt8(ascii: "b")
  default: UInt8(ascii: "g")
  }
}

/// The Cyrillic letter that a digit looks like.
private func cyrillicTwin(ofDigit scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x30: 0x043E
  case 0x33: 0x0437
  case 0x34: 0x0447
  case 0x36: 0x0431
  default: nil
  }
}

/// The Cyrillic letter that looks like a Latin one, small for small and capital for capital.
private func cyrillicTwin(of scalar: UInt32) -> UInt32? {
  switch scalar {
  case 0x41, 0x61: 0x0430
  case 0x42: 0x0432
  case 0x43, 0x63: 0x0441
  case 0x45, 0x65: 0x0435
  case 0x48: 0x043D
  case 0x49, 0x69: 0x0456
  case 0x4B, 0x6B: 0x043A
  case 0x4D: 0x043C
  case 0x4F, 0x6F: 0x043E
  case 0x50, 0x70: 0x0440
  case 0x54: 0x0442
  case 0x58, 0x78: 0x0445
  case 0x59, 0x79: 0x0443
  default: nil
  }
}

/// Whether a Cyrillic letter looks like a Latin one. Of small letters fewer do than of capitals.
private func hasLatinTwin(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x0410, 0x0412, 0x0415, 0x041A, 0x041C, 0x041D, 0x041E, 0x0420, 0x0421, 0x0422, 0x0423,
    0x0425, 0x0430, 0x0435, 0x043A, 0x043E, 0x0440, 0x0441, 0x0443, 0x0445, 0x0406, 0x0456, 0x0408,
    0x0458, 0x0405, 0x0455:
    true
  default: false
  }
}
