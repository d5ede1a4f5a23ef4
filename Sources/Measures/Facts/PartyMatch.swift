/// How sure it is that a party is the listed one.
public enum Identity: String, Sendable, Hashable, CaseIterable {
  /// An identifier is equal, with sound check digits.
  case identifier
  /// A name is equal after folding, with the same class of legal form.
  case exactName = "exact_name"
  /// A name resembles. It has no legal effect by itself.
  case similarName = "similar_name"
}

/// How a party of a record leads to the listed one.
public enum MatchRoute: String, Sendable, Hashable, CaseIterable {
  /// It is the listed party.
  case listed
  /// It is an instrument under which lie securities of the listed party.
  case lookThrough = "look_through"
  /// It is owned by listed parties, 50 percent or more in aggregate.
  case owned
}

/// A match as measures see it: whose entry, how sure, and by which way.
public struct PartyMatch: Sendable, Hashable {
  /// How sure it is that the party is the listed one.
  public var identity: Identity
  /// What the matcher found, in its order: ``Reason/isinExact``, ``Reason/nameDiffers`` and so on.
  /// Empty for an exact name about which there is nothing more to say.
  public var reasons: [Reason]
  /// The way to the listed party. A look-through adds ``Reason/lookThrough`` by itself, in
  /// place of the reasons of an identifier.
  public var route: MatchRoute
  /// The stations of that way, as it should be shown: `fund`, `index`, `issuer`. Empty if listed.
  public var path: [String]
  /// Whether the party stands in the record as the issuer of a security.
  public var isIssuer: Bool

  /// Creates a match.
  public init(
    identity: Identity, reasons: [Reason] = [], route: MatchRoute = .listed, path: [String] = [],
    isIssuer: Bool = false
  ) {
    self.identity = identity
    self.reasons = reasons
    self.route = route
    self.path = path
    self.isIssuer = isIssuer
  }
}
