/// One field of an entry as text, for comparing, hashing and showing it.
///
///     entry.fields.first { $0.name == "programs" }?.facts   // [EntryFact(["IRAN"]), …]
///
/// The fields are all that a publisher tells of a party. Where in the file a name stood, and what
/// we found out about the check digits of an identifier, is no fact about the party.
public struct EntryField: Sendable, Hashable {
  /// The name of the field, as `lists diff --json` has it.
  public let name: String
  /// What the field holds; sorted where the order of the file means nothing.
  public let facts: [EntryFact]
}

/// One fact about a listed party: a name with its type and strength, a number with its kind.
public struct EntryFact: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The parts of the fact in a fixed order; empty where the list does not tell one.
  public let parts: [String]

  init(_ parts: String...) { self.parts = parts }

  /// The order of sorted facts: by their first parts, then the second, and so on.
  public static func < (a: EntryFact, b: EntryFact) -> Bool {
    a.parts.lexicographicallyPrecedes(b.parts)
  }

  /// The parts that are not empty, joined by `, `.
  public var description: String { parts.filter { !$0.isEmpty }.joined(separator: ", ") }
}

extension WatchlistEntry {
  /// All facts of the entry, always the same fields in the same order.
  ///
  /// The first name is a field of its own, since it is the one that the party is known under;
  /// the order of the others means nothing, nor does any order in the other fields.
  public var fields: [EntryField] {
    [
      EntryField("list", [list]),
      EntryField("uid", [uid]),
      EntryField("type", ["\(type)"]),
      EntryField(name: "name", facts: names.prefix(1).map(EntryFact.init(name:))),
      EntryField("other_names", sorting: names.dropFirst().map(EntryFact.init(name:))),
      EntryField("programs", sorting: programs.map { EntryFact($0) }),
      EntryField(
        "identifiers",
        sorting: identifiers.map { EntryFact($0.kind.label, $0.value, $0.country ?? "") }),
      EntryField("birth_dates", sorting: birthDates.map(EntryFact.init(interval:))),
      EntryField("birth_places", sorting: birthPlaces.map { EntryFact($0) }),
      EntryField("countries", sorting: countries.map { EntryFact($0) }),
      EntryField(
        "addresses", sorting: addresses.map { EntryFact($0.lines, $0.city, $0.country) }),
      EntryField("listed_on", [listedOn?.description]),
      EntryField("effective_on", [effectiveOn?.description]),
      EntryField("divest_by", [divestBy?.description]),
      EntryField("ends_on", [endsOn?.description]),
      EntryField("legal_basis", [legalBasis]),
      EntryField("licence_requirement", [licenceRequirement]),
      EntryField("licence_policy", [licencePolicy]),
      EntryField("citation", [citation]),
      EntryField("title", [title]),
      EntryField("remarks", [remarks]),
      EntryField("source", [source]),
      EntryField("source_date", [sourceDate?.description]),
    ]
  }
}

extension EntryField {
  fileprivate init(_ name: String, sorting facts: [EntryFact]) {
    self.init(name: name, facts: facts.sorted())
  }

  /// A field of at most one fact.
  fileprivate init(_ name: String, _ text: [String?]) {
    self.init(name: name, facts: text.compactMap { $0.map { EntryFact($0) } })
  }
}

extension EntryFact {
  fileprivate init(name: ListedName) {
    self.init(
      name.text, "\(name.type)", "\(name.strength)", name.isUnofficial ? "unofficial" : "",
      name.script ?? "")
  }

  fileprivate init(interval: DateInterval) {
    self.init(
      interval.first.description,
      interval.last == interval.first ? "" : "to \(interval.last)",
      interval.isApproximate ? "approximately" : "")
  }
}
