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

    // The first pass has no tokens; it serves to fold those of the second.
    var tokens = TokenTables()
    tokens.write(to: &sections, &strings)
    sections.sections[.strings] = strings.bytes
    let characters = AlignedBytes(sections.laidOut(icuVersion: loadedICUVersion()))
    var folder = SpellingFolder(tables: try NameTables(validating: characters.bytes))
    try fill(&tokens, &folder)
    withExtendedLifetime(characters) {}
    tokens.write(to: &sections, &strings)
    sections.sections[.strings] = strings.bytes

    let tables = AlignedBytes(sections.laidOut(icuVersion: loadedICUVersion()))
    _ = try NameTables(validating: tables.bytes)
    return withExtendedLifetime(tables) { Array(tables.bytes) }
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

  private func fill(_ tokens: inout TokenTables, _ folder: inout SpellingFolder) throws {
    try tokens.addLegalForms(file("legal-forms.tsv", 2...3), &folder)
    try tokens.add(.particle, file("particles.tsv", 1...2), &folder)
    try tokens.add(.title, file("titles.tsv", 1...2), &folder)
    try tokens.addFrequencies(file("frequencies.tsv", 2...2), &folder)
    try tokens.addVariants(file("variants.tsv", 1...2), &folder)
    try tokens.addWords(file("abjad-words.tsv", 2...2), &folder)
  }

  private func file(_ name: String, _ columns: ClosedRange<Int>) throws -> TabSeparatedFile {
    try TabSeparatedFile(dataFolder + "/" + name, columns: columns)
  }
}

/// Bytes aligned as tables must be, freed with the object.
private final class AlignedBytes {
  let bytes: UnsafeRawBufferPointer

  init(_ content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 64)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(memory)
  }

  deinit { bytes.deallocate() }
}
