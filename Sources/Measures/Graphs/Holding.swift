/// One party's share in another, in a time.
public struct Holding: Sendable, Hashable {
  /// The party that owns.
  public var owner: String
  /// The party that is owned.
  public var owned: String
  /// How much of it.
  public var percent: Percentage
  /// The first day; nil: since ever.
  public var from: Day?
  /// The last day; nil: until now.
  public var to: Day?

  /// Creates a holding.
  public init(
    owner: String, owned: String, percent: Percentage, from: Day? = nil, to: Day? = nil
  ) {
    self.owner = owner
    self.owned = owned
    self.percent = percent
    self.from = from
    self.to = to
  }

  /// Whether it lasts on a day.
  func isHeld(on day: Day) -> Bool {
    from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
  }
}

/// A party that counts as listed because listed parties own it.
public struct OwnedParty: Sendable, Hashable {
  /// The party.
  public var id: String
  /// What its owners that count hold of it, added up: 50 percent or more.
  public var percent: Percentage
  /// Its direct owners that count, the largest share first and equal ones by identifier.
  public var owners: [Share]
  /// The listed parties from which that comes, in ascending order.
  public var listedOwners: [String]
  /// A way from the party up to a listed one, both included: along the largest share at each step.
  public var path: [String]

  /// What one owner holds.
  public struct Share: Sendable, Hashable {
    /// The owner.
    public var owner: String
    /// What it holds.
    public var percent: Percentage
  }
}
