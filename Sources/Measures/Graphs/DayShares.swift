/// The shares of one day, those of one owner in one party added up.
struct DayShares: Sendable {
  typealias Share = OwnedParty.Share

  // The owners of a party, the largest share first and equal ones by identifier.
  private var byOwned: [String: [Share]] = [:]
  // What an owner has of other parties.
  private var byOwner: [String: [(owned: String, percent: Percentage)]] = [:]

  /// - Parameter holdings: In ascending order of owned party and owner.
  init(_ holdings: some Sequence<Holding>) {
    for holding in holdings { Self.add(holding, to: &byOwned[holding.owned, default: []]) }
    for (owned, owners) in byOwned {
      byOwned[owned] = owners.sorted { ($1.percent, $0.owner) < ($0.percent, $1.owner) }
      for share in owners { byOwner[share.owner, default: []].append((owned, share.percent)) }
    }
  }

  private static func add(_ holding: Holding, to owners: inout [Share]) {
    if let last = owners.last, last.owner == holding.owner {
      owners[owners.count - 1].percent = last.percent + holding.percent
    } else {
      owners.append(Share(owner: holding.owner, percent: holding.percent))
    }
  }

  /// The owners of a party, the largest share first and equal ones by identifier.
  func owners(of id: String) -> [Share] { byOwned[id] ?? [] }

  /// The parties of which more than 100 percent is held, in ascending order.
  var overOwnedParties: [String] {
    byOwned.filter { $0.value.reduce(.zero) { $0 + $1.percent } > .whole }.keys.sorted()
  }

  /// The parties that count, each with the round in which it was found: 0 for the listed ones.
  ///
  /// Each round adds the holdings of those that the round before found, and ends when it finds
  /// nobody. Each party is found once, and the order within a round makes no difference.
  func rounds(from listed: Set<String>) -> [String: Int] {
    var rounds = Dictionary(uniqueKeysWithValues: listed.map { ($0, 0) })
    var held: [String: Percentage] = [:]
    var latest = Array(listed)
    var round = 0
    while !latest.isEmpty {
      round += 1
      var reached: Set<String> = []
      for owner in latest {
        for share in byOwner[owner] ?? [] where rounds[share.owned] == nil {
          held[share.owned] = held[share.owned, default: .zero] + share.percent
          reached.insert(share.owned)
        }
      }
      latest = reached.filter { held[$0, default: .zero] >= .half }
      for party in latest { rounds[party] = round }
    }
    return rounds
  }
}
