internal import NameNormalization

/// Compiles the reviewed data files into tables.
struct NameTablesCompiler {
  /// The folder of the data files.
  let dataFolder: String

  /// Makes the tables; the same bytes on every machine with the same version of ICU.
  func compile() throws -> [UInt8] {
    var sections = TableSections()
    var strings = StringPool()
    try writeCharacters(to: &sections, &strings)

    // Each pass folds its spellings with the tables that the passes before it made.
    var tokens = TokenTables()
    for pass in [addWords, addClassesAndWeights] {
      try withTables(tokens, sections, strings) { tables in
        var folder = SpellingFolder(tables: tables)
        try pass(&tokens, &folder)
      }
    }
    return try withTables(tokens, sections, strings) { Array($0.rawBytes) }
  }

  /// Lays out tables and lends them to `body`, which also proves that they are valid.
  private func withTables<Result>(
    _ tokens: TokenTables, _ sections: TableSections, _ strings: StringPool,
    _ body: (NameTables) throws -> Result
  ) throws -> Result {
    var sections = sections
    var strings = strings
    tokens.write(to: &sections, &strings)
    sections.sections[.strings] = strings.bytes
    let content = sections.laidOut(icuVersion: loadedICUVersion())
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 64)
    defer { memory.deallocate() }
    memory.copyBytes(from: content)
    return try body(try NameTables(validating: UnsafeRawBufferPointer(memory)))
  }

  private func writeCharacters(
    to sections: inout TableSections, _ strings: inout StringPool
  ) throws {
    let letters = try LetterRules(file("letters.tsv", 2...5))
    letters.write(to: &sections, &strings)
    let syllables = try SyllableTable(
      forms: file("han-forms.tsv", 2...2), readings: file("han-readings.tsv", 2...2))
    syllables.numberHan()
    syllables.numberHangul()
    sections.set(.surnames, try syllables.surnames(file("surname-readings.tsv", 2...3)))
    var characters = try CharacterTable(
      overrides: file("characters.tsv", 2...2), letters: letters, syllables: syllables)
    characters.write(to: &sections)
    sections.set(.syllables, syllables.syllables.map { strings.reference($0) })
  }

  private func addWords(to tokens: inout TokenTables, _ folder: inout SpellingFolder) throws {
    try tokens.addWords(file("abjad-words.tsv", 2...2), &folder)
  }

  private func addClassesAndWeights(
    to tokens: inout TokenTables, _ folder: inout SpellingFolder
  ) throws {
    try tokens.addLegalForms(file("legal-forms.tsv", 2...3), &folder)
    try tokens.add(.particle, file("particles.tsv", 1...2), &folder)
    try tokens.add(.title, file("titles.tsv", 1...2), &folder)
    try tokens.addFrequencies(file("frequencies.tsv", 2...2), &folder)
    try tokens.addVariants(file("variants.tsv", 1...2), &folder)
    try tokens.addOrganisationWords(file("organisation-words.tsv", 2...2), &folder)
    try tokens.addGroups(
      nicknames: file("nicknames.tsv", 2...2), syllables: file("syllables.tsv", 2...2), &folder)
    try tokens.addPhrases(file("phrases.tsv", 2...2))
    try tokens.addCompounds(file("compounds.tsv", 4...4))
  }

  private func file(_ name: String, _ columns: ClosedRange<Int>) throws -> TabSeparatedFile {
    try TabSeparatedFile(dataFolder + "/" + name, columns: columns)
  }
}
