/// What is wanted of the records of one input, ready for the scanners.
final class RecordLayout: Sendable {
  /// A value that is taken from every record.
  struct Field: Sendable {
    var attribute: FieldSpecification.Attribute
    /// The role, escaped for JSON.
    var role: [UInt8]
    /// The path, escaped for JSON, cut at each place where an array index goes.
    var pathPieces: [[UInt8]]
    /// For a name, the fields that tell the type, the country and the date of birth of the party.
    var typeFields: [Int32] = []
    var countryFields: [Int32] = []
    var birthDateFields: [Int32] = []
  }

  enum Scanner: Sendable {
    case lines
    case delimited(DelimitedScanner)
    case json(FieldTree)
  }

  let fields: [Field]
  let scanner: Scanner

  private init(_ specified: [FieldSpecification.Field], scanner: Scanner) {
    var fields = specified.map { field in
      Field(
        attribute: field.attribute, role: JSONText.escaped(field.role),
        pathPieces: Self.pieces(field.path))
    }
    for (i, field) in specified.enumerated() where field.attribute == .name {
      fields[i].typeFields = Self.fields(of: .type, beside: field, among: specified)
      fields[i].countryFields = Self.fields(of: .country, beside: field, among: specified)
      fields[i].birthDateFields = Self.fields(of: .dob, beside: field, among: specified)
    }
    self.fields = fields
    self.scanner = scanner
  }

  /// With recognised paths a role may be in several places: a fact counts for names beside it.
  private static func fields(
    of attribute: FieldSpecification.Attribute, beside name: FieldSpecification.Field,
    among specified: [FieldSpecification.Field]
  ) -> [Int32] {
    let facts = specified.indices.filter {
      specified[$0].attribute == attribute && specified[$0].role == name.role
    }
    return facts.filter { facts.count == 1 || isSibling(specified[$0].path, name.path) }
      .map(Int32.init)
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

  // The identifier of a party is checked to be there; what it says does not change a verdict.
  private static func isUsed(_ field: FieldSpecification.Field) -> Bool {
    switch field.attribute {
    case .name: true
    case .type, .country, .dob: field.role != FieldSpecification.recordRole
    case .id: field.role == FieldSpecification.recordRole
    }
  }

  private static func isSibling(_ a: String, _ b: String) -> Bool {
    func place(_ path: String) -> Substring? {
      path.range(of: "[]").map { path[..<$0] }
    }
    return place(a) == place(b)
  }

  private static func pieces(_ path: String) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    var rest = Substring(path)
    while let brackets = rest.range(of: "[]") {
      pieces[pieces.count - 1] += JSONText.escaped(rest[..<brackets])
      pieces.append([])
      rest = rest[brackets...].dropFirst(2)
    }
    pieces[pieces.count - 1] += JSONText.escaped(rest)
    return pieces
  }
}

/// A layout that does not fit its input.
struct LayoutError: Error {
  let reason: RunError.Reason
  init(_ reason: RunError.Reason) { self.reason = reason }
}

extension StringProtocol {
  /// Where `text` first occurs, without Foundation.
  fileprivate func range(of text: String) -> Index? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(text) { return i }
      i = index(after: i)
    }
    return nil
  }
}
