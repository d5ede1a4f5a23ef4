public import Watchlists

/// What a record tells of a party beside its name, as it stands there.
///
/// The bytes belong to the record. They are read only when the name matches something, so that a
/// name that matches nothing costs nothing more.
public struct PartyFacts {
  /// What kind of party it is.
  public var type: PartyType
  /// The date of birth, such as `1948-12-10`, `10.12.1948` or `1948`.
  public var birthDate: UnsafeBufferPointer<UInt8>?
  /// The country, as a code of ISO 3166 or an English name.
  public var country: UnsafeBufferPointer<UInt8>?

  /// Creates the facts of a party.
  public init(
    type: PartyType = .unknown, birthDate: UnsafeBufferPointer<UInt8>? = nil,
    country: UnsafeBufferPointer<UInt8>? = nil
  ) {
    self.type = type
    self.birthDate = birthDate
    self.country = country
  }
}
