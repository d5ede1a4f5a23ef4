/// Recognises fields by their names when there is no `--fields`.
///
/// A column is `ROLE` + `_` + attribute in any case: `debtor_name`, `Debtor Name`, `debtor.name`
/// and `debtorName` are the same. `name`, `full_name`, `entity_name` alone are of the role `party`,
/// and a role alone, such as `vessel`, is a name when the role has no other. An identifier without
/// a role is of the role `party`, and an ISIN or a ticker of the record's instrument.
enum FieldRecognition {
  typealias Field = FieldSpecification.Field

  /// The role of names without one.
  static let defaultRole = "party"
  /// The role of who issues the record's instrument.
  static let issuerRole = "issuer"

  // Source: the parties of ISO 20022 payments, SWIFT MT, FIX and export declarations.
  static let roles = [
    "party", "customer", "client", "account_holder", "counterparty", "debtor", "creditor",
    "ultimate_debtor", "ultimate_creditor", "debtor_agent", "creditor_agent", "originator",
    "beneficiary", "originator_bank", "beneficiary_bank", "intermediary_bank",
    "ordering_customer", "sender", "receiver", "payer", "payee", "remitter", "buyer", "seller",
    "purchaser", "consignor", "consignee", "intermediate_consignee", "ultimate_consignee",
    "shipper", "exporter", "importer", "supplier", "vendor", "merchant", "forwarder", "carrier",
    "notify_party", "end_user", "issuer", "vessel", "owner", "beneficial_owner", "director",
    "applicant", "initiating_party",
  ]

  private static let nameWords = ["name", "full_name", "legal_name"]
  private static let typeWords = ["type", "party_type", "entity_type"]
  private static let countryWords = ["country", "nationality"]
  private static let birthDateWords = ["dob", "birth_date", "date_of_birth"]
  // Words that name a number and nothing else: a `passport` may be an object.
  private static let identifierWords: [(word: String, attribute: FieldSpecification.Attribute)] = [
    ("isin", .isin), ("ticker", .ticker), ("lei", .lei), ("bic", .bic), ("bicfi", .bic),
    ("uscc", .uscc), ("imo", .imo), ("imo_number", .imo), ("passport_number", .passport),
    ("tax_id", .tax), ("registration_number", .registration), ("crypto_address", .crypto),
  ]
  /// What a record is known by, best first.
  private static let idWords = [
    "record_id", "transaction_id", "txn_id", "payment_id", "id", "uetr", "end_to_end_id",
    "reference",
  ]

  /// The fields among the columns of a header, in column order, the record's last.
  static func fields(columns: [String]) -> [Field] {
    let words = columns.map(snakeCase)
    var fields: [Field] = []
    for (column, word) in zip(columns, words) {
      if let field = partyField(word, path: column) { fields.append(field) }
    }
    for (column, word) in zip(columns, words) where roles.contains(word) {
      if !fields.contains(where: { $0.role == word && $0.attribute == .name }) {
        fields.append(Field(role: word, attribute: .name, path: column))
      }
    }
    let screened = fields.filter(\.isScreened).map(\.role)
    fields.removeAll { !screened.contains($0.role) }
    let role = FieldSpecification.recordRole
    for fact in FieldSpecification.Attribute.allCases where fact.isFact {
      guard let column = words.firstIndex(of: fact.rawValue) else { continue }
      fields.append(Field(role: role, attribute: fact, path: columns[column]))
    }
    if let id = idWords.lazy.compactMap({ words.firstIndex(of: $0) }).first {
      fields.append(Field(role: role, attribute: .id, path: columns[id]))
    }
    return fields
  }

  private static func partyField(_ word: String, path: String) -> Field? {
    if nameWords.contains(word) || word == "entity_name" {
      return Field(role: defaultRole, attribute: .name, path: path)
    }
    if word == "entity_type" { return Field(role: defaultRole, attribute: .type, path: path) }
    for (suffix, attribute) in identifierWords {
      if word == suffix {
        return Field(role: roleless(attribute), attribute: attribute, path: path)
      }
      guard word.hasSuffix("_" + suffix) else { continue }
      let role = String(word.dropLast(suffix.count + 1))
      if roles.contains(role) { return Field(role: role, attribute: attribute, path: path) }
    }
    for (attribute, suffixes) in [
      (FieldSpecification.Attribute.name, nameWords), (.type, typeWords),
      (.country, countryWords), (.dob, birthDateWords),
    ] {
      for suffix in suffixes where word.hasSuffix("_" + suffix) {
        let role = String(word.dropLast(suffix.count + 1))
        if roles.contains(role) { return Field(role: role, attribute: attribute, path: path) }
      }
    }
    return nil
  }

  private static func roleless(_ attribute: FieldSpecification.Attribute) -> String {
    attribute == .isin || attribute == .ticker ? FieldSpecification.recordRole : defaultRole
  }

  /// `debtorName`, `Debtor Name` and `debtor.name` as `debtor_name`.
  private static func snakeCase(_ text: String) -> String {
    var result = ""
    var isAfterLower = false
    for character in text {
      if character.isLetter || character.isNumber {
        if character.isUppercase && isAfterLower { result += "_" }
        result += character.lowercased()
        isAfterLower = character.isLowercase || character.isNumber
      } else {
        if !result.isEmpty && !result.hasSuffix("_") { result += "_" }
        isAfterLower = false
      }
    }
    return result.hasSuffix("_") ? String(result.dropLast()) : result
  }

  // In payments a purpose is often an object of codes, which no scalar may be.
  /// The paths of JSON objects that are screened without `--fields`, whether or not the first
  /// object has them: a party that is absent there must not go unscreened later.
  static let jsonFields: [Field] = {
    var fields: [Field] = []
    var paths: Set<String> = []
    func add(_ role: String, _ attribute: FieldSpecification.Attribute, _ words: [String]) {
      for path in [words.joined(separator: "_"), camelCase(words)]
      where paths.insert(path).inserted {
        fields.append(Field(role: role, attribute: attribute, path: path))
      }
    }
    for word in nameWords + ["entity_name"] { add(defaultRole, .name, split(word)) }
    add(defaultRole, .type, ["entity", "type"])
    for (word, attribute) in identifierWords { add(roleless(attribute), attribute, split(word)) }
    for role in roles {
      let words = split(role)
      for suffix in nameWords { add(role, .name, words + split(suffix)) }
      add(role, .type, words + ["type"])
      for suffix in countryWords { add(role, .country, words + split(suffix)) }
      for suffix in birthDateWords { add(role, .dob, words + split(suffix)) }
      for (word, attribute) in identifierWords { add(role, attribute, words + split(word)) }
      for owner in [words.joined(separator: "_"), camelCase(words)] {
        for place in [owner, owner + "[]", plural(owner) + "[]"] {
          guard paths.insert(place).inserted else { continue }
          fields.append(Field(role: role, attribute: .name, path: place))
          fields.append(Field(role: role, attribute: .name, path: place + ".name"))
          fields.append(Field(role: role, attribute: .type, path: place + ".type"))
          for word in countryWords {
            fields.append(Field(role: role, attribute: .country, path: "\(place).\(word)"))
          }
          for word in birthDateWords {
            fields.append(Field(role: role, attribute: .dob, path: "\(place).\(word)"))
          }
          for (word, attribute) in identifierWords {
            fields.append(Field(role: role, attribute: attribute, path: "\(place).\(word)"))
          }
        }
      }
    }
    for fact in FieldSpecification.Attribute.allCases where fact.isFact && fact != .purpose {
      add(FieldSpecification.recordRole, fact, split(fact.rawValue))
    }
    for word in idWords { add(FieldSpecification.recordRole, .id, split(word)) }
    return fields
  }()

  private static func split(_ word: String) -> [String] {
    word.split(separator: "_").map(String.init)
  }

  private static func camelCase(_ words: [String]) -> String {
    words[0]
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func plural(_ word: String) -> String {
    word.hasSuffix("y") ? word.dropLast() + "ies" : word + "s"
  }
}
