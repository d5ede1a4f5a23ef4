/// What has to happen to the entries of one version of lists to give those of another.
///
///     let difference = ListDifference(from: old.entries, to: new.entries)
///     difference.added.map(\.uid)   // ["47101", "47102"]
///
/// Entries are told apart by list and identifier, and compared by all of their facts. Everything
/// is in file order: added and changed entries in that of the new version, removed ones in that of
/// the old.
public struct ListDifference: Sendable {
  /// An entry of both versions whose facts differ.
  public struct Change: Sendable {
    /// The entry as it was.
    public let old: WatchlistEntry
    /// The entry as it is.
    public let new: WatchlistEntry

    /// The fields that differ, in the order of ``WatchlistEntry/fields``; at least one.
    public var fields: [FieldChange] {
      zip(old.fields, new.fields).compactMap { FieldChange(from: $0, to: $1) }
    }
  }

  /// The entries that only the new version has.
  public private(set) var added: [WatchlistEntry] = []
  /// The entries that only the old version has.
  public private(set) var removed: [WatchlistEntry] = []
  /// The entries that both have and that differ.
  public private(set) var changed: [Change] = []
  /// The number of entries that are the same in both.
  public private(set) var unchangedCount = 0

  /// Whether both versions hold the same.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  private struct Key: Hashable {
    let list: String
    let uid: String

    init(_ entry: WatchlistEntry) {
      list = entry.list
      uid = entry.uid
    }
  }

  /// Compares two versions.
  ///
  /// Where several entries have one identifier, as when two files of one list were loaded, those
  /// that are the same are paired first, and the others in file order.
  ///
  /// - Complexity: O(*n*) in the facts of all entries.
  public init(from old: [WatchlistEntry], to new: [WatchlistEntry]) {
    // The entries of the old version that have found no partner yet.
    var waiting: [Key: [Int]] = [:]
    for (i, entry) in old.enumerated() { waiting[Key(entry), default: []].append(i) }

    var unpaired: [WatchlistEntry] = []
    for entry in new {
      let partner = waiting[Key(entry)]?.firstIndex { old[$0].hasSameFacts(as: entry) }
      if let partner {
        waiting[Key(entry)]?.remove(at: partner)
        unchangedCount += 1
      } else {
        unpaired.append(entry)
      }
    }
    for entry in unpaired {
      if let partner = waiting[Key(entry)]?.first {
        waiting[Key(entry)]?.removeFirst()
        changed.append(Change(old: old[partner], new: entry))
      } else {
        added.append(entry)
      }
    }
    removed = waiting.values.joined().sorted().map { old[$0] }
  }
}

/// What differs in one field of an entry.
public struct FieldChange: Sendable, Hashable {
  /// The field.
  public let name: String
  /// The facts that are gone.
  public let removed: [EntryFact]
  /// The facts that are new.
  public let added: [EntryFact]

  /// Compares two states of a field; nil when they are the same.
  fileprivate init?(from old: EntryField, to new: EntryField) {
    if old == new { return nil }
    name = new.name
    removed = old.facts.removing(new.facts)
    added = new.facts.removing(old.facts)
  }
}

extension WatchlistEntry {
  /// Whether both entries tell the same, whatever the order.
  fileprivate func hasSameFacts(as other: WatchlistEntry) -> Bool {
    // Nearly always they are the same to the letter, which is found without sorting.
    self == other || fields == other.fields
  }
}

extension [EntryFact] {
  /// The facts without one for each of `others`.
  fileprivate func removing(_ others: [EntryFact]) -> [EntryFact] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return filter { fact in
      guard let count = counts[fact], count > 0 else { return true }
      counts[fact] = count - 1
      return false
    }
  }
}
