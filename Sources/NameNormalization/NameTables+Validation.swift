/// Why some bytes are not usable name tables.
public enum NameTablesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Too few bytes for a header, or not as many as the header says.
  case wrongSize(byteCount: Int, expected: Int)
  /// The bytes do not start at a multiple of 8.
  case misaligned
  /// The bytes are something else.
  case notTables
  /// The layout is of another version.
  case wrongVersion(found: Int, expected: Int)
  /// The bytes are not those that were written.
  case wrongChecksum
  /// A section does not lie where it should, or refers outside its targets.
  case damagedSection(String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .wrongSize(let byteCount, let expected):
      "name tables are \(byteCount) bytes; expected \(expected)"
    case .misaligned: "name tables do not start at a multiple of 8 bytes"
    case .notTables: "not name tables"
    case .wrongVersion(let found, let expected):
      "name tables have layout \(found); this build reads layout \(expected)"
    case .wrongChecksum: "name tables are damaged: the checksum differs"
    case .damagedSection(let name): "name tables are damaged: section '\(name)'"
    }
  }
}

extension NameTables {
  /// Reads tables in memory that stays as it is for as long as the value or a copy is used.
  ///
  /// - Throws: ``NameTablesError`` if the bytes are not whole, undamaged tables of this layout.
  /// - Complexity: O(*n*) in the number of bytes, about a millisecond.
  public init(validating bytes: UnsafeRawBufferPointer) throws(NameTablesError) {
    let sections = try TableSections(checking: bytes)
    self.bytes = bytes
    ascii = sections.start(.ascii)
    pageIndex = sections.start(.pageIndex)
    pages = sections.start(.pages)
    expansions = sections.start(.expansions)
    strings = sections.start(.strings)
    syllables = sections.start(.syllables)
    letterRules = sections.start(.letterRules)
    rules = sections.start(.rules)
    letterSets = sections.start(.letterSets)
    surnames = sections.elements(.surnames)
    classes = sections.start(.classes)
    classMask = sections.count(.classes) - 1
    classGuard = sections.start(.classGuard)
    tokens = sections.start(.tokens)
    tokenMask = sections.count(.tokens) - 1
    families = sections.start(.families)
    words = sections.start(.words)
    wordMask = sections.count(.words) - 1
  }
}

/// The sections of tables whose every reference has been checked.
private struct TableSections {
  private let bytes: UnsafeRawBufferPointer
  private var places: [(offset: Int, byteCount: Int)] = []

  init(checking bytes: UnsafeRawBufferPointer) throws(NameTablesError) {
    typealias Header = NameTablesFormat.Header
    self.bytes = bytes
    guard bytes.count >= NameTablesFormat.headerByteCount, let base = bytes.baseAddress else {
      throw .wrongSize(byteCount: bytes.count, expected: NameTablesFormat.headerByteCount)
    }
    guard UInt(bitPattern: base) % 8 == 0 else { throw .misaligned }
    guard bytes.load(as: UInt64.self) == NameTablesFormat.magic else { throw .notTables }
    let version = bytes.load(fromByteOffset: Header.version, as: UInt32.self)
    guard version == NameTablesFormat.version else {
      throw .wrongVersion(found: Int(version), expected: Int(NameTablesFormat.version))
    }
    let size = bytes.load(fromByteOffset: Header.byteCount, as: UInt64.self)
    guard size == UInt64(bytes.count), bytes.count % 8 == 0 else {
      throw .wrongSize(byteCount: bytes.count, expected: Int(truncatingIfNeeded: size))
    }
    let checksum = bytes.load(fromByteOffset: Header.checksum, as: UInt64.self)
    guard checksum == NameTablesFormat.checksum(of: bytes) else { throw .wrongChecksum }
    try findSections()
    try checkSizes()
    try checkReferences()
  }

  func start<Element>(_ section: NameTablesFormat.Section) -> UnsafePointer<Element> {
    // SAFETY: `findSections` has checked that the section lies in the bytes, at a multiple of 8.
    (bytes.baseAddress! + places[section.rawValue].offset)
      .assumingMemoryBound(to: Element.self)
  }

  func count(_ section: NameTablesFormat.Section) -> Int {
    places[section.rawValue].byteCount / NameTablesFormat.stride(of: section)
  }

  func elements<Element>(_ section: NameTablesFormat.Section) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: start(section), count: count(section))
  }

  private mutating func findSections() throws(NameTablesError) {
    typealias Header = NameTablesFormat.Header
    let count = bytes.load(fromByteOffset: Header.sectionCount, as: UInt32.self)
    guard count == UInt32(NameTablesFormat.Section.allCases.count) else {
      throw .damagedSection("directory")
    }
    for section in NameTablesFormat.Section.allCases {
      let place = Header.sections + 8 * section.rawValue
      let offset = Int(bytes.load(fromByteOffset: place, as: UInt32.self))
      let size = Int(bytes.load(fromByteOffset: place + 4, as: UInt32.self))
      guard offset % 8 == 0, offset >= NameTablesFormat.headerByteCount,
        offset + size <= bytes.count, size % NameTablesFormat.stride(of: section) == 0
      else { throw .damagedSection("\(section)") }
      places.append((offset, size))
    }
  }

  private func checkSizes() throws(NameTablesError) {
    try require(count(.ascii) == 256, .ascii)
    try require(count(.pageIndex) == NameTablesFormat.pageIndexCount, .pageIndex)
    try require(count(.pages) > 0 && count(.pages) % (1 << NameTablesFormat.pageShift) == 0, .pages)
    try require(count(.classGuard) == (1 << NameTablesFormat.guardShift) / 8, .classGuard)
    try require(count(.letterRules) > 0, .letterRules)
    try require(count(.syllables) > 0, .syllables)
    try require(count(.families) > 0, .families)
    for section: NameTablesFormat.Section in [.classes, .tokens, .words] {
      try require(count(section) > 0 && count(section).nonzeroBitCount == 1, section)
    }
  }

  private func checkReferences() throws(NameTablesError) {
    let pageCount = count(.pages) >> NameTablesFormat.pageShift
    for page: UInt16 in elements(.pageIndex) { try require(Int(page) < pageCount, .pageIndex) }
    for entry: CharacterEntry in elements(.pages) { try check(entry, in: .pages) }
    try checkExpansions()
    for text: StringReference in elements(.syllables) { try check(text, in: .syllables) }
    try checkRules()
    for surname: SurnameReading in elements(.surnames) {
      for syllable in [
        surname.reading.0, surname.reading.1, surname.alternate.0, surname.alternate.1,
      ] {
        try require(Int(syllable) < count(.syllables), .surnames)
      }
    }
    try checkSlots()
  }

  private func checkExpansions() throws(NameTablesError) {
    let values: UnsafeBufferPointer<UInt32> = elements(.expansions)
    var i = 0
    while i < values.count {
      let end = i + 1 + Int(values[i])
      try require(end <= values.count, .expansions)
      for j in i + 1..<end {
        let entry = CharacterEntry(rawValue: values[j])
        // Expansions do not nest, so that reading one ends.
        try require(entry.kind != CharacterEntry.Kind.expansion, .expansions)
        try check(entry, in: .expansions)
      }
      i = end
    }
  }

  private func checkRules() throws(NameTablesError) {
    var last: UInt32 = 0
    for first: UInt32 in elements(.letterRules) {
      try require(first >= last && Int(first) <= count(.rules), .letterRules)
      last = first
    }
    for rule: LetterRule in elements(.rules) {
      try require(Int(rule.nextStart) + Int(rule.nextCount) <= count(.letterSets), .rules)
      try check(rule.result, in: .rules)
    }
  }

  private func checkSlots() throws(NameTablesError) {
    var free = 0
    for slot: ClassSlot in elements(.classes) {
      free += slot.text.rawValue == 0 ? 1 : 0
      try require(TokenClass(rawValue: slot.tokenClass) != nil, .classes)
      try check(slot.text, in: .classes)
      try check(slot.replacement, in: .classes)
    }
    try require(free > 0, .classes)
    free = 0
    for slot: TokenSlot in elements(.tokens) {
      free += slot.text.rawValue == 0 ? 1 : 0
      try require(slot.weight <= NameTables.weightOfOne, .tokens)
      try require(Int(slot.families) < count(.families), .tokens)
      try check(slot.text, in: .tokens)
    }
    try require(free > 0, .tokens)
    free = 0
    for slot: WordSlot in elements(.words) {
      free += slot.skeleton.rawValue == 0 ? 1 : 0
      try check(slot.skeleton, in: .words)
      try check(slot.word, in: .words)
    }
    try require(free > 0, .words)
  }

  private func check(
    _ entry: CharacterEntry, in section: NameTablesFormat.Section
  ) throws(NameTablesError) {
    typealias Kind = CharacterEntry.Kind
    switch entry.kind {
    case Kind.expansion:
      let values: UnsafeBufferPointer<UInt32> = elements(.expansions)
      let start = Int(entry.payload)
      try require(start < values.count && start + 1 + Int(values[start]) <= values.count, section)
    case Kind.letter: try require(Int(entry.letter) + 1 < count(.letterRules), section)
    case Kind.han: try require(Int(entry.hanSyllable) < count(.syllables), section)
    case Kind.hangul: try require(Int(entry.hangulSyllable) < count(.syllables), section)
    case Kind.ascii: try require(entry.payload & 0xFF != 0, section)
    default: try require(entry.kind <= Kind.composing, section)
    }
  }

  private func check(
    _ text: StringReference, in section: NameTablesFormat.Section
  ) throws(NameTablesError) {
    try require(text.offset + text.length <= count(.strings), section)
  }

  private func require(
    _ condition: Bool, _ section: NameTablesFormat.Section
  ) throws(NameTablesError) {
    guard condition else { throw .damagedSection("\(section)") }
  }
}
