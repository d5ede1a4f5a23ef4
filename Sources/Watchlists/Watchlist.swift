/// A list of restricted parties, read whole from one published file and its parts.
public struct Watchlist: Sendable {
  /// What the list is and what was found in its files.
  public var summary: WatchlistSummary
  /// The listed parties, in file order.
  public var entries: [WatchlistEntry]

  /// Creates a list.
  public init(summary: WatchlistSummary, entries: [WatchlistEntry]) {
    self.summary = summary
    self.entries = entries
  }
}

/// One listed party.
///
/// The same party on several lists is several entries: each carries its own obligations.
public struct WatchlistEntry: Sendable, Hashable {
  /// The list that the party is on, in the vocabulary of `Data/README.md`: `SDN`, `NS-CMIC`,
  /// `BIS-EL` and so on. A file such as the CSL carries several lists.
  public var list: String
  /// The publisher's identifier of the entry, unique within `list`.
  public var uid: String
  /// What kind of party it is.
  public var type: PartyType
  /// The names, the primary one first; at least one.
  public var names: [ListedName]
  /// The program tags, in file order.
  public var programs: [String] = []
  /// The identifiers, in file order.
  public var identifiers: [Identifier] = []
  /// The dates of birth that the list gives.
  public var birthDates: [DateInterval] = []
  /// Places of birth as printed.
  public var birthPlaces: [String] = []
  /// Nationalities, citizenships and flags as printed, in file order without repeats.
  public var countries: [String] = []
  /// The addresses, in file order.
  public var addresses: [Address] = []
  /// The day of the listing.
  public var listedOn: CalendarDate?
  /// The first day of the measure.
  public var effectiveOn: CalendarDate?
  /// The day on which the divestment window ends, itself outside the window.
  public var divestBy: CalendarDate?
  /// The last day of the measure, for lists that give one.
  public var endsOn: CalendarDate?
  /// The authority that the list names, such as an executive order.
  public var legalBasis: String?
  /// The licence requirement as printed.
  public var licenceRequirement: String?
  /// The licence review policy as printed.
  public var licencePolicy: String?
  /// The Federal Register or gazette citation as printed.
  public var citation: String?
  /// Title or function as printed.
  public var title: String?
  /// What is left of the remarks, as printed.
  public var remarks: String?
  /// Where the facts of the entry come from, for lists that tell.
  public var source: String?
  /// The day of that source.
  public var sourceDate: CalendarDate?
  /// Whether the publisher has removed the entry and ``ListGate`` holds the removal.
  public var isHeld = false

  /// Creates an entry.
  public init(list: String, uid: String, type: PartyType, names: [ListedName]) {
    self.list = list
    self.uid = uid
    self.type = type
    self.names = names
  }
}

/// What kind of party an entry or a query is.
public enum PartyType: UInt8, Sendable, CaseIterable {
  /// Not told.
  case unknown = 0
  /// A natural person.
  case person = 1
  /// A company, authority or any other body.
  case organisation = 2
  /// A ship.
  case vessel = 3
  /// An aircraft.
  case aircraft = 4
  /// An address that is listed by itself.
  case address = 5
}

/// One name of a listed party.
public struct ListedName: Sendable, Hashable {
  /// The name as printed, in any script.
  public var text: String
  /// What the name is to the party.
  public var type: NameType
  /// How well the name identifies the party.
  public var strength: NameStrength
  /// Where in the file the name stood.
  public var origin: NameOrigin
  /// Whether the name comes from elsewhere than the publisher, such as the press.
  public var isUnofficial: Bool
  /// The script that the list says the name is in, as an ISO 15924 code such as `Cyrl` or `Hans`;
  /// nil when the list does not tell.
  public var script: String?

  /// Creates a name.
  public init(
    _ text: String, type: NameType, strength: NameStrength, origin: NameOrigin = .column,
    isUnofficial: Bool = false, script: String? = nil
  ) {
    self.text = text
    self.type = type
    self.strength = strength
    self.origin = origin
    self.isUnofficial = isUnofficial
    self.script = script
  }
}

/// What a name is to its party.
public enum NameType: UInt8, Sendable, CaseIterable {
  /// The name the party is listed under.
  case primary = 0
  /// Also known as.
  case alias = 1
  /// Formerly known as.
  case former = 2
  /// Now known as.
  case current = 3
  /// The name under which the party issues securities.
  case issuer = 4
  /// Another spelling or script of one of the names.
  case variant = 5
}

/// How well a name identifies its party.
public enum NameStrength: UInt8, Sendable, CaseIterable {
  /// The publisher expects it to be screened.
  case strong = 0
  /// The publisher gives it to confirm matches with, not to find them.
  case weak = 1
  /// The publisher does not tell.
  case unknown = 2
}

/// Where in its file a name stood.
public enum NameOrigin: UInt8, Sendable, CaseIterable {
  /// In a column or element for names.
  case column = 0
  /// In the free text of the remarks.
  case remark = 1
  /// Inside another name of the party, such as `X (f.k.a. Y)`, from which it was taken out.
  case derived = 2
}

/// A number that identifies a party, an instrument or a craft.
public struct Identifier: Sendable, Hashable {
  /// What the number is.
  public var kind: IdentifierKind
  /// The value as printed.
  public var value: String
  /// The country that issued it, as printed.
  public var country: String?
  /// Whether its check digits are right; nil for kinds that have none.
  public var hasValidChecksum: Bool?

  /// Creates an identifier.
  public init(
    _ kind: IdentifierKind, _ value: String, country: String? = nil,
    hasValidChecksum: Bool? = nil
  ) {
    self.kind = kind
    self.value = value
    self.country = country
    self.hasValidChecksum = hasValidChecksum
  }
}

/// The kinds of identifiers.
public enum IdentifierKind: UInt8, Sendable, CaseIterable {
  // Raw values are stored in index files: append, never renumber.
  case other = 0
  case isin = 1
  case ticker = 2
  case lei = 3
  case bic = 4
  case uscc = 5
  case imo = 6
  case mmsi = 7
  case passport = 8
  case nationalID = 9
  case tax = 10
  case tailNumber = 11
  case cryptoAddress = 12
  case registration = 13
  case duns = 14
  case callSign = 15
  case companyIMO = 16
  case aircraftSerial = 17
}

/// A postal address, as far as the list gives it.
public struct Address: Sendable, Hashable {
  /// Street and other lines, joined by `, `.
  public var lines: String
  /// City, region and postal code as printed.
  public var city: String
  /// The country as printed.
  public var country: String

  /// Creates an address.
  public init(lines: String = "", city: String = "", country: String = "") {
    self.lines = lines
    self.city = city
    self.country = country
  }
}
