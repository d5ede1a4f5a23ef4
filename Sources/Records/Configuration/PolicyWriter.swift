package import NameScreening
internal import NameSimilarity
internal import Watchlists

extension JSONWriter {
  /// Writes a policy in the form of a configuration file, defaults included.
  package mutating func value(_ policy: ScreeningPolicy) {
    object {
      $0.key("thresholds")
      $0.value(policy.thresholds, base: policy.thresholds.base ?? ScreeningPolicy.defaultThreshold)
      $0.member("weak_names", policy.weakNames.rawValue)
      $0.key("single_token")
      $0.object {
        $0.member("threshold", policy.singleTokenThreshold)
        $0.member("up_to_letters", policy.singleTokenByteCount)
      }
      $0.key("generic_names")
      $0.object { $0.member("threshold", policy.genericThreshold) }
      $0.key("birth_date")
      $0.object {
        $0.member("effect", policy.birthDate.effect.rawValue)
        $0.member("tolerance_years", policy.birthDate.toleranceInYears)
      }
      $0.key("country")
      $0.object { $0.member("effect", policy.country.rawValue) }
      $0.key("type")
      $0.object { $0.member("effect", policy.type.rawValue) }
      $0.key("lists")
      $0.object {
        for list in policy.lists.all {
          $0.key(list.list)
          $0.value(list.policy)
        }
      }
    }
  }

  private mutating func value(_ policy: ScreeningPolicy.ListPolicy) {
    object {
      $0.key("thresholds")
      $0.value(policy.thresholds, base: policy.thresholds.base)
      if let rule = policy.weakNames { $0.member("weak_names", rule.rawValue) }
    }
  }

  private mutating func value(_ thresholds: ScreeningPolicy.Thresholds, base: Score?) {
    object {
      if let base { $0.member("default", base) }
      for type in PartyType.allCases {
        if let threshold = thresholds[type] { $0.member(type.configurationKey, threshold) }
      }
    }
  }
}

extension PartyType {
  /// The type in a configuration file.
  var configurationKey: String {
    switch self {
    case .unknown: "unknown"
    case .person: "person"
    case .organisation: "organisation"
    case .vessel: "vessel"
    case .aircraft: "aircraft"
    case .address: "address"
    }
  }
}
