/// What the export formats of OpenSanctions have in common.
enum OpenSanctions {
  /// The name of a file's list as a whole.
  static let name = "OPENSANCTIONS"
  /// The code of the list of all entries, whatever publishers the data come from: an entry of OpenSanctions tells
  /// of a sanction and is not the sanction itself.
  static let list = "OPENSANCTIONS"

  /// The type of party that a schema of FollowTheMoney stands for.
  ///
  /// A `LegalEntity` may be a person or an organisation.
  static func type(schema: String) -> PartyType {
    switch schema {
    case "Person": .person
    case "Organization", "Company", "PublicBody": .organisation
    case "Vessel": .vessel
    case "Airplane": .aircraft
    case "Address": .address
    default: .unknown
    }
  }

  /// The day of a time such as `2026-03-13T05:41:01`.
  static func day(ofTime text: String) -> CalendarDate? { ListDateText.day(text.prefix(10)) }

  /// An identifier without a label, whose kind is told from its form and its check digits.
  static func identifier(_ value: String, of type: PartyType) -> Identifier {
    let number = value.hasPrefix("IMO") ? String(value.dropFirst(3)) : value
    let imo: IdentifierKind = type == .vessel ? .imo : .companyIMO
    if value.hasPrefix("IMO"), number.utf8.count == 7, UInt32(number) != nil {
      return Identifier(imo, number)
    }
    for kind in [IdentifierKind.lei, .isin] where CheckDigits.isValid(value, kind: kind) == true {
      return Identifier(kind, value)
    }
    return Identifier(.other, value)
  }
}
