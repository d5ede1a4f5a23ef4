/// A party of OFAC's advanced or enhanced XML, before the list that it is on is known.
struct OFACParty {
  /// A list that a party is on.
  struct Listing {
    /// The name of the list as OFAC prints it.
    var name: String
    /// The day of the listing.
    var date: CalendarDate?
  }

  /// The entry, without its list.
  var entry: WatchlistEntry
  /// The line on which the party begins.
  let line: Int
  /// The lists that the party is on.
  var listings: [Listing] = []
  /// What is done to the party, such as `Block`, without repeats.
  var sanctionsTypes: [String] = []

  init(_ entry: WatchlistEntry, line: Int) {
    self.entry = entry
    self.line = line
  }

  mutating func addSanctionsType(_ type: String) {
    if !sanctionsTypes.contains(type) { sanctionsTypes.append(type) }
  }

  /// The content of a file with these parties.
  ///
  /// As in OFAC's other formats, a party is one entry of a file: in the SDN file on the SDN list, in
  /// the consolidated file on its own list, or on one of them; the others go into the remarks.
  static func content(
    _ parties: [OFACParty], published: CalendarDate?, _ facts: EntryFacts
  ) -> ListContent {
    var facts = facts
    let isSDN = parties.allSatisfy { $0.listing(ListCode.ofacSDNName) != nil }
    let entries = parties.map { party in
      let listing = isSDN ? party.listing(ListCode.ofacSDNName) : party.mainListing
      if listing == nil {
        facts.warnings.add("party on no known list", path: facts.path, line: party.line)
      }
      return party.entry(on: listing)
    }
    return ListContent(
      name: isSDN ? "OFAC-SDN" : "OFAC-CONSOLIDATED", published: published, entries: entries,
      warnings: facts.warnings)
  }

  private func listing(_ name: String) -> Listing? { listings.first { $0.name == name } }

  private var mainListing: Listing? {
    for (name, _) in ListCode.ofacNames {
      if let listing = listing(name) { return listing }
    }
    return listing(ListCode.ofacSDNName)
  }

  private func entry(on listing: Listing?) -> WatchlistEntry {
    var entry = entry
    entry.list = listing.flatMap { ListCode.ofac(listName: $0.name) } ?? "OFAC-NS"
    // A date among the features is that of the measure itself.
    if entry.listedOn == nil { entry.listedOn = listing?.date }
    for type in sanctionsTypes { entry.addRemark("Sanctions Type \(type)") }
    for other in listings
    where other.name != listing?.name && other.name != ListCode.ofacConsolidatedName {
      entry.addRemark("Also on \(other.name)")
    }
    return entry
  }
}
