internal import Measures
internal import NameScreening

/// A listed party that owns a party of a record, alone or with others.
struct OwnedMatch {
  /// The listed party.
  var entry: EntryID
  /// How sure it is that the party of the record is the owned one.
  var identity: Identity
  /// The way from the owned party up to the listed one.
  var path: [String]
  /// What listed parties hold of it.
  var percent: Percentage
}

/// Finds the listed owners of parties; the scratch memory of one thread.
struct OwnershipLookup: ~Copyable {
  private let book: OwnershipBook
  private var keys: PartyKeyMaker
  // Looked up in, never iterated: the owned parties of a day by group, in the order of the book.
  private var days: [Day: [OwnedParties]] = [:]

  /// The most days that are remembered; then all are forgotten. A batch is of a few.
  private static let rememberedDayLimit = 64

  init(_ book: OwnershipBook, _ screener: Screener) {
    self.book = book
    keys = PartyKeyMaker(screener)
  }

  /// The party of the file that a name is the same as, or nil.
  mutating func party(named name: Bytes) -> String? { keys.key(name).flatMap(book.id(of:)) }

  /// The party of the file that an identifier is of, or nil.
  func party(_ key: PartyKey) -> String? { book.id(of: key) }

  /// The listed owners of a party on a day, each once.
  mutating func owners(of id: String, _ identity: Identity, on day: Day) -> [OwnedMatch] {
    var matches: [OwnedMatch] = []
    for (group, owned) in zip(book.groups, ownedParties(on: day)) {
      guard let party = owned[id] else { continue }
      for owner in party.listedOwners {
        for entry in book.entries(of: owner, in: group.name)
        where !matches.contains(where: { $0.entry == entry }) {
          matches.append(
            OwnedMatch(
              entry: entry, identity: identity, path: owned.path(from: id, to: owner),
              percent: party.percent))
        }
      }
    }
    return matches
  }

  private mutating func ownedParties(on day: Day) -> [OwnedParties] {
    if let known = days[day] { return known }
    if days.count == Self.rememberedDayLimit { days.removeAll() }
    let owned = book.groups.map { book.graph.ownedParties(by: $0.listed, on: day) }
    days[day] = owned
    return owned
  }
}
