internal import Watchlists

extension FieldSpecification {
  /// What a field tells of a party or of the record.
  public enum Attribute: String, Sendable, CaseIterable {
    // Of a party.
    case name, type, country, dob
    /// Of the record: what it is known by. Of a party: an identifier of any kind.
    case id

    // Identifiers of a party, or of the instrument that a record is about.
    case isin, ticker, lei, bic, uscc, imo, mmsi, tail, passport, tax, registration, duns, crypto
    case companyIMO = "company_imo"
    case callSign = "call_sign"
    case aircraftSerial = "aircraft_serial"
    case nationalID = "national_id"
    /// An identifier of any kind, or the bank's own, of the instrument that a record is about.
    case instrument

    // Facts of the transaction, which decide what a match means.
    case conduct, purpose, evidence, nexus, eccn, licence
    case tradeDate = "trade_date"
    case tradeTime = "trade_time"
    case timeZone = "time_zone"
    case itemSubjectToEAR = "item_subject_to_ear"

    /// The kind of identifier that it is, for those that are one.
    var identifierKind: IdentifierKind? {
      switch self {
      case .isin: .isin
      case .ticker: .ticker
      case .lei: .lei
      case .bic: .bic
      case .uscc: .uscc
      case .imo: .imo
      case .mmsi: .mmsi
      case .tail: .tailNumber
      case .passport: .passport
      case .tax: .tax
      case .registration: .registration
      case .duns: .duns
      case .crypto: .cryptoAddress
      case .companyIMO: .companyIMO
      case .callSign: .callSign
      case .aircraftSerial: .aircraftSerial
      case .nationalID: .nationalID
      default: nil
      }
    }

    /// Whether it is a fact of the transaction.
    var isFact: Bool {
      switch self {
      case .conduct, .purpose, .evidence, .nexus, .eccn, .licence, .tradeDate, .tradeTime,
        .timeZone, .itemSubjectToEAR:
        true
      default: false
      }
    }
  }
}

extension FieldSpecification.Field {
  /// Whether the field is screened: a name, or an identifier of a party or of the record's
  /// instrument.
  var isScreened: Bool {
    attribute == .name || isIdentifier
  }

  /// Whether the field is an identifier that is looked up.
  var isIdentifier: Bool {
    switch attribute {
    case .id: !isOfRecord
    case .instrument: true
    default: attribute.identifierKind != nil
    }
  }

  /// Whether the field is of the whole record rather than of a party.
  var isOfRecord: Bool { role == FieldSpecification.recordRole }

  /// Whether the field tells of a security: an instrument of the record, or its issuer.
  var isOfSecurity: Bool { (isOfRecord && isIdentifier) || role == FieldRecognition.issuerRole }
}
