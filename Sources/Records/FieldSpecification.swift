/// Where the parties are in a record: `--fields ROLE.ATTR=PATH,…`.
///
///     let fields = try FieldSpecification("debtor.name=dbtr_nm,record.id=txn_id")
///
/// ATTR is an ``Attribute``: name, type, country, dob, id, or a kind of identifier such as isin or
/// passport; the role `record` is for facts of the whole record. PATH is a column, or in JSON keys joined by `.`, where `[]` after a key means every
/// element of an array: `parties[].name` and `parties[].type` of one role pair by index.
public struct FieldSpecification: Sendable, Hashable {
  /// One field.
  public struct Field: Sendable, Hashable {
    /// The role of the party, or `record`.
    public var role: String
    /// What the field tells.
    public var attribute: Attribute
    /// The column or path.
    public var path: String
  }

  /// The fields, in the order given.
  public let fields: [Field]

  init(fields: [Field]) { self.fields = fields }

  /// Reads a specification.
  ///
  /// - Throws: ``FieldSpecificationError`` that names the part at fault.
  public init(_ text: String) throws(FieldSpecificationError) {
    var fields: [Field] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let field = try Self.field(String(part))
      if fields.contains(where: { $0.role == field.role && $0.attribute == field.attribute }) {
        throw FieldSpecificationError(part: String(part), reason: .repeated)
      }
      if fields.contains(where: { $0.path == field.path }) {
        throw FieldSpecificationError(part: String(part), reason: .repeatedPath)
      }
      fields.append(field)
    }
    guard fields.contains(where: \.isScreened) else {
      throw FieldSpecificationError(part: text, reason: .noName)
    }
    for field in fields where field.role != Self.recordRole {
      guard fields.contains(where: { $0.role == field.role && $0.isScreened }) else {
        throw FieldSpecificationError(
          part: "\(field.role).\(field.attribute.rawValue)=\(field.path)", reason: .roleWithoutName)
      }
    }
    self.fields = fields
  }

  static let recordRole = "record"

  private static func field(_ part: String) throws(FieldSpecificationError) -> Field {
    guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
      throw FieldSpecificationError(part: part, reason: .notAnAssignment)
    }
    let target = part[..<equals]
    let path = String(part[part.index(after: equals)...])
    guard !path.isEmpty else { throw FieldSpecificationError(part: part, reason: .notAnAssignment) }
    guard let dot = target.lastIndex(of: "."), dot != target.startIndex else {
      throw FieldSpecificationError(part: part, reason: .notAnAssignment)
    }
    guard let attribute = Attribute(rawValue: String(target[target.index(after: dot)...])) else {
      throw FieldSpecificationError(part: part, reason: .unknownAttribute)
    }
    let role = String(target[..<dot])
    if attribute.isFact, role != recordRole {
      throw FieldSpecificationError(part: part, reason: .factOfParty)
    }
    if role == recordRole, attribute == .name {
      throw FieldSpecificationError(part: part, reason: .recordHasNoName)
    }
    return Field(role: role, attribute: attribute, path: path)
  }
}

/// A part of `--fields` that cannot be understood.
public struct FieldSpecificationError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case notAnAssignment
    case unknownAttribute
    case recordHasNoName
    case factOfParty
    case repeatedPath
    case repeated
    case noName
    case roleWithoutName
  }

  /// The part at fault.
  public let part: String
  /// What is wrong.
  public let reason: Reason

  /// The words for a person.
  public var description: String {
    switch reason {
    case .notAnAssignment: "--fields: '\(part)' is not of the form ROLE.ATTR=PATH"
    case .unknownAttribute:
      "--fields: '\(part)': the attribute must be one of "
        + FieldSpecification.Attribute.allCases.map(\.rawValue).joined(separator: ", ")
    case .recordHasNoName: "--fields: '\(part)': a record has no name; give the role of a party"
    case .factOfParty: "--fields: '\(part)': this is a fact of the record; give record.ATTR"
    case .repeatedPath: "--fields: '\(part)': the path is used already"
    case .repeated: "--fields: '\(part)': the role has this attribute already"
    case .noName: "--fields: '\(part)': no name and no identifier, so there is nothing to screen"
    case .roleWithoutName: "--fields: '\(part)': the role has no name and no identifier"
    }
  }
}
