internal import Watchlists

extension IdentifierKind {
  /// Whether an authority of one country gives it: it identifies only together with the country.
  var isNational: Bool {
    switch self {
    case .passport, .nationalID, .tax, .registration, .other: true
    case .isin, .ticker, .lei, .bic, .uscc, .imo, .mmsi, .tailNumber, .cryptoAddress, .duns,
      .callSign, .companyIMO, .aircraftSerial:
      false
    }
  }

  /// Whether it is a number of a company or a person with an authority: what one record calls a
  /// register number, another calls a tax number.
  var isOfAuthority: Bool {
    switch self {
    case .registration, .tax, .nationalID, .uscc: true
    default: false
    }
  }

  /// Whether a listed identifier of a kind may be one of this kind in a record.
  func mayBe(_ listed: IdentifierKind) -> Bool {
    self == listed || (isOfAuthority && listed.isOfAuthority)
  }
}
