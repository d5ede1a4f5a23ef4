/// Why the policy holds back a match.
public enum SuppressionReason: String, Sendable, Hashable, CaseIterable {
  /// It scores below the threshold of its list and type, though above that of another.
  case belowThreshold = "below_threshold"
  /// It is on a weak name, and nothing confirms it.
  case weakName = "weak_name"
  /// It rests on one word and scores too low for that, and nothing confirms it.
  case singleToken = "single_token"
  /// It rests on generic words, and nothing confirms it.
  case genericName = "generic_name"
  /// The birth dates are not as the policy requires.
  case birthDate = "birth_date"
  /// The countries are not as the policy requires.
  case country = "country"
  /// The types of the parties are not as the policy requires.
  case type = "type"
}

/// A match that the policy holds back.
public struct SuppressedMatch: Sendable, Hashable {
  /// The match.
  public var match: NameMatch
  /// Why it does not alert.
  public var reason: SuppressionReason
}

/// How many matches the policy held back, by reason: one for each name and entry.
public struct SuppressionCounts: Sendable, Hashable {
  private var counts = [Int](repeating: 0, count: SuppressionReason.allCases.count)

  /// Counts nothing.
  public init() {}

  /// The number of matches held back for a reason.
  public subscript(reason: SuppressionReason) -> Int {
    get { counts[reason.number] }
    set { counts[reason.number] = newValue }
  }

  /// All that were held back.
  public var total: Int { counts.reduce(0, +) }

  /// Adds counts.
  public static func += (a: inout SuppressionCounts, b: SuppressionCounts) {
    for i in a.counts.indices { a.counts[i] += b.counts[i] }
  }
}

extension SuppressionReason {
  fileprivate var number: Int {
    switch self {
    case .belowThreshold: 0
    case .weakName: 1
    case .singleToken: 2
    case .genericName: 3
    case .birthDate: 4
    case .country: 5
    case .type: 6
    }
  }
}
