import NameNormalization
import Testing

@Suite("Edges of folding")
struct FoldingEdgeTests {
  @Test(
    "A name without letters and digits folds to nothing",
    arguments: ["", " ", "-", "????", "...", "'", "\u{200B}\u{200E}", "\u{301}", "\u{1F600}", "™"])
  func empty(name: String) {
    #expect(fold(name) == FoldedText(outcome: .empty))
  }

  @Test("One byte")
  func oneByte() {
    #expect(firstReading("A") == "a")
    #expect(firstReading("7") == "7")
    #expect(fold(bytes: [0xFF]).outcome == .empty)
  }

  @Test("Invisible characters are left out and noted")
  func invisible() {
    for name in ["Pu\u{200B}tin", "\u{202E}Putin", "Pu\u{AD}tin", "Put\u{0}in", "Pu\u{2060}tin"] {
      let text = fold(name)
      #expect(text.readings == [["putin"]], "\(name.unicodeScalars.map(\.value))")
      #expect(text.notes.contains(.invisibleCharacters))
    }
    #expect(fold("Putin").notes.isEmpty)
  }

  @Test("Letters of two scripts in one token are noted")
  func mixedScript() {
    #expect(fold("Рutin").notes.contains(.mixedScript))
    #expect(!fold("Путин Putin").notes.contains(.mixedScript))
    #expect(!fold("DJI 大疆").notes.contains(.mixedScript))
  }

  @Test("Letters in disguise are read by their look in a second reading")
  func lookalikes() {
    // Cyrillic р, Greek ο and Cyrillic а and е among Latin letters.
    #expect(fold("Рutin Владимир").readings == [["rutin", "vladimir"], ["putin", "vladimir"]])
    #expect(fold("BΟEING").readings.last == ["boeing"])
    #expect(fold("Аррlе Inc.").readings.last == ["apple", "inc"])
    #expect(fold("Аррlе Inc.").kinds == [.plain, .plain])
    #expect(fold("Путин Smith").readings.count == 1)
  }

  @Test(
    "An ill-formed byte ends a token",
    arguments: [
      ([0x61, 0x62, 0xFF, 0x63, 0x64], "ab|cd"), ([0x61, 0x62, 0xC3], "ab"),
      ([0xC0, 0xAF, 0x61, 0x62], "ab"), ([0xED, 0xA0, 0x80, 0x61, 0x62], "ab"),
      ([0xF4, 0x90, 0x80, 0x80, 0x61, 0x62], "ab"), ([0xE4, 0xB9, 0x61, 0x62], "ab"),
    ] as [([UInt8], String)])
  func illFormed(bytes: [UInt8], expected: String) {
    let text = fold(bytes: bytes)
    #expect(text.readings.first?.joined(separator: "|") == expected)
    #expect(text.notes.contains(.malformedUTF8))
  }

  @Test("128 tokens fold, 129 do not")
  func tokenLimit() {
    for word in ["ab ", "дом ", "习"] {
      let most = fold(String(repeating: word, count: 128))
      #expect(most.outcome == .folded && most.readings[0].count == 128)
      let over = fold(String(repeating: word, count: 129))
      #expect(over == FoldedText(outcome: .tooManyTokens(count: 129)))
    }
    let many = fold(String(repeating: "ab ", count: 5000))
    #expect(many.outcome == .tooManyTokens(count: 5000))
  }

  @Test("Words of legal forms count as one token")
  func joinedTokensCountOnce() {
    let name = String(repeating: "open joint stock company ", count: 128)
    #expect(fold(name).readings.first?.count == 128)
  }

  @Test("A token of 1024 bytes folds, a longer one does not")
  func tokenLengthLimit() {
    #expect(fold(String(repeating: "x", count: 1024)).outcome == .folded)
    #expect(
      fold(String(repeating: "x", count: 1025))
        == FoldedText(outcome: .tokenTooLong(byteCount: 1025)))
    #expect(fold(String(repeating: "щ", count: 300)).outcome == .tokenTooLong(byteCount: 1200))
  }

  @Test("A name of a megabyte is refused, not cut")
  func megabyte() {
    #expect(
      fold(String(repeating: "x", count: 1 << 20)).outcome == .tokenTooLong(byteCount: 1 << 20))
    #expect(
      fold(String(repeating: "ж ", count: 1 << 19)).outcome == .tooManyTokens(count: 1 << 19))
    #expect(
      fold(String(repeating: "习", count: 1 << 18)).outcome == .tooManyTokens(count: 1 << 18))
    #expect(fold(String(repeating: ".", count: 1 << 20)).outcome == .empty)
  }

  @Test("Right-to-left names fold in the order of their letters")
  func rightToLeft() {
    #expect(firstReading("\u{200F}علي حسن\u{200F}") == "ali|hasan")
  }
}

@Suite("Names that only ICU romanises")
struct ForeignScriptTests {
  @Test("A script that ICU does not know keeps its letters")
  func unknownScript() {
    // Javanese.
    #expect(fold("\u{A992}\u{A9AE} \u{A99F}").readings == [["\u{A992}\u{A9AE}", "\u{A99F}"]])
  }

  @Test("More tokens than the memo holds fold as the first ones do")
  func memoLimit() {
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    let first = fold(bytes: Array("นรา".utf8), &folder, &name)
    let letters = Array("กขคงจฉชซฌญฎฏฐฑฒณดตถท")
    for a in letters {
      for b in letters {
        for c in letters.prefix(12) {
          #expect(fold(bytes: Array("\(a)\(b)\(c)".utf8), &folder, &name).outcome == .folded)
        }
      }
    }
    #expect(fold(bytes: Array("นรา".utf8), &folder, &name) == first)
  }

  @Test("A name of too many such tokens is refused in good time")
  func tooMany() {
    let token = "\u{E01}\u{E02} "
    #expect(
      fold(String(repeating: token, count: 100_000)).outcome == .tooManyTokens(count: 100_000))
    #expect(fold(String(repeating: "\u{E01}", count: 300_000)).outcome != .folded)
  }
}
