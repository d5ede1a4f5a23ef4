internal import Measures
internal import NameScreening
internal import NameSimilarity
internal import Watchlists

/// An ownership file, with its parties found on the lists: immutable and shared by all workers.
final class OwnershipBook: Sendable {
  /// The parties whose owners a measure reaches.
  struct Group: Sendable {
    /// The group of owners that count together.
    var name: String
    /// The listed parties of it.
    var listed: Set<String>
  }

  let graph: OwnershipGraph
  /// The groups in ascending order.
  let groups: [Group]
  /// What is odd about the file, each with its place; none carries a name.
  let warnings: [String]
  // Looked up in, never iterated.
  private let ids: [PartyKey: String]
  private let entries: [String: [ListedOwner]]

  /// An entry that a party of the file is.
  struct ListedOwner: Sendable {
    var entry: EntryID
    var groups: [String]
  }

  /// Finds the parties of a file on the lists.
  ///
  /// - Parameter day: The day on which circles and excess holdings are looked for.
  init(_ file: OwnershipFile, _ screener: Screener, _ catalogue: MeasureCatalogue, on day: Day) {
    var finder = PartyFinder(screener, catalogue)
    // Rows may spell a party differently: the first spelling in ascending order stands for all.
    var ids: [PartyFinder.Node: String] = [:]
    for row in file.rows {
      for text in [row.owner, row.owned] {
        let node = finder.node(text)
        ids[node] = min(ids[node] ?? text, text)
      }
    }
    var warnings: [String] = []
    var holdings: [Holding] = []
    var entries: [String: [ListedOwner]] = [:]
    for row in file.rows {
      let (owner, owned) = (finder.node(row.owner), finder.node(row.owned))
      for node in [owner, owned] {
        guard let id = ids[node], entries[id] == nil else { continue }
        entries[id] = finder.listedOwners(node, text: id)
        if case .entry = node, entries[id]?.isEmpty ?? true {
          warnings.append("\(file.path):\(row.line): there is no entry '\(id)' on the lists")
        }
      }
      holdings.append(
        Holding(
          owner: ids[owner] ?? row.owner, owned: ids[owned] ?? row.owned, percent: row.percent,
          from: row.from, to: row.to))
    }
    graph = OwnershipGraph(holdings)
    self.entries = entries
    var partyIDs: [PartyKey: String] = [:]
    for case (.party(let key), let id) in ids { partyIDs[key] = id }
    self.ids = partyIDs
    var listed: [String: Set<String>] = [:]
    for (id, owners) in entries {
      for group in owners.flatMap(\.groups) { listed[group, default: []].insert(id) }
    }
    groups = listed.keys.sorted().map { Group(name: $0, listed: listed[$0] ?? []) }
    self.warnings = warnings + Self.oddities(graph, holdings, file, on: day)
  }

  /// The identifier in the file of a party, or nil when it is not there.
  func id(of key: PartyKey) -> String? { ids[key] }

  /// The entries that a party of the file is, and that a group is for.
  func entries(of id: String, in group: String) -> [EntryID] {
    (entries[id] ?? []).filter { $0.groups.contains(group) }.map(\.entry)
  }

  private static func oddities(
    _ graph: OwnershipGraph, _ holdings: [Holding], _ file: OwnershipFile, on day: Day
  ) -> [String] {
    func lines(_ isConcerned: (Holding) -> Bool) -> String {
      zip(holdings, file.rows).filter { isConcerned($0.0) }.map { "\($0.1.line)" }
        .joined(separator: ", ")
    }
    var oddities = graph.cycles(on: day).map { cycle in
      let place = lines { cycle.contains($0.owner) && cycle.contains($0.owned) }
      return "\(file.path): the parties of the lines \(place) own each other in a circle"
    }
    for id in graph.overOwnedParties(on: day) {
      oddities.append(
        "\(file.path): more than 100 percent of the party of the lines "
          + "\(lines { $0.owned == id }) is held")
    }
    return oddities
  }
}

/// Finds parties of a file on the lists.
private struct PartyFinder: ~Copyable {
  /// A party, whatever its spelling.
  enum Node: Hashable {
    case party(PartyKey)
    case entry(list: String, uid: String)
    /// A text that is nothing: it is a party of its own.
    case other(String)
  }

  private let screener: Screener
  private let catalogue: MeasureCatalogue
  private let lists: Set<String>
  private var keys: PartyKeyMaker
  private var identifiers: IdentifierMatcher
  private var names: ScreeningWorker

  // Names that are the same but for spacing and legal forms score above it.
  private static let threshold = Score(tenThousandths: 8000)

  init(_ screener: Screener, _ catalogue: MeasureCatalogue) {
    self.screener = screener
    self.catalogue = catalogue
    lists = Set(screener.listCodes)
    keys = PartyKeyMaker(screener)
    identifiers = IdentifierMatcher(screener)
    names = ScreeningWorker(screener, threshold: Self.threshold)
  }

  mutating func node(_ text: String) -> Node {
    switch PartyReference(text, isList: lists.contains) {
    case .entry(let list, let uid): return .entry(list: list, uid: uid)
    case .identifier(let kind, var value):
      return value.withUTF8 { PartyKey($0, kind) }.map(Node.party) ?? .other(text)
    case .name(var name):
      return name.withUTF8 { keys.key($0) }.map(Node.party) ?? .other(text)
    }
  }

  mutating func listedOwners(_ node: Node, text: String) -> [OwnershipBook.ListedOwner] {
    entries(node, text: text).map { id in
      let party = ListedParty(screener.entry(id), published: screener.published(id))
      return .init(entry: id, groups: catalogue.measures(for: party).ownershipGroups)
    }
  }

  private mutating func entries(_ node: Node, text: String) -> [EntryID] {
    switch PartyReference(text, isList: lists.contains) {
    case .entry(let list, let uid):
      return screener.entries(withUID: uid).filter { screener.entry($0).list == list }
    case .identifier(let kind, var value):
      _ = value.withUTF8 { identifiers.match($0, kind) }
      return identifiers.matches.filter { $0.agreement == .full }.map(\.entry)
    case .name(var name):
      return name.withUTF8 { bytes in
        _ = names.screen(bytes)
        return names.matches.filter { match in
          screener.entry(match.entry).names[match.nameIndex].strength != .weak
            && names.explain(bytes, against: match).agreement == .same
        }.map(\.entry)
      }
    }
  }
}
