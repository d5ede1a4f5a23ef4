/// The facts of a transaction, as the command line or a record states them.
///
///     let facts = try StatedFacts(["conduct=purchase", "nexus=us"])
///
/// What a record states goes before what is stated for the run.
public struct StatedFacts: Sendable, Hashable {
  // Looked up in, never iterated: its order reaches nothing.
  private var texts: [FieldSpecification.Attribute: String] = [:]

  /// Creates facts of which none is stated.
  public init() {}

  /// Reads facts for a run, each `ATTR=VALUE`.
  ///
  /// - Throws: ``StatedFactError`` when one is not of that form, unknown, repeated, or its value is
  ///   not understood.
  public init(_ specifications: [String]) throws(StatedFactError) {
    for text in specifications {
      guard let equals = text.firstIndex(of: "=") else {
        throw StatedFactError(text: text, reason: .notAnAssignment)
      }
      let attribute = FieldSpecification.Attribute(rawValue: String(text[..<equals]))
      guard let attribute, attribute.isFact else {
        throw StatedFactError(text: text, reason: .unknownFact)
      }
      guard texts[attribute] == nil else {
        throw StatedFactError(text: text, reason: .repeated)
      }
      let value = String(text[text.index(after: equals)...])
      state(attribute, value)
      guard self[attribute] != nil else {
        throw StatedFactError(text: text, reason: .notUnderstood)
      }
    }
    if let note = interpreted(isOfSecurity: false).notes.first(where: \.isFault) {
      let attribute = note.attribute.rawValue
      let text = specifications.first { $0.hasPrefix(attribute + "=") } ?? attribute
      throw StatedFactError(text: text, reason: .notUnderstood)
    }
  }

  /// The text of a fact, or nil when it is not stated.
  subscript(attribute: FieldSpecification.Attribute) -> String? { texts[attribute] }

  /// States a fact in place of what was stated before; a blank text states nothing.
  mutating func state(_ attribute: FieldSpecification.Attribute, _ text: String) {
    let words = text.split { $0 == " " || $0 == "\t" }
    if !words.isEmpty { texts[attribute] = words.joined(separator: " ") }
  }

  /// `conduct=purchase` and so on, in the order of the attributes.
  public var specifications: [String] {
    FieldSpecification.Attribute.allCases.compactMap { attribute in
      texts[attribute].map { "\(attribute.rawValue)=\($0)" }
    }
  }
}

/// A fact for a run that cannot be understood.
public struct StatedFactError: Error, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    case notAnAssignment
    case unknownFact
    case repeated
    case notUnderstood
  }

  /// The text at fault.
  public let text: String
  /// What is wrong.
  public let reason: Reason

  /// The words for a person.
  public var description: String {
    switch reason {
    case .notAnAssignment: "--fact: '\(text)' is not of the form ATTR=VALUE"
    case .unknownFact:
      "--fact: '\(text)': the attribute must be one of "
        + FieldSpecification.Attribute.allCases.filter(\.isFact).map(\.rawValue)
        .joined(separator: ", ")
    case .repeated: "--fact: '\(text)': the attribute is given already"
    case .notUnderstood: "--fact: '\(text)': the value is not understood"
    }
  }
}
