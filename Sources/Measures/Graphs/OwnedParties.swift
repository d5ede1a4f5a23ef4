/// The parties that count as listed on a day because listed parties own them.
public struct OwnedParties: Sendable {
  /// The owned parties in ascending order, without the listed ones.
  public let ids: [String]
  private let listed: Set<String>
  private let shares: DayShares
  // The round in which a party was found to count, 0 for the listed ones.
  private let rounds: [String: Int]

  init(_ listed: Set<String>, _ shares: DayShares) {
    self.listed = listed
    self.shares = shares
    rounds = shares.rounds(from: listed)
    ids = rounds.keys.filter { !listed.contains($0) }.sorted()
  }

  /// An owned party with its owners; nil for one that does not count, or is listed itself.
  ///
  /// - Complexity: O(*s* log *s*) in the shares above the party.
  public subscript(id: String) -> OwnedParty? {
    guard let round = rounds[id], round > 0 else { return nil }
    let owners = shares.owners(of: id).filter { rounds[$0.owner] != nil }
    return OwnedParty(
      id: id, percent: owners.reduce(.zero) { $0 + $1.percent }, owners: owners,
      listedOwners: listedOwners(of: id), path: path(from: id))
  }

  /// The shortest way from an owned party up to one of its listed owners, both included, along
  /// shares that count; of several the one along the larger shares. Empty if there is none.
  ///
  /// - Complexity: O(*s*) in the shares above the party.
  public func path(from id: String, to owner: String) -> [String] {
    guard rounds[id] != nil, listed.contains(owner) else { return [] }
    // The party below each one that was reached.
    var below: [String: String] = [:]
    var waiting = [id]
    var position = 0
    while position < waiting.count, waiting[position] != owner {
      for share in shares.owners(of: waiting[position])
      where rounds[share.owner] != nil && share.owner != id && below[share.owner] == nil {
        below[share.owner] = waiting[position]
        waiting.append(share.owner)
      }
      position += 1
    }
    guard position < waiting.count else { return [] }
    var path = [owner]
    while let party = below[path[path.count - 1]] { path.append(party) }
    return path.reversed()
  }

  /// The listed parties above a party, along all shares that count.
  private func listedOwners(of id: String) -> [String] {
    var seen: Set<String> = [id]
    var waiting = [id]
    while let party = waiting.popLast() {
      for share in shares.owners(of: party) where rounds[share.owner] != nil {
        if seen.insert(share.owner).inserted { waiting.append(share.owner) }
      }
    }
    return seen.filter(listed.contains).sorted()
  }

  /// The way up to a listed party, which ends because each step goes to an earlier round.
  private func path(from id: String) -> [String] {
    var path = [id]
    var party = id
    while let round = rounds[party], round > 0,
      let next = shares.owners(of: party).first(where: {
        rounds[$0.owner].map { $0 < round } ?? false
      })
    {
      path.append(next.owner)
      party = next.owner
    }
    return path
  }
}
