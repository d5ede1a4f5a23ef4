internal import CNamesift
internal import Measures
internal import NameScreening
internal import Records

extension namesift_counts {
  /// Adds what became of records.
  mutating func add(_ counts: RecordCounts) {
    records += Int64(counts.records)
    clear += Int64(counts.clear)
    alert += Int64(counts.alert)
    unscreenable += Int64(counts.unscreenable)
    rejected += Int64(counts.rejected)
    names += Int64(counts.names)
    identifiers += Int64(counts.identifiers)
    for reason in SuppressionReason.allCases {
      self[keyPath: Self.place(of: reason)] += Int64(counts.suppressed[reason])
    }
    for outcome in Outcome.allCases {
      self[keyPath: Self.place(of: outcome)] += Int64(counts.outcomes[outcome])
    }
  }

  private static func place(
    of reason: SuppressionReason
  ) -> WritableKeyPath<namesift_counts, Int64> {
    switch reason {
    case .belowThreshold: \.suppressed_below_threshold
    case .weakName: \.suppressed_weak_name
    case .singleToken: \.suppressed_single_token
    case .genericName: \.suppressed_generic_name
    case .birthDate: \.suppressed_birth_date
    case .country: \.suppressed_country
    case .type: \.suppressed_type
    }
  }

  private static func place(of outcome: Outcome) -> WritableKeyPath<namesift_counts, Int64> {
    switch outcome {
    case .notRestricted: \.outcome_not_restricted
    case .permitted: \.outcome_permitted
    case .permittedDivestment: \.outcome_permitted_divestment
    case .notYetProhibited: \.outcome_not_yet_prohibited
    case .review: \.outcome_review
    case .indeterminate: \.outcome_indeterminate
    case .licenceRequired: \.outcome_licence_required
    case .prohibited: \.outcome_prohibited
    case .block: \.outcome_block
    }
  }
}
