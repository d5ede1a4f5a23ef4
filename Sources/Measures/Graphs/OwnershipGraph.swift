/// Who owns whom, and who counts as listed by the 50 Percent Rule.
///
/// A party that listed parties own 50 percent or more, in aggregate, counts as listed itself, and
/// its whole holdings count onward. Percentages are never multiplied along a chain: if a listed
/// party owns 50 percent of X, and X owns 50 percent of Y, then Y counts as well.
///
///     let graph = OwnershipGraph(holdings)
///     graph.ownedParties(by: ["SDN 1", "SDN 2"], on: day)
///
/// Source: OFAC, "Revised Guidance on Entities Owned by Persons Whose Property and Interests in
/// Property Are Blocked", 2014.
public struct OwnershipGraph: Sendable {
  // Invariant: in ascending order of owned party and owner, whatever the order of rows.
  private let holdings: [Holding]

  /// Creates a graph of holdings in any order.
  ///
  /// Several holdings of one owner in one party add up on the days that they share.
  public init(_ holdings: some Sequence<Holding>) {
    self.holdings = holdings.sorted { ($0.owned, $0.owner) < ($1.owned, $1.owner) }
  }

  /// The parties that count as listed on a day because the listed ones own them.
  ///
  /// - Parameter listed: The listed parties that count together.
  /// - Complexity: O(*h* log *h*) in the number of holdings.
  public func ownedParties(by listed: Set<String>, on day: Day) -> OwnedParties {
    OwnedParties(listed, DayShares(holdings.filter { $0.isHeld(on: day) }))
  }

  /// The parties that own each other in a circle on a day.
  ///
  /// They are worth a report: the rule still gives an answer, but the data are odd.
  ///
  /// - Returns: Circles in ascending order, the members of each in ascending order.
  public func cycles(on day: Day) -> [[String]] {
    var graph = NamedGraph()
    for holding in holdings where holding.isHeld(on: day) {
      graph.addEdge(from: holding.owner, to: holding.owned)
    }
    return graph.cycles()
  }

  /// The parties of which more than 100 percent is held on a day, in ascending order: the data
  /// are wrong.
  public func overOwnedParties(on day: Day) -> [String] {
    DayShares(holdings.filter { $0.isHeld(on: day) }).overOwnedParties
  }
}
