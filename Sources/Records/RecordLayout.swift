internal import Watchlists

/// What is wanted of the records of one input, ready for the scanners.
final class RecordLayout: Sendable {
  /// A value that is taken from every record.
  struct Field: Sendable {
    var attribute: FieldSpecification.Attribute
    /// The kind of identifier, for a field that is one of a known kind.
    var identifierKind: IdentifierKind?
    /// Whether it is an identifier that is looked up.
    var isIdentifier: Bool
    /// Whether it is what the record is known by.
    var isRecordID: Bool
    /// Whether it tells of a security: an instrument of the record, or its issuer.
    var isOfSecurity: Bool
    /// The role, escaped for JSON.
    var role: [UInt8]
    /// The path, escaped for JSON, cut at each place where an array index goes.
    var pathPieces: [[UInt8]]
    /// For a name, the fields that tell the type, the country and the date of birth of the party;
    /// for an identifier, those that tell the country.
    var typeFields = FieldRange()
    var countryFields = FieldRange()
    var birthDateFields = FieldRange()
    /// For an identifier, the fields that name its party; for one of the record, the issuer.
    var nameFields = FieldRange()
  }

  /// Several fields, as a part of ``otherFields``: reading it counts no references.
  struct FieldRange: Sendable {
    var start: Int32 = 0
    var count: Int32 = 0

    var isEmpty: Bool { count == 0 }
    var indices: Range<Int> { Int(start)..<Int(start + count) }
  }

  enum Scanner: Sendable {
    case lines
    case delimited(DelimitedScanner)
    case json(FieldTree)
  }

  let fields: [Field]
  /// The fields that tell of what others hold.
  let otherFields: [Int32]
  let scanner: Scanner
  /// Whether a field is an identifier that is looked up.
  let hasIdentifiers: Bool

  private init(_ specified: [FieldSpecification.Field], scanner: Scanner) {
    var fields = specified.map { field in
      Field(
        attribute: field.attribute, identifierKind: field.attribute.identifierKind,
        isIdentifier: field.isIdentifier,
        isRecordID: field.attribute == .id && !field.isIdentifier,
        isOfSecurity: field.isOfSecurity, role: JSONText.escaped(field.role),
        pathPieces: Self.pieces(field.path))
    }
    var otherFields: [Int32] = []
    func range(_ others: [Int32]) -> FieldRange {
      defer { otherFields += others }
      return FieldRange(start: Int32(otherFields.count), count: Int32(others.count))
    }
    let beside = FactFields(specified)
    for (i, field) in specified.enumerated() where field.isScreened {
      fields[i].countryFields = range(beside.fields(of: .country, for: i))
      if field.isIdentifier { fields[i].nameFields = range(beside.names(for: i)) }
      guard field.attribute == .name else { continue }
      fields[i].typeFields = range(beside.fields(of: .type, for: i))
      fields[i].birthDateFields = range(beside.fields(of: .dob, for: i))
    }
    self.fields = fields
    self.otherFields = otherFields
    self.scanner = scanner
    hasIdentifiers = fields.contains(where: \.isIdentifier)
  }

  /// A layout of names alone on their lines.
  static let lines = RecordLayout(
    [.init(role: FieldRecognition.defaultRole, attribute: .name, path: "name")], scanner: .lines)

  /// The layout of delimited records with a header.
  ///
  /// - Throws: ``RunError/Reason`` when a wanted column is not there.
  static func delimited(
    _ specified: [FieldSpecification.Field], columns: [String], delimiter: UInt8
  ) throws(LayoutError) -> RecordLayout {
    let wanted = specified.filter(isUsed)
    var fieldOfColumn = [Int32](repeating: -1, count: columns.count)
    for (i, field) in specified.enumerated() {
      guard let column = columns.firstIndex(of: field.path) else {
        throw LayoutError(.noSuchColumn(field.path, seen: columns))
      }
      guard columns.lastIndex(of: field.path) == column else {
        throw LayoutError(.repeatedColumn(field.path))
      }
      if let number = wanted.firstIndex(of: specified[i]) { fieldOfColumn[column] = Int32(number) }
    }
    let scanner = DelimitedScanner(
      delimiter: delimiter, fieldCount: columns.count, fieldOfColumn: fieldOfColumn)
    return RecordLayout(wanted, scanner: .delimited(scanner))
  }

  /// The layout of JSON objects.
  static func json(_ specified: [FieldSpecification.Field]) throws(LayoutError) -> RecordLayout {
    let wanted = specified.filter(isUsed)
    for field in specified where JSONPath(field.path) == nil {
      throw LayoutError(.badPath(field.path))
    }
    return RecordLayout(
      wanted, scanner: .json(FieldTree(wanted.compactMap { JSONPath($0.path) })))
  }

  /// The layout of JSON objects with well-known names.
  static let recognisedJSON = RecordLayout(
    FieldRecognition.jsonFields,
    scanner: .json(FieldTree(FieldRecognition.jsonFields.compactMap { JSONPath($0.path) })))

  private static func isUsed(_ field: FieldSpecification.Field) -> Bool {
    switch field.attribute {
    case .type, .country, .dob: field.role != FieldSpecification.recordRole
    default: true
    }
  }

  private static func pieces(_ path: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var rest = Substring(path)
    while let brackets = rest.firstBrackets {
      pieces.append(JSONText.escaped(rest[..<brackets]))
      rest = Substring(rest.utf8[brackets...].dropFirst(2))
    }
    return pieces + [JSONText.escaped(rest)]
  }
}

/// A layout that does not fit its input.
struct LayoutError: Error {
  let reason: RunError.Reason
  init(_ reason: RunError.Reason) { self.reason = reason }
}

/// Finds the fields that tell a fact of the party that another field names.
private struct FactFields {
  private struct Target: Hashable {
    var role: String
    var attribute: FieldSpecification.Attribute
  }

  private let specified: [FieldSpecification.Field]
  /// The part of each path before its first `[]`, if it has one.
  private let places: [Substring?]
  private let facts: [Target: [Int]]

  init(_ specified: [FieldSpecification.Field]) {
    self.specified = specified
    places = specified.map { field in
      Substring(field.path).firstBrackets.map { field.path[..<$0] }
    }
    facts = Dictionary(grouping: specified.indices) { i in
      Target(role: specified[i].role, attribute: specified[i].attribute)
    }
  }

  /// The fields of an attribute for field `i`. With recognised paths a role may be in several
  /// places: a fact counts for what is beside it.
  func fields(of attribute: FieldSpecification.Attribute, for i: Int) -> [Int32] {
    let found = facts[Target(role: specified[i].role, attribute: attribute)] ?? []
    return found.filter { found.count == 1 || places[$0] == places[i] }.map(Int32.init)
  }

  /// The fields that name the party which the identifier `i` is of.
  func names(for i: Int) -> [Int32] {
    if specified[i].role != FieldSpecification.recordRole { return fields(of: .name, for: i) }
    return (facts[Target(role: FieldRecognition.issuerRole, attribute: .name)] ?? []).map(
      Int32.init)
  }
}

extension Substring {
  /// Where `[]` first stands.
  fileprivate var firstBrackets: Index? {
    var rest = utf8
    while let open = rest.firstIndex(of: ASCII.openBracket) {
      rest = rest[utf8.index(after: open)...]
      if rest.first == ASCII.closeBracket { return open }
    }
    return nil
  }
}
