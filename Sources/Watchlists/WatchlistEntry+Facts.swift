// How readers put facts into an entry, without repeats and empty ones.

extension WatchlistEntry {
  /// Adds a country unless it is there.
  mutating func addCountry(_ country: String) {
    if !country.isEmpty, !countries.contains(country) { countries.append(country) }
  }

  /// Adds a date of birth unless it is there.
  mutating func addBirthDate(_ interval: DateInterval) {
    if !birthDates.contains(interval) { birthDates.append(interval) }
  }

  /// Adds a place of birth unless it is empty or there.
  mutating func addBirthPlace(_ place: String) {
    if !place.isEmpty, !birthPlaces.contains(place) { birthPlaces.append(place) }
  }

  /// Adds a name that was taken out of other text, unless one with the same text is there.
  mutating func addDerivedName(_ name: ListedName) {
    if !names.contains(where: { $0.text == name.text }) { names.append(name) }
  }

  /// Adds an address unless it is empty.
  mutating func addAddress(_ address: Address) {
    if address != Address() { addresses.append(address) }
  }

  /// Adds an authority unless it is there, behind `; `.
  mutating func addLegalBasis(_ text: String) {
    guard let basis = legalBasis else { return legalBasis = text }
    if !splitList(basis).contains(text[...]) { legalBasis = "\(basis); \(text)" }
  }

  /// Adds a program tag unless it is there.
  mutating func addProgram(_ tag: String) {
    if !programs.contains(tag) { programs.append(tag) }
  }

  /// Adds a name unless a name with its text is there; of the two the primary one stays, and of
  /// two strengths the better known one.
  mutating func addName(_ name: ListedName) {
    guard let position = names.firstIndex(where: { $0.text == name.text }) else {
      names.append(name)
      return
    }
    if name.type == .primary { names[position].type = .primary }
    if names[position].strength == .unknown || name.strength == .strong {
      names[position].strength = name.strength
    }
  }

  /// Moves the primary name before the others, or makes the first one that when there is none;
  /// further ones become variants.
  ///
  /// - Precondition: There is a name.
  mutating func putPrimaryNameFirst() {
    let position = names.firstIndex { $0.type == .primary } ?? 0
    names.insert(names.remove(at: position), at: 0)
    names[0].type = .primary
    for i in names.indices.dropFirst() where names[i].type == .primary {
      names[i].type = .variant
    }
  }

  /// Adds a title or function, behind `; `, unless it is there.
  mutating func addTitle(_ text: String) {
    guard !text.isEmpty, title?.contains(text) != true else { return }
    title = title.map { "\($0); \(text)" } ?? text
  }

  /// Adds text to the remarks, behind `; `.
  mutating func addRemark(_ text: some StringProtocol) {
    guard !text.isEmpty else { return }
    remarks = remarks.map { "\($0); \(text)" } ?? String(text)
  }
}
