internal import Watchlists

/// Whether two statements of a fact agree.
enum FactAgreement: Sendable, Hashable {
  case match
  case conflict
  /// One side tells nothing, or nothing that is understood.
  case absent
}

/// How close two dates of birth are.
enum BirthDateAgreement: Sendable, Hashable {
  /// The same day.
  case sameDay
  /// Days that may be the same, or of the same year.
  case sameYear
  /// As many years apart as the policy tolerates.
  case near
  case conflict
  case absent

  var agreement: FactAgreement {
    switch self {
    case .sameDay, .sameYear, .near: .match
    case .conflict: .conflict
    case .absent: .absent
    }
  }
}

/// What the facts beside the names say about a match. It is reported beside the score and never
/// changes it.
struct Corroboration: Hashable {
  var birthDate = BirthDateAgreement.absent
  var country = FactAgreement.absent
  var type = FactAgreement.absent

  /// Whether a fact that few share agrees: the type of the party is none.
  var confirms: Bool { birthDate.agreement == .match || country == .match }

  /// Compares what a record tells of a party with an entry.
  init(
    of party: PartyFacts, with entry: EntryID, in screener: Screener,
    _ rule: ScreeningPolicy.BirthDateRule
  ) {
    let listedType = screener.entries.listAndType(of: entry).type
    if party.type != .unknown && listedType != .unknown {
      type = party.type == listedType ? .match : .conflict
    }
    if party.birthDate == nil && party.country == nil { return }
    let listed = screener.entry(entry)
    if let text = party.birthDate, let date = RecordDate.interval(text) {
      birthDate = Self.closest(date, listed.birthDates, toleranceInYears: rule.toleranceInYears)
    }
    if let text = party.country {
      country = Self.compare(text, listed.countries + listed.addresses.map(\.country))
    }
  }

  /// The reason codes, one for each fact.
  var reasons: [String] {
    [birthDateReason, Self.reason("COUNTRY", country), Self.reason("TYPE", type)]
  }

  private var birthDateReason: String {
    switch birthDate {
    case .sameDay: "DOB_MATCH"
    case .sameYear: "DOB_SAME_YEAR"
    case .near: "DOB_NEAR"
    case .conflict: "DOB_CONFLICT"
    case .absent: "DOB_ABSENT"
    }
  }

  private static func reason(_ fact: String, _ agreement: FactAgreement) -> String {
    switch agreement {
    case .match: fact + "_MATCH"
    case .conflict: fact + "_CONFLICT"
    case .absent: fact + "_ABSENT"
    }
  }

  /// The best agreement with one of the listed dates.
  static func closest(
    _ date: DateInterval, _ listed: [DateInterval], toleranceInYears: Int
  ) -> BirthDateAgreement {
    var closest = BirthDateAgreement.absent
    for other in listed {
      if date.first == date.last && date.first == other.first && other.first == other.last {
        return .sameDay
      }
      let years = max(other.first.year - date.last.year, date.first.year - other.last.year)
      if years <= 0 {
        closest = .sameYear
      } else if years <= toleranceInYears {
        if closest != .sameYear { closest = .near }
      } else if closest == .absent {
        closest = .conflict
      }
    }
    return closest
  }

  private static func compare(
    _ text: UnsafeBufferPointer<UInt8>, _ listed: [String]
  ) -> FactAgreement {
    guard let code = Countries.shared.code(of: String(decoding: text, as: UTF8.self)) else {
      return .absent
    }
    let codes = listed.compactMap(Countries.shared.code(of:))
    if codes.isEmpty { return .absent }
    return codes.contains(code) ? .match : .conflict
  }
}
