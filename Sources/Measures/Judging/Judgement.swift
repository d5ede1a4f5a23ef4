/// What one measure makes of one match.
public struct Judgement: Sendable, Hashable {
  /// The outcome.
  public var outcome: Outcome
  /// The measure; nil when no measure is for the entry, or a program tag is unknown.
  public var measure: Measure?
  /// The list of the entry.
  public var list: String
  /// The publisher's identifier of the entry.
  public var uid: String
  /// The first instant of the measure for the entry; nil: not told, or always.
  public var from: Instant?
  /// The first instant after the measure for the entry; nil: no end.
  public var until: Instant?
  /// Why, the reasons of the matcher first.
  public var reasons: [Reason]
  /// What must be done.
  public var duties: [Duty]
  /// The facts that are missing. An ``Outcome/indeterminate`` without one says that the measure
  /// itself is not known at the time.
  public var missing: [Fact]
  /// The outcome if a similar name turns out to be the listed party; nil for other identities.
  public var ifConfirmed: Outcome?
  /// The outcome if the missing facts turn out for the worst; nil when none is missing.
  public var atWorst: Outcome?
  /// The stations of the way to the listed party, empty for the party itself.
  public var path: [String]
}

extension Sequence<Judgement> {
  /// The most severe outcome, which acts; nil for none.
  public var actingOutcome: Outcome? { lazy.map(\.outcome).max() }
}

extension Sequence<Duty> {
  /// The duties without repeats, in the order of ``Duty``.
  public func inOrder() -> [Duty] {
    let all = Set(self)
    return Duty.allCases.filter(all.contains)
  }
}
