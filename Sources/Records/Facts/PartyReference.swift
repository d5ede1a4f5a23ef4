internal import Watchlists

/// How a file of facts names a party: `KIND=VALUE` is an identifier, `LIST:UID` an entry of a list,
/// anything else a name.
enum PartyReference: Hashable {
  case identifier(IdentifierKind, String)
  case entry(list: String, uid: String)
  case name(String)

  /// Reads a reference.
  ///
  /// - Parameter isList: Whether a code is that of a loaded list: other colons belong to names.
  init(_ text: String, isList: (String) -> Bool) {
    if let equals = text.firstIndex(of: "="),
      let kind = IdentifierKind(label: trimmed(text[..<equals]))
    {
      self = .identifier(kind, trimmed(text[text.index(after: equals)...]))
    } else if let colon = text.firstIndex(of: ":"), isList(String(text[..<colon])) {
      self = .entry(
        list: String(text[..<colon]), uid: trimmed(text[text.index(after: colon)...]))
    } else {
      self = .name(text)
    }
  }
}

extension IdentifierKind {
  /// The kind with a label of `Data/README.md`, in any case.
  init?(label: String) {
    let label = label.uppercased()
    guard let kind = IdentifierKind.allCases.first(where: { $0.label == label }) else {
      return nil
    }
    self = kind
  }
}
