/// Decides whether a new version of a list may take the place of the one in use.
///
/// A damaged version is refused whole. In a plausible but suspicious one, additions and changes
/// take effect at once, since a designation must not wait; removals are held, since a party that
/// is wrongly gone would pass unseen. A held entry is carried on from the version in use, marked,
/// until the publisher lists it again or a person approves the removals.
///
///     let admitted = try ListGate().admit(today, inPlaceOf: yesterday)
///     admitted.summary.gate?.heldCount   // 0 on most days
///
/// What does not parse whole, is cut, or contradicts its own count of entries, does not come as
/// far as this: ``WatchlistLoader`` refuses it.
public struct ListGate: Sendable {
  /// The share of entries, in percent, of which no more may go on one day. The largest share that
  /// went between two of eleven published SDN lists, days to months apart, was 4.3 %.
  public static let maximumRemovedPercent = 5

  /// Whether removals take effect whatever is suspicious, those held earlier among them.
  public var approvesRemovals: Bool

  /// Creates a gate.
  public init(approvesRemovals: Bool = false) { self.approvesRemovals = approvesRemovals }

  /// The list to use from now on: `candidate`, with the entries of `current` whose removal is
  /// held behind its own.
  ///
  /// Entries that an earlier day held stay held, and what goes on other days is judged without
  /// them.
  ///
  /// - Parameters:
  ///   - candidate: The new version, as loaded.
  ///   - current: The version in use, with its held entries.
  /// - Throws: ``GateRefusal`` when `candidate` is not a later whole version of the same list.
  /// - Complexity: O(*n*) in the facts of all entries.
  public func admit(
    _ candidate: Watchlist, inPlaceOf current: Watchlist
  ) throws(GateRefusal) -> Watchlist {
    try Self.refuseDamage(candidate.summary, inPlaceOf: current.summary)
    let difference = ListDifference(from: current.entries, to: candidate.entries)
    let suspicions = Self.suspicions(candidate.entries, inPlaceOf: current.entries, difference)
    let heldBefore = difference.removed.filter(\.isHeld)
    let suspected = suspicions.isEmpty ? heldBefore : difference.removed
    let held = approvesRemovals ? [] : suspected

    var admitted = candidate
    admitted.entries += held.map { entry in
      var entry = entry
      entry.isHeld = true
      return entry
    }
    admitted.summary.count(admitted.entries)
    admitted.summary.gate = GateRecord(
      previousSHA256: current.summary.sha256, addedCount: difference.added.count,
      changedCount: difference.changed.count,
      removedCount: difference.removed.count - held.count, heldCount: held.count,
      approvedCount: approvesRemovals ? suspected.count : 0,
      suspicions: suspicions.map(\.description))
    return admitted
  }

  /// The lists to use from now on, each admitted in place of the one of its name.
  ///
  /// A list that none in use has the name of is new and passes.
  ///
  /// - Parameter path: The index in use, for messages.
  /// - Throws: ``GateRefusal`` when one of them is refused, or when a list in use has no successor.
  public func admit(
    _ candidates: [Watchlist], inPlaceOf current: [Watchlist], in path: String
  ) throws(GateRefusal) -> [Watchlist] {
    var waiting = current
    var admitted: [Watchlist] = []
    for candidate in candidates {
      if let i = waiting.firstIndex(where: { $0.summary.name == candidate.summary.name }) {
        admitted.append(try admit(candidate, inPlaceOf: waiting.remove(at: i)))
      } else {
        admitted.append(candidate)
      }
    }
    if let missing = waiting.first {
      throw GateRefusal(path: path, reason: .listMissing(name: missing.summary.name))
    }
    return admitted
  }

  /// Refuses what cannot be a later version of the list in use, as far as the files tell.
  ///
  /// - Throws: ``GateRefusal`` with the reason.
  public static func refuseDamage(
    _ candidate: WatchlistSummary, inPlaceOf current: WatchlistSummary
  ) throws(GateRefusal) {
    func refuse(_ reason: GateRefusal.Reason) throws(GateRefusal) {
      throw GateRefusal(path: candidate.path, reason: reason)
    }
    if candidate.name != current.name {
      try refuse(.otherList(found: candidate.name, expected: current.name))
    }
    if let published = candidate.published, let inUse = current.published, published < inUse {
      try refuse(.older(published: published, inUse: inUse))
    }
    if candidate.kind == current.kind, candidate.parts.count < current.parts.count {
      try refuse(.partsMissing(found: candidate.parts.count, inUse: current.parts.count))
    }
  }

  private static func suspicions(
    _ candidate: [WatchlistEntry], inPlaceOf current: [WatchlistEntry],
    _ difference: ListDifference
  ) -> [ListSuspicion] {
    let inUse = current.filter { !$0.isHeld }
    let removed = difference.removed.filter { !$0.isHeld }
    var suspicions: [ListSuspicion] = []
    if removed.count * 100 > inUse.count * maximumRemovedPercent {
      suspicions.append(.manyRemoved(count: removed.count, of: inUse.count))
    }
    let lists = Set(inUse.map(\.list)).subtracting(candidate.map(\.list))
    suspicions += lists.sorted().map { .listGone($0) }
    let programs = Set(inUse.flatMap(\.programs)).subtracting(candidate.flatMap(\.programs))
    suspicions += programs.sorted().map { .programGone($0) }
    return suspicions
  }
}

/// What makes a new version of a list suspicious.
enum ListSuspicion: Hashable, CustomStringConvertible {
  /// More entries are gone than go on one day.
  case manyRemoved(count: Int, of: Int)
  /// No entry is on a list any more that the file carried.
  case listGone(String)
  /// No entry carries a program any more.
  case programGone(String)

  var description: String {
    switch self {
    case .manyRemoved(let count, let total):
      "\(count) of \(total) entries are gone, over \(ListGate.maximumRemovedPercent) percent"
    case .listGone(let list): "no entry is on the list \(list) any more"
    case .programGone(let program): "no entry is under the program \(program) any more"
    }
  }
}

/// Why a version of a list may not take the place of the one in use.
public struct GateRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; later versions may add cases.
  public enum Reason: Hashable, Sendable {
    /// It is another list.
    case otherList(found: String, expected: String)
    /// Its publisher dates it before the one in use.
    case older(published: CalendarDate, inUse: CalendarDate)
    /// It comes without parts that the one in use has.
    case partsMissing(found: Int, inUse: Int)
    /// The index in use has a list that was not given.
    case listMissing(name: String)
  }

  /// The file that was refused, as the caller named it.
  public let path: String
  /// What is wrong.
  public let reason: Reason

  /// Creates a refusal.
  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What is wrong, with the file and the remedy.
  public var description: String {
    switch reason {
    case .otherList(let found, let expected):
      "\(path): refused: it is the list \(found), in place of \(expected)"
    case .older(let published, let inUse):
      "\(path): refused: published \(published), before the list in use of \(inUse); "
        + "fetch it again"
    case .partsMissing(let found, let inUse):
      "\(path): refused: \(found) further files belong to it, \(inUse) to the list in use; "
        + "fetch them again"
    case .listMissing(let name):
      "\(path): refused: it has the list \(name), which is not among those given; "
        + "give it, or compile without --previous"
    }
  }
}
