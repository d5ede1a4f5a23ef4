internal import NameNormalization
internal import Watchlists

// A name is folded for what it is: one that is screened may be written in disguise, and a listed
// organisation is also known by its initials.
extension NameFolder {
  /// Folds a name that is screened.
  mutating func foldQuery(
    _ name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) -> FoldingOutcome {
    let outcome = fold(name, into: &folded)
    if outcome == .folded { addDisguisedReadings(of: name, into: &folded) }
    return outcome
  }

  /// Folds a name of a listed party.
  mutating func foldListed(
    _ name: UnsafeBufferPointer<UInt8>, _ type: PartyType, into folded: inout FoldedName
  ) -> FoldingOutcome {
    let outcome = fold(name, into: &folded)
    if outcome == .folded {
      if type == .organisation { folded.addAcronyms() }
      addAlternates(of: name, into: &folded)
    }
    return outcome
  }
}
