extension [Watchlist] {
  /// The lists, with the strength of names that the Consolidated Screening List does not tell taken
  /// from OFAC's own files among them.
  ///
  /// An entry of OFAC's carries its number on both; a name is the same when its text is, apart from
  /// case. Names that the other file does not have stay as they are.
  ///
  /// - Complexity: O(*n*) in the names of all lists.
  package func withStrengthsOfPublisher() -> [Watchlist] {
    var strengths: [Key: NameStrength] = [:]
    for watchlist in self where !watchlist.summary.kind.isScreeningList {
      for entry in watchlist.entries where ListCode.ofac.contains(entry.list) {
        for name in entry.names where name.strength != .unknown {
          strengths[Key(uid: entry.uid, name: name.text.lowercased())] = name.strength
        }
      }
    }
    guard !strengths.isEmpty else { return self }
    return map { watchlist in
      var watchlist = watchlist
      if watchlist.summary.kind.isScreeningList { watchlist.fill(from: strengths) }
      return watchlist
    }
  }

  fileprivate struct Key: Hashable {
    var uid: String
    var name: String
  }
}

extension Watchlist {
  fileprivate mutating func fill(from strengths: [[Watchlist].Key: NameStrength]) {
    for i in entries.indices where ListCode.ofac.contains(entries[i].list) {
      for j in entries[i].names.indices where entries[i].names[j].strength == .unknown {
        let name = entries[i].names[j].text.lowercased()
        guard let strength = strengths[.init(uid: entries[i].uid, name: name)] else { continue }
        entries[i].names[j].strength = strength
        if strength == .weak { summary.weakNameCount += 1 }
      }
    }
  }
}

extension WatchlistKind {
  /// Whether the format is a form of the Consolidated Screening List.
  fileprivate var isScreeningList: Bool { self == .csl || self == .cslJSON }
}
