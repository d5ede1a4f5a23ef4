/// Folds names in any script to the form that is indexed and compared.
///
/// Folding drops case, accents, punctuation and invisible characters, romanises letters and reads
/// Han and Hangul both as characters and by their sound. It looks code points up in tables; only
/// scripts that the tables leave out go through ICU, once per new token.
///
///     var folder = NameFolder(tables: .builtin)
///     folder.fold("Щукин, O’Brien & Co., Ltd.", into: &name)   // shchukin obrien "co ltd"
///
/// A worker keeps one for its whole life. It is noncopyable because it owns what ICU told it.
public struct NameFolder: ~Copyable {
  private let tables: NameTables
  private var symbols = SymbolBuffer()
  private var foreignScripts = ForeignScripts()

  /// Creates a folder that folds with `tables`.
  public init(tables: NameTables) {
    self.tables = tables
  }

  /// Folds a name in UTF-8 and replaces what `folded` held.
  ///
  /// A byte that is not part of well-formed UTF-8 ends a token.
  ///
  /// - Returns: ``FoldingOutcome/folded`` if `folded` has at least one reading; otherwise why it
  ///   has none. A name that is too long is never cut: it has no readings at all.
  /// - Complexity: O(*n*) in the bytes of the name, about 3 ns a byte for ASCII; no allocation
  ///   once `folded` has grown, unless the name has a letter that only ICU romanises.
  public mutating func fold(
    _ name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) -> FoldingOutcome {
    folded.removeAll()
    let outcome = foldAscii(name, into: &folded) ?? foldAny(name, into: &folded)
    if outcome != .folded { folded.removeAll() }
    return outcome
  }

  /// Folds a name of ASCII bytes; nil, after any work, if it has another byte.
  func foldAscii(
    _ name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) -> FoldingOutcome? {
    // No byte becomes more than one, and each token adds a space.
    folded.reserveBytes(2 * name.count + 8)
    var draft = FoldedName.Draft(.plain, in: folded)
    let out = folded.bytes
    let actions = tables.ascii
    for byte in name {
      let action = actions[Int(byte)]
      if action >= UInt8(ascii: "0") {
        out[draft.end] = action
        draft.end += 1
        if action <= UInt8(ascii: "9") { draft.hasDigit = true }
      } else if action == AsciiAction.separator {
        folded.closeToken(&draft)
      } else if action == AsciiAction.notAscii {
        folded.removeAll()
        return nil
      } else if action == AsciiAction.invisible {
        folded.notes.insert(.invisibleCharacters)
      } else if action == AsciiAction.sign {
        folded.mayBeDisguised = true
        folded.closeToken(&draft)
      }
    }
    folded.closeToken(&draft)
    return folded.finish(draft, with: tables)
  }

  private mutating func foldAny(
    _ name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) -> FoldingOutcome {
    decode(name)
    folded.notes = symbols.notes
    folded.mayBeDisguised = symbols.hasSign
    if !symbols.hasCharacters { return writePlain(into: &folded) }
    let outcome = write(ReadingWriter(.native, in: folded), into: &folded)
    if outcome != .folded { return outcome }
    return writeRomanised(into: &folded)
  }

  private mutating func decode(_ name: UnsafeBufferPointer<UInt8>) {
    symbols.decode(name, with: tables)
    if symbols.needsComposing, let composed = normalized(Array(name), form: .nfkcCaseFold) {
      let notes = symbols.notes
      composed.withUnsafeBufferPointer { symbols.decode($0, with: tables) }
      symbols.notes = notes
    }
  }

  /// Adds the readings of a name in which digits and signs among letters stand for letters, as in
  /// `Ge0rge` and `$ergei`: two where a 1 may be an i or an l, none for honest names.
  ///
  /// For names that are screened. A listed name is no disguise.
  ///
  /// - Precondition: `folded` holds what ``fold(_:into:)`` made of the name.
  public mutating func addDisguisedReadings(
    of name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) {
    if !folded.mayBeDisguised { return }
    decode(name)
    if symbols.hasCharacters { return }
    symbols.readTwins(with: tables)
    for one in [UInt8(ascii: "i"), UInt8(ascii: "l")] {
      let disguise = symbols.readDisguise(one: one, with: tables)
      if !disguise.isFound { return }
      _ = write(ReadingWriter(.disguised, readsLookalikes: true, in: folded), into: &folded)
      if !disguise.hasOne { return }
    }
  }

  /// Writes the readings of a name with Han or Hangul by its sounds.
  private mutating func writeRomanised(into folded: inout FoldedName) -> FoldingOutcome {
    let surname = symbols.surname(in: tables)
    let usual = surname.map { ($0.length, $0.reading) }
    var outcome = write(ReadingWriter(.romanised, surname: usual, in: folded), into: &folded)
    if outcome == .folded, let surname, surname.alternate.0 != 0 {
      let alternate = (surname.length, surname.alternate)
      outcome = write(ReadingWriter(.romanised, surname: alternate, in: folded), into: &folded)
    }
    if outcome == .folded, symbols.mayBeKoreanName {
      outcome = write(
        ReadingWriter(.transcribed, surname: usual, joining: .givenName, in: folded), into: &folded)
    }
    if outcome == .folded, symbols.maySpellForeignName {
      outcome = write(ReadingWriter(.transcribed, joining: .words, in: folded), into: &folded)
    }
    return outcome
  }

  /// Writes the reading of an alphabetic name, and another if it has letters in disguise.
  private mutating func writePlain(into folded: inout FoldedName) -> FoldingOutcome {
    let outcome = write(ReadingWriter(.plain, in: folded), into: &folded)
    if outcome != .folded || !folded.notes.contains(.mixedScript) { return outcome }
    symbols.readTwins(with: tables)
    return write(ReadingWriter(.plain, readsLookalikes: true, in: folded), into: &folded)
  }

  private mutating func write(
    _ writer: consuming ReadingWriter, into folded: inout FoldedName
  ) -> FoldingOutcome {
    writer.write(symbols, into: &folded, with: tables, foreign: &foreignScripts)
    folded.notes.formUnion(writer.notes)
    return folded.finish(writer.draft, with: tables)
  }
}
