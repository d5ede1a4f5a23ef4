import Testing

@testable import Watchlists

@Suite("Differences of lists")
struct ListDifferenceTests {
  private static func entry(
    _ uid: String, _ name: String, _ change: (inout WatchlistEntry) -> Void = { _ in }
  ) -> WatchlistEntry {
    var entry = WatchlistEntry(
      list: "OWN", uid: uid, type: .organisation,
      names: [ListedName(name, type: .primary, strength: .strong)])
    entry.programs = ["P-1", "P-2"]
    change(&entry)
    return entry
  }

  /// An entry that has a value in every field.
  private static var full: WatchlistEntry {
    entry("7", "Quorlian Holdings") {
      $0.names.append(ListedName("Кворлиан", type: .variant, strength: .weak, script: "Cyrl"))
      $0.names.append(
        ListedName("QH", type: .alias, strength: .unknown, origin: .remark, isUnofficial: true))
      $0.identifiers = [
        Identifier(.imo, "9187629", hasValidChecksum: true),
        Identifier(.passport, "A1", country: "Iran"),
      ]
      $0.birthDates = [
        DateInterval(first: day(1979), last: day(1982), isApproximate: true),
        DateInterval(first: day(1990), last: day(1990), isApproximate: false),
      ]
      $0.birthPlaces = ["Ostrava", "Brno"]
      $0.countries = ["Iran", "Syria"]
      $0.addresses = [
        Address(lines: "1 Port Road", city: "Bandar", country: "Iran"), Address(country: "Syria"),
      ]
      $0.listedOn = day(2001)
      $0.effectiveOn = day(2002)
      $0.divestBy = day(2003)
      $0.endsOn = day(2004)
      $0.legalBasis = "E.O. 1"
      $0.licenceRequirement = "All items"
      $0.licencePolicy = "Denial"
      $0.citation = "1 FR 2"
      $0.title = "Director"
      $0.remarks = "(Linked To: X)"
      $0.source = "Gazette"
      $0.sourceDate = day(2005)
    }
  }

  private static func day(_ year: Int) -> CalendarDate {
    CalendarDate(year: year, month: 1, day: 1)!
  }

  @Test("added, removed and changed entries are told in file order")
  func tells() {
    let old = [
      Self.entry("1", "A"), Self.entry("2", "B"), Self.entry("3", "C"), Self.entry("4", "D"),
    ]
    let new = [
      Self.entry("5", "E"), Self.entry("3", "C"), Self.entry("2", "B") { $0.remarks = "new" },
      Self.entry("0", "Z"),
    ]
    let difference = ListDifference(from: old, to: new)
    #expect(difference.added.map(\.uid) == ["5", "0"])
    #expect(difference.removed.map(\.uid) == ["1", "4"])
    #expect(difference.changed.map(\.new.uid) == ["2"])
    #expect(difference.changed.map(\.old.remarks) == [nil])
    #expect(difference.unchangedCount == 1)
    #expect(!difference.isEmpty)
  }

  @Test("a changed entry is told field by field, by the facts that differ")
  func tellsFields() throws {
    let old = Self.full
    var new = old
    new.names[1].strength = .strong
    new.programs = ["P-2", "P-3", "P-1"]
    new.title = nil
    let change = try #require(ListDifference(from: [old], to: [new]).changed.first)
    #expect(change.fields.map(\.name) == ["other_names", "programs", "title"])
    #expect(change.fields[0].removed.map(\.description) == ["Кворлиан, variant, weak, Cyrl"])
    #expect(change.fields[0].added.map(\.description) == ["Кворлиан, variant, strong, Cyrl"])
    #expect(change.fields[1].removed.isEmpty)
    #expect(change.fields[1].added.map(\.description) == ["P-3"])
    #expect(change.fields[2].removed.map(\.description) == ["Director"])
  }

  @Test("of entries with one identifier only those that differ are changes")
  func pairsRepeatedIdentifiers() {
    let (a, b) = (Self.entry("1", "A"), Self.entry("1", "B"))
    #expect(ListDifference(from: [a, b], to: [b, a]).isEmpty)
    let difference = ListDifference(from: [a, b], to: [b, Self.entry("1", "C"), a])
    #expect(difference.added.map(\.names[0].text) == ["C"])
    #expect(difference.changed.isEmpty && difference.unchangedCount == 2)
  }

  @Test("the hash changes with every fact, and not with the order of facts")
  func hash() {
    let full = Self.full
    var shuffled = full
    shuffled.names.swapAt(1, 2)
    shuffled.names[1].origin = .column
    shuffled.programs.reverse()
    shuffled.identifiers.reverse()
    shuffled.identifiers[1].hasValidChecksum = nil
    shuffled.birthDates.reverse()
    shuffled.birthPlaces.reverse()
    shuffled.countries.reverse()
    shuffled.addresses.reverse()
    #expect(shuffled.contentHash == full.contentHash)
    #expect(ListDifference(from: [full], to: [shuffled]).isEmpty)

    var hashes = [full.contentHash]
    for change in Self.changes {
      var changed = full
      change(&changed)
      hashes.append(changed.contentHash)
    }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test("the fields are all stored facts of an entry, its names and its identifiers")
  func coversEverything() {
    let full = Self.full
    // `names` are two fields, and `isHeld` is what we did with the entry.
    #expect(full.fields.count == Mirror(reflecting: full).children.count + 1 - 1)
    #expect(full.fields.allSatisfy { !$0.facts.isEmpty })
    #expect(Set(full.fields.map(\.name)).count == full.fields.count)
    // All but the origin, and all but what we found out about the check digits.
    #expect(Mirror(reflecting: full.names[0]).children.count - 1 == 5)
    #expect(Mirror(reflecting: full.identifiers[0]).children.count - 1 == 3)
  }

  @Test("the hash of an entry is the same in every version of the engine")
  func hashIsStable() {
    #expect(Self.full.contentHash.description == "7d7239e17e115d2881a78f196cc1ccb2")
  }

  /// One change of each fact.
  private static var changes: [(inout WatchlistEntry) -> Void] {
    [
      { $0.list = "OTHER" }, { $0.uid = "8" }, { $0.type = .vessel }, { $0.names.swapAt(0, 1) },
      { $0.names[1].text = "X" }, { $0.names[1].type = .alias },
      { $0.names[1].strength = .unknown }, { $0.names[1].isUnofficial = true },
      { $0.names[1].script = nil }, { $0.names.removeLast() },
      { $0.programs.append("P-1") }, { $0.programs = ["P-1P-2"] },
      { $0.identifiers[0].kind = .mmsi }, { $0.identifiers[0].value = "1" },
      { $0.identifiers[1].country = nil }, { $0.identifiers[0].country = "Iran" },
      { $0.birthDates[0].first = day(1978) }, { $0.birthDates[0].last = day(1983) },
      { $0.birthDates[0].isApproximate = false },
      { $0.birthPlaces = [] }, { $0.countries = ["Iran"] }, { $0.addresses[0].lines = "" },
      { $0.addresses[0].city = "" }, { $0.addresses[1].country = "Iraq" },
      { $0.listedOn = nil }, { $0.effectiveOn = nil }, { $0.divestBy = nil }, { $0.endsOn = nil },
      { $0.legalBasis = nil }, { $0.licenceRequirement = nil }, { $0.licencePolicy = nil },
      { $0.citation = nil }, { $0.title = nil }, { $0.remarks = nil }, { $0.source = nil },
      { $0.sourceDate = nil },
      // A text that moves to the next field.
      {
        $0.legalBasis = nil
        $0.licenceRequirement = "E.O. 1"
      },
    ]
  }
}
