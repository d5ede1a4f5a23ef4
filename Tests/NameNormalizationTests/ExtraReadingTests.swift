import NameNormalization
import Testing

@Suite("Letters in disguise")
struct DisguiseTests {
  @Test(
    "Digits and signs among letters are read as letters",
    arguments: [
      ("Ge0rge", ["george"]), ("0lga", ["olga"]), ("5ergei", ["sergei"]), ("$ergei", ["sergei"]),
      ("Sib3rtek Exp0rt", ["sibertek export"]), ("M@rta 4nna", ["marta anna"]),
      ("marc0", ["marco"]), ("1gor", ["igor", "lgor"]), ("A1exander", ["aiexander", "alexander"]),
      ("Ив0лга", ["ivolga"]), ("Ge0rgе", ["george"]),
    ])
  func disguised(name: String, readings: [String]) {
    #expect(disguisedReadings(of: name) == readings)
  }

  @Test(
    "Numbers and codes are not",
    arguments: [
      "George", "Unit 61398", "12th Bureau", "1st Bank", "mi17", "a320", "b52", "F00", "ab12",
      "2-nd", "7x24", "1234", "x1", "@", "$5", "user @ home", "深圳0号", "",
    ])
  func honest(name: String) {
    #expect(disguisedReadings(of: name) == [])
  }

  @Test(
    "A Latin letter within a Cyrillic word is read as its Cyrillic twin",
    arguments: [
      ("Сepгей", "sergey"), ("Рoссия", "rossiya"), ("Иванoв", "ivanov"), ("Пyтин", "putin"),
    ])
  func twins(name: String, reading: String) {
    let text = fold(name)
    #expect(text.notes.contains(.mixedScript))
    #expect(text.readings.map { $0.joined(separator: " ") }.contains(reading))
  }

  @Test("A Cyrillic letter within a Latin word is read as its Latin twin")
  func latinTwins() {
    #expect(fold("Nоrdwind").readings.last == ["nordwind"])
    #expect(fold("Рutin").readings.last == ["putin"])
  }

  @Test("A joiner in a Persian or Indian word is no invisible character")
  func joiners() {
    #expect(!fold("می\u{200C}خواهم").notes.contains(.invisibleCharacters))
    #expect(!fold("क्\u{200D}ष").notes.contains(.invisibleCharacters))
    #expect(fold("Mar\u{200C}ta").notes.contains(.invisibleCharacters))
  }

  private func disguisedReadings(of name: String) -> [String] {
    folded(name) { folder, bytes, folded in
      folder.addDisguisedReadings(of: bytes, into: &folded)
    }
    .compactMap { $0.kind == .disguised ? $0.text : nil }
  }
}

@Suite("Acronyms")
struct AcronymTests {
  @Test(
    "are of the initials, with that of the company, and without group",
    arguments: [
      ("Sibertek Manufacturing International Corporation", ["smi", "smic"]),
      ("Norvik Electronics Technology Group Corporation", ["netg", "netgc", "net", "netc"]),
      ("Norvik Export Trading", ["net"]), ("Bank of the North and East", ["bne"]),
      ("Norvik Export Ltd", []), ("Norvik Company", []), ("Norvik Export Company", ["nec"]),
      ("Institute 12 of Norvik Physics", []), ("J Norvik Export Trading", []),
      ("Eins Zwei Drei Vier Fünf Sechs Sieben Acht Neun", []), ("中国电子科技集团", []),
    ])
  func acronyms(name: String, expected: [String]) {
    let readings = folded(name) { _, _, folded in folded.addAcronyms() }
    #expect(readings.compactMap { $0.kind == .acronym ? $0.text : nil } == expected)
  }
}

@Suite("Alternates")
struct AlternateTests {
  @Test(
    "A stroke parts two names",
    arguments: [
      ("Al-Norvik/Islamic Army", ["al norvik", "islamic army"]),
      ("Red Moon Party / Blue Sun Front", ["red moon party", "blue sun front"]),
      ("Norvik Party/Front", []), ("Norvik I/E Trading Company", []), ("M/V Norvik Star", []),
      ("Norvik Trading C/O Sibertek Export", []), ("Norvik Trading", []), ("Norvik Bank/", []),
      ("Norvik Bänk/Sibertek Export", []),
    ])
  func alternates(name: String, expected: [String]) {
    let readings = folded(name) { folder, bytes, folded in
      folder.addAlternates(of: bytes, into: &folded)
    }
    let before = folded(name) { _, _, _ in }.count
    #expect(readings.dropFirst(before).map(\.text) == expected)
  }
}

/// The readings of a name after `add` added some.
private func folded(
  _ name: String,
  _ add: (inout NameFolder, UnsafeBufferPointer<UInt8>, inout FoldedName) -> Void
) -> [(kind: ReadingKind, text: String)] {
  var folder = NameFolder(tables: .builtin)
  var folded = FoldedName()
  Array(name.utf8).withUnsafeBufferPointer { bytes in
    if folder.fold(bytes, into: &folded) == .folded { add(&folder, bytes, &folded) }
  }
  var result: [(kind: ReadingKind, text: String)] = []
  for reading in folded.readings {
    let words = (reading.firstToken..<reading.firstToken + reading.tokenCount).map { i in
      let token = folded.tokens[Int(i)]
      return String(
        decoding: UnsafeBufferPointer(
          start: folded.bytes + Int(token.start), count: Int(token.length)), as: UTF8.self)
    }
    result.append((reading.kind, words.joined(separator: " ")))
  }
  return result
}
