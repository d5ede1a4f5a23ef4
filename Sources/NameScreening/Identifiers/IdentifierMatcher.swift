public import Watchlists

/// Looks up identifiers of records among those of the entries, exactly; the scratch memory of one
/// thread.
///
///     var matcher = IdentifierMatcher(screener)
///     matcher.match(isin, .isin)
///     matcher.matches   // the entries that have it
public struct IdentifierMatcher: ~Copyable {
  /// The entries that have the identifier looked up last, by entry, one for each.
  public private(set) var matches: [IdentifierMatch] = []

  private let screener: Screener
  private var form: [UInt8] = []
  private var listedForm: [UInt8] = []
  private var candidates: [EntryID] = []

  /// Creates a matcher.
  public init(_ screener: Screener) { self.screener = screener }

  /// Looks up an identifier.
  ///
  /// A number with a wrong check digit is looked up as well: lists have some.
  ///
  /// - Parameters:
  ///   - value: The identifier as it stands. A number that an authority of a country gave may
  ///     have the country in it: `HK 2162198`, `2162198 (Hong Kong)`.
  ///   - kind: What it is; nil when it may be anything.
  ///   - country: The country that gave it, as a code of ISO 3166 or an English name.
  /// - Returns: Why it cannot be relied upon, or nil.
  /// - Complexity: O(1), and for each entry found O(*k*) in its identifiers.
  public mutating func match(
    _ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind?,
    country: UnsafeBufferPointer<UInt8>? = nil
  ) -> IdentifierFault? {
    matches.removeAll(keepingCapacity: true)
    guard IdentifierForm.write(value, kind, to: &form) else {
      return form.isEmpty
        ? .noLetterOrDigit
        : .tooLong(byteCount: value.count, limit: IdentifierForm.maximumByteCount)
    }
    let fault = kind.flatMap { checkedForm($0, value) }
    let code = country.map { String(decoding: $0, as: UTF8.self) }
      .flatMap(Countries.shared.code(of:))
    find(value, kind, code)
    if kind?.isNational ?? true, code == nil, let inner = NationalNumber(value) {
      find(inner.number, kind, inner.country)
    }
    matches.sort { $0.entry.rawValue < $1.entry.rawValue }
    return fault
  }

  /// Why the form of a value is wrong for its kind, or nil.
  private func checkedForm(
    _ kind: IdentifierKind, _ value: UnsafeBufferPointer<UInt8>
  ) -> IdentifierFault? {
    if kind == .ticker { return Self.hasExchange(value) ? nil : .withoutExchange }
    let text = String(decoding: form, as: UTF8.self)
    return CheckDigits.isValid(text, kind: kind) == false ? .wrongCheckDigit : nil
  }

  /// Two words, or a number with letters behind it.
  private static func hasExchange(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
    let words = value.split { !isDigit($0) && !isLetter($0) }
    if words.count > 1 { return true }
    guard let word = words.first, let first = word.first, isDigit(first) else { return false }
    return isLetter(word[word.endIndex - 1])
  }

  // The forms that an identifier of no known kind may be listed under.
  private static let formKinds: [IdentifierKind] = [
    .passport, .registration, .cryptoAddress, .bic, .ticker,
  ]

  private mutating func find(
    _ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind?, _ country: String?
  ) {
    candidates.removeAll(keepingCapacity: true)
    for formKind in kind.map({ [$0] }) ?? Self.formKinds
    where IdentifierForm.write(value, formKind, to: &form) {
      screener.identifiers.forEachCandidate(form) { candidates.append($0) }
    }
    for entry in candidates where !matches.contains(where: { $0.entry == entry }) {
      if let match = compare(value, kind, country, with: entry) { matches.append(match) }
    }
  }

  /// The identifier of an entry that agrees best.
  private mutating func compare(
    _ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind?, _ country: String?,
    with entry: EntryID
  ) -> IdentifierMatch? {
    var best: IdentifierMatch?
    for (i, listed) in screener.entry(entry).identifiers.enumerated()
    where kind?.mayBe(listed.kind) ?? true {
      guard IdentifierForm.write(value, listed.kind, to: &form),
        isForm(of: listed), let agreement = agreement(value, kind, country, listed)
      else { continue }
      if best == nil || (best?.agreement != .full && agreement == .full) {
        best = IdentifierMatch(entry: entry, identifierIndex: i, agreement: agreement)
      }
    }
    return best
  }

  private mutating func isForm(of listed: Identifier) -> Bool {
    var text = listed.value
    return text.withUTF8 { IdentifierForm.write($0, listed.kind, to: &listedForm) }
      && form == listedForm
  }

  // A number of no known kind is most likely the bank's own, unless the country agrees.
  private func agreement(
    _ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind?, _ country: String?,
    _ listed: Identifier
  ) -> IdentifierMatch.Agreement? {
    if listed.kind == .bic { return Self.isSameBranch(value, listed.value) ? .full : .otherBranch }
    guard listed.kind.isNational else { return .full }
    guard let country, let other = listed.country.flatMap(Countries.shared.code(of:)) else {
      return kind == nil ? nil : .countryAbsent
    }
    return country == other ? .full : nil
  }

  /// A BIC of eight characters is the head office, which `XXX` says as well.
  private static func isSameBranch(_ value: UnsafeBufferPointer<UInt8>, _ listed: String) -> Bool {
    func branch(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      let letters = bytes.filter { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) }
      let branch = letters.dropFirst(IdentifierForm.bicByteCount).map { $0 & 0xDF }
      return branch == Array("XXX".utf8) ? [] : branch
    }
    return branch(value) == branch(listed.utf8)
  }
}
