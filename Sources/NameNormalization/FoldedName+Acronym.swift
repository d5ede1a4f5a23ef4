extension FoldedName {
  /// The lengths of acronyms: two letters are initials of too many names.
  static let acronymLengths = 3...8

  /// Adds the acronyms of the name as readings of their own: the initials of its words, also with
  /// that of `corporation` or `company`, and also without such words as `group`.
  ///
  ///     "Norvik Electronics Technology Group Corporation"   // netg, netgc, net, netc
  ///
  /// For names of listed organisations. A name with a number or a single letter has none.
  ///
  /// - Complexity: O(*n*) in the tokens of the name.
  public mutating func addAcronyms() {
    guard let reading = readings.first, reading.kind == .plain else { return }
    var all: [UInt8] = []
    var distinctive: [UInt8] = []
    var company: UInt8?
    for i in Int(reading.firstToken)..<Int(reading.firstToken + reading.tokenCount) {
      let token = tokens[i]
      switch token.tokenClass {
      case .name:
        all.append(bytes[Int(token.start)])
        if !isGroupWord(token) { distinctive.append(bytes[Int(token.start)]) }
      case .legalForm: company = company ?? initialOfCompany(token)
      case .particle, .title, .filler: break
      case .number, .initial, .acronym: return
      }
    }
    // One word and what kind of company it is make no acronym.
    if distinctive.count < 2 || all.count < 3 && company == nil { return }
    var added: [[UInt8]] = []
    for letters in [all, distinctive] {
      for suffix in [nil, company] {
        let acronym = letters + (suffix.map { [$0] } ?? [])
        guard Self.acronymLengths.contains(acronym.count), !added.contains(acronym),
          acronym.allSatisfy({ (0x61...0x7A).contains($0) })
        else { continue }
        added.append(acronym)
        addReading(ofAcronym: acronym)
      }
    }
  }

  private mutating func addReading(ofAcronym acronym: [UInt8]) {
    let start = byteCount == 0 ? 0 : byteCount + 1
    reserve(start + acronym.count + 1)
    for (i, byte) in acronym.enumerated() { bytes[start + i] = byte }
    byteCount = start + acronym.count
    readings.append(Reading(kind: .acronym, firstToken: UInt32(tokenCount), tokenCount: 1))
    append(
      FoldedToken(
        start: UInt32(start), length: UInt16(acronym.count), tokenClass: .acronym))
  }

  /// `c` of a legal form that begins with `company` or `corporation` spelt out.
  private func initialOfCompany(_ token: FoldedToken) -> UInt8? {
    begins(token, with: "company") || begins(token, with: "corporation") ? UInt8(ascii: "c") : nil
  }

  /// Whether a word says that a company is several, which acronyms leave out.
  private func isGroupWord(_ token: FoldedToken) -> Bool {
    begins(token, with: "group") || begins(token, with: "holding")
  }

  private func begins(_ token: FoldedToken, with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard Int(token.length) >= count else { return false }
    for i in 0..<count where bytes[Int(token.start) + i] != word.utf8Start[i] { return false }
    return true
  }
}
