/// One rule of law: who may not do what with whom, from when until when.
///
/// A rule that changes over time is several measures, each with its window.
public struct Measure: Sendable, Hashable {
  /// The identifier, unique in the catalogue: `CMIC-1`.
  public var id: String
  /// The codes of the lists whose entries it is for.
  public var lists: [String]
  /// The program tags that it is for; empty: all entries of the lists.
  public var programs: [String]
  /// Words of which the text of an entry must hold at least one, in any ASCII case; empty: none is
  /// asked for.
  public var entryText: [String]
  /// The law.
  public var authority: String
  /// What it covers.
  public var conduct: CoveredConduct
  /// The purpose that it is for; nil: any.
  public var purpose: Purpose?
  /// Whom it binds.
  public var persons: BoundPersons
  /// Whether it is for the listed parties or for those that they own.
  public var parties: CoveredParties
  /// Whether it reaches what lies under an instrument, of any weight.
  public var looksThrough: Bool
  /// Whether it is for items subject to the EAR only.
  public var needsItemSubjectToEAR: Bool
  /// What is restricted, in words.
  public var scope: String
  /// What it says of owned parties, in words.
  public var ownershipRule: String
  /// When it begins, at the latest of these; empty: it always held.
  public var from: [TimeBound]
  /// The instant at which it ends, itself outside; nil: it has no end yet.
  public var until: TimeBound?
  /// What it makes of a match that it covers.
  public var outcome: Outcome
  /// Why.
  public var reasons: [Reason]
  /// What must be done.
  public var duties: [Duty]
  /// What it does not cover, in words; empty: nothing is known.
  public var exceptions: String
  /// Where it is written.
  public var citation: String
  /// The day of the source: of a document its own, of law in force that of the newest list under
  /// it that was read.
  public var sourceDate: Day
  /// How well it is known.
  public var confidence: Confidence
}

/// What a measure covers.
public enum CoveredConduct: Sendable, Hashable {
  /// These kinds of conduct.
  case these(ConductSet)
  /// Those that no other measure of the entry names.
  case others
}

/// Whom a measure binds.
public enum BoundPersons: Sendable, Hashable {
  /// Anyone.
  case anyone
  /// Persons whom the jurisdiction binds.
  case within(Jurisdiction)
  /// Persons whom the jurisdiction does not bind: what it may do to them all the same.
  case outside(Jurisdiction)
}

/// Which parties a measure is for.
public enum CoveredParties: Sendable, Hashable {
  /// Those that the list names.
  case listed
  /// Those that listed parties own, 50 percent or more in aggregate. Owners whose measures name
  /// one group count together.
  case owned(group: String)
}

/// How well a measure is known.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Read in an official source.
  case found
  /// Read in a source about the official one.
  case secondary
  /// From memory: check it before relying on it.
  case memory
  /// Not verified.
  case unverified
}

/// One end of the window of a measure, as its data have it.
///
/// The words are a day and a time such as `2025-09-29 00:00`, or a date of the entry and a time
/// such as `effective_on 00:01`, in New York.
public enum TimeBound: Sendable, Hashable {
  /// An instant.
  case fixed(Instant)
  /// A time on a day that the entry gives.
  case entry(EntryDate, minute: Int)

  /// Reads the words; nil when they are none of the above.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let minute = Self.minute(parts[1]) else { return nil }
    if let date = EntryDate(rawValue: String(parts[0])) {
      self = .entry(date, minute: minute)
    } else if let day = Day(parts[0]) {
      self = .fixed(Self.instant(day, minute: minute))
    } else {
      return nil
    }
  }

  /// The instant of a minute of a day; minute 1440 begins the day after.
  static func instant(_ day: Day, minute: Int) -> Instant {
    NewYork.instants(day.adding(days: minute / 1440), second: minute % 1440 * 60).earliest
  }

  private static func minute(_ text: Substring) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = decimal(bytes[..<2]),
      let minute = decimal(bytes[3...]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }
}

/// A date that an entry gives.
public enum EntryDate: String, Sendable, Hashable, CaseIterable {
  case listedOn = "listed_on"
  case effectiveOn = "effective_on"
  case divestBy = "divest_by"
  case endsOn = "ends_on"
}
