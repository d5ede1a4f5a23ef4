package import Watchlists

extension NameType {
  /// What the output calls it.
  package var label: String {
    switch self {
    case .primary: "primary"
    case .alias: "alias"
    case .former: "former"
    case .current: "current"
    case .issuer: "issuer"
    case .variant: "variant"
    }
  }
}

extension NameStrength {
  /// What the output calls it.
  package var label: String {
    switch self {
    case .strong: "strong"
    case .weak: "weak"
    case .unknown: "unknown"
    }
  }
}
