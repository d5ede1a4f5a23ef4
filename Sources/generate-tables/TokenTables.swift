internal import NameNormalization

/// Folds the spellings of data files with the character tables alone.
struct SpellingFolder: ~Copyable {
  private var folder: NameFolder
  private var folded = FoldedName()

  /// Creates a folder with tables that have no tokens yet.
  init(tables: NameTables) {
    folder = NameFolder(tables: tables)
  }

  /// The words of each reading of a spelling.
  mutating func readings(of spelling: String) -> [[String]] {
    let bytes = Array(spelling.utf8)
    guard bytes.withUnsafeBufferPointer({ folder.fold($0, into: &folded) }) == .folded else {
      return []
    }
    var readings: [[String]] = []
    // A transcribed reading spells a foreign name, which no word of these tables is.
    for reading in folded.readings where reading.kind != .transcribed {
      readings.append(
        (reading.firstToken..<reading.firstToken + reading.tokenCount).map { index in
          let token = folded.tokens[Int(index)]
          let start = folded.bytes + Int(token.start)
          return String(
            decoding: UnsafeBufferPointer(start: start, count: Int(token.length)), as: UTF8.self)
        })
    }
    return readings
  }
}

/// The tables of whole tokens, keyed by folded bytes.
struct TokenTables {
  private var classes: [String: ClassSlot] = [:]
  private var replacements: [String: String] = [:]
  private var weights: [String: UInt16] = [:]
  private var variants: [String: UInt16] = [:]
  private var families: [[String]] = []
  private var words: [String: String] = [:]
  private var legalClasses = LegalClassNumbers()
  private var groups = NameGroupTable()

  /// Adds `particles.tsv` or `titles.tsv`: a word a line, with `filler` behind it if it is left out.
  mutating func add(
    _ tokenClass: TokenClass, _ file: TabSeparatedFile, _ folder: inout SpellingFolder
  ) throws {
    for row in file.rows {
      for reading in folder.readings(of: row[0]) {
        guard reading.count == 1 else { throw row.error("'\(row[0])' folds to several words") }
        try set(reading, row[1] == "filler" ? .filler : tokenClass, legalClass: 0, row)
      }
    }
  }

  /// Adds `legal-forms.tsv`: kind and class, spelling, where it is used.
  mutating func addLegalForms(
    _ file: TabSeparatedFile, _ folder: inout SpellingFolder
  ) throws {
    var phrases: [(words: [String], number: UInt8, row: TabSeparatedFile.Row)] = []
    for row in file.rows {
      let number = try legalClasses.number(of: row[0], row)
      let readings = folder.readings(of: row[1])
      if readings.isEmpty { throw row.error("'\(row[1])' folds to nothing") }
      // Not at the start of a name, where a character is not read as a surname.
      let inner = ["中 ", "가 "].flatMap { folder.readings(of: $0 + row[1]) }.map { $0.dropFirst() }
      for reading in readings + inner.map(Array.init) {
        try set(reading, .legalForm, legalClass: number, row)
        phrases.append((reading, number, row))
      }
    }
    // Names come with their words in any order, the last first above all.
    for (words, number, row) in phrases where words.count > 1 {
      for other in PhrasePattern.reversals(of: words) where isFree(other) {
        try set(other, .legalForm, legalClass: number, row)
      }
    }
  }

  private mutating func set(
    _ words: [String], _ tokenClass: TokenClass, legalClass: UInt8, _ row: TabSeparatedFile.Row
  ) throws {
    guard words.count <= 8 else { throw row.error("more than eight words") }
    let key = words.joined(separator: " ")
    guard key.utf8.count > 1 else { throw row.error("'\(key)' is a single letter") }
    var slot = classes[key] ?? ClassSlot()
    let isNew = slot.tokenClass == TokenClass.name.rawValue && slot.legalClass == 0
    guard isNew || (slot.tokenClass == tokenClass.rawValue && slot.legalClass == legalClass) else {
      throw row.error("'\(key)' is in another class already")
    }
    guard replacements[key] == nil else { throw row.error("'\(key)' is rewritten already") }
    slot.tokenClass = tokenClass.rawValue
    slot.legalClass = legalClass
    classes[key] = slot
    noteBeginning(of: words)
  }

  /// Lets the first of several words lead to them.
  private mutating func noteBeginning(of words: [String]) {
    if words.count > 1 {
      classes[words[0], default: ClassSlot()].maximumWordCount = max(
        classes[words[0]]?.maximumWordCount ?? 0, UInt8(words.count))
    }
  }

  /// Adds `phrases.tsv`: what is written instead, the words that are replaced.
  mutating func addPhrases(_ file: TabSeparatedFile) throws {
    var sets: [String: [String]] = [:]
    var phrases: [(words: [String], row: TabSeparatedFile.Row)] = []
    for row in file.rows {
      let pattern = try PhrasePattern(row, sets: sets)
      if row[0].hasPrefix("=") {
        sets[row[0]] = try pattern.singleWords(row)
        continue
      }
      for phrase in pattern.phrases {
        try rewrite(phrase, as: row[0], row)
        phrases.append((phrase, row))
      }
    }
    // Written without spaces or last word first it is the same, unless that means something else.
    for (words, row) in phrases {
      for other in PhrasePattern.gluings(of: words) + PhrasePattern.reversals(of: words)
      where isFree(other) {
        try rewrite(other, as: row[0], row)
      }
    }
  }

  /// Adds `compounds.tsv`: `prefix` or `suffix`, the affix as a word, its spellings, the words that
  /// it is written together with, each for its whole family of spellings, or `*` for any word.
  mutating func addCompounds(_ file: TabSeparatedFile) throws {
    for row in file.rows {
      guard row[0] == "prefix" || row[0] == "suffix" else {
        throw row.error("'\(row[0])' is neither 'prefix' nor 'suffix'")
      }
      if row[3] == "*" {
        for affix in row[2].split(separator: " ").map(String.init) {
          classes[affix, default: ClassSlot()].beginsCompounds = 1
        }
        continue
      }
      for word in row[3].split(separator: " ").map(String.init) {
        for spelling in variants[word].map({ families[Int($0) - 1] }) ?? [word] {
          for affix in row[2].split(separator: " ").map(String.init) {
            let isPrefix = row[0] == "prefix"
            let compound = [isPrefix ? affix + spelling : spelling + affix]
            let text = isPrefix ? "\(row[1]) \(spelling)" : "\(spelling) \(row[1])"
            if isFree(compound) { try rewrite(compound, as: text, row) }
          }
        }
      }
    }
  }

  private func isFree(_ words: [String]) -> Bool {
    let key = words.joined(separator: " ")
    return replacements[key] == nil && variants[key] == nil
      && (classes[key]?.tokenClass ?? 0) == TokenClass.name.rawValue
  }

  private mutating func rewrite(
    _ words: [String], as text: String, _ row: TabSeparatedFile.Row
  ) throws {
    guard words.count <= 8 else { throw row.error("more than eight words") }
    let key = words.joined(separator: " ")
    if key == text || replacements[key] == text { return }
    guard replacements[key] == nil, (classes[key]?.tokenClass ?? 0) == TokenClass.name.rawValue
    else { throw row.error("'\(key)' has a meaning already") }
    replacements[key] = text
    classes[key] = classes[key] ?? ClassSlot()
    noteBeginning(of: words)
  }

  /// Adds `frequencies.tsv`: folded token, weight in 1/64.
  mutating func addFrequencies(
    _ file: TabSeparatedFile, _ folder: inout SpellingFolder
  ) throws {
    for row in file.rows {
      guard let level = UInt16(row[1]), (16...64).contains(level) else {
        throw row.error("level '\(row[1])' is not in 16...64")
      }
      guard folder.readings(of: row[0])[...].first == [row[0]] else {
        throw row.error("'\(row[0])' is not a folded token")
      }
      guard weights.updateValue(level * 64, forKey: row[0]) == nil else {
        throw row.error("'\(row[0])' comes twice")
      }
    }
  }

  /// Adds `variants.tsv`: the spellings of one name, between spaces; the weight in 1/64 of each,
  /// where that is not a matter of its own frequency.
  mutating func addVariants(_ file: TabSeparatedFile, _ folder: inout SpellingFolder) throws {
    for row in file.rows {
      let family = try addFamily(row[0], row, &folder)
      if !row[1].isEmpty { try weigh(family, row[1], row) }
    }
  }

  /// Adds `organisation-words.tsv`: weight in 1/64, the words for one thing, between spaces.
  ///
  /// The weight is that of every word, whatever its own frequency is.
  mutating func addOrganisationWords(
    _ file: TabSeparatedFile, _ folder: inout SpellingFolder
  ) throws {
    for row in file.rows { try weigh(addFamily(row[1], row, &folder), row[0], row) }
  }

  /// Adds `nicknames.tsv` and `syllables.tsv`, after the families of spellings.
  mutating func addGroups(
    nicknames: TabSeparatedFile, syllables: TabSeparatedFile, _ folder: inout SpellingFolder
  ) throws {
    try groups.addNicknames(nicknames, &folder) { name in
      variants[name].map { families[Int($0) - 1] } ?? [name]
    }
    try groups.addSyllables(syllables, &folder)
  }

  private mutating func weigh(
    _ words: [String], _ level: String, _ row: TabSeparatedFile.Row
  ) throws {
    guard let level = UInt16(level), (8...64).contains(level) else {
      throw row.error("level '\(level)' is not in 8...64")
    }
    for word in words { weights[word] = level * 64 }
  }

  private mutating func addFamily(
    _ text: String, _ row: TabSeparatedFile.Row, _ folder: inout SpellingFolder
  ) throws -> [String] {
    let family = text.split(separator: " ").map(String.init)
    families.append(family)
    for spelling in family {
      guard folder.readings(of: spelling) == [[spelling]] else {
        throw row.error("'\(spelling)' is not a folded token")
      }
      guard variants.updateValue(UInt16(families.count), forKey: spelling) == nil else {
        throw row.error("'\(spelling)' is in another family already")
      }
    }
    return family
  }

  /// Adds `abjad-words.tsv`: a word in its script, its usual spelling.
  mutating func addWords(_ file: TabSeparatedFile, _ folder: inout SpellingFolder) throws {
    for row in file.rows {
      let readings = folder.readings(of: row[0])
      guard readings.count == 1, readings[0].count == 1 else {
        throw row.error("'\(row[0])' is not one word")
      }
      guard folder.readings(of: row[1]) == [row[1].split(separator: " ").map(String.init)] else {
        throw row.error("'\(row[1])' is not folded")
      }
      if let other = words.updateValue(row[1], forKey: readings[0][0]), other != row[1] {
        throw row.error("'\(row[0])' folds to '\(readings[0][0])', which is '\(other)' already")
      }
    }
  }

  /// Writes the sections of tokens.
  func write(to sections: inout TableSections, _ strings: inout StringPool) {
    sections.set(
      .classes,
      openAddressed(Array(classes.keys), free: ClassSlot()) { key in
        var slot = classes[key] ?? ClassSlot()
        slot.text = strings.reference(key)
        slot.replacement = strings.reference(replacements[key] ?? "")
        return slot
      })
    sections.set(.classGuard, classGuard())
    let tokens = Set(weights.keys).union(variants.keys).union(groups.tokens)
    var numbers: [NameFamilies: UInt16] = [NameFamilies(): 0]
    var distinct = [NameFamilies()]
    sections.set(
      .tokens,
      openAddressed(Array(tokens), free: TokenSlot()) { key in
        let families = NameFamilies(
          variantClass: UInt32(variants[key] ?? 0), groups: groups.packed(key))
        if numbers[families] == nil {
          numbers[families] = UInt16(distinct.count)
          distinct.append(families)
        }
        var slot = TokenSlot()
        slot.text = strings.reference(key)
        slot.weight = weights[key] ?? 0
        slot.families = numbers[families] ?? 0
        return slot
      })
    sections.set(.families, distinct)
    sections.set(
      .words,
      openAddressed(Array(words.keys), free: WordSlot()) { key in
        var slot = WordSlot()
        slot.skeleton = strings.reference(key)
        slot.word = strings.reference(words[key] ?? "")
        return slot
      })
  }

  private func classGuard() -> [UInt8] {
    var bits = [UInt8](repeating: 0, count: (1 << NameTablesFormat.guardShift) / 8)
    for key in classes.keys {
      // A form of several words is found from its first, which has a slot of its own.
      let first = Array(key.utf8.prefix { $0 != UInt8(ascii: " ") })
      let bit = first.withUnsafeBytes { guardBit(word($0.baseAddress!, min($0.count, 8))) }
      bits[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    return bits
  }
}
