/// The facts of a list entry that measures ask for.
public struct ListedParty: Sendable, Hashable {
  /// The code of the list: `SDN`, `NS-CMIC`, `BIS-EL` and so on.
  public var list: String
  /// The publisher's identifier of the entry.
  public var uid: String
  /// The program tags, in file order.
  public var programs: [String]
  /// The day of the listing.
  public var listedOn: Day?
  /// The first day of the measure.
  public var effectiveOn: Day?
  /// The day on which the divestment window ends, itself outside the window.
  public var divestBy: Day?
  /// The last day of the measure, for lists that give one.
  public var endsOn: Day?
  /// The licence requirement as printed.
  public var licenceRequirement: String?
  /// The licence review policy as printed.
  public var licencePolicy: String?
  /// All other text of the entry that may state an effect: remarks, legal basis.
  public var text: String
  /// The day of the list version. An entry without a day of listing counts as listed from it on;
  /// before it, whether the party was listed is not known. Nil: it counts as listed at any time.
  public var versionDate: Day?
  /// The instant from which on the list version does not tell whether the party is still listed.
  /// Nil: it is taken as listed until the list says otherwise.
  public var coveredUntil: Instant?

  /// Creates the facts of an entry.
  public init(
    list: String, uid: String, programs: [String] = [], listedOn: Day? = nil,
    effectiveOn: Day? = nil, divestBy: Day? = nil, endsOn: Day? = nil,
    licenceRequirement: String? = nil, licencePolicy: String? = nil, text: String = "",
    versionDate: Day? = nil, coveredUntil: Instant? = nil
  ) {
    self.list = list
    self.uid = uid
    self.programs = programs
    self.listedOn = listedOn
    self.effectiveOn = effectiveOn
    self.divestBy = divestBy
    self.endsOn = endsOn
    self.licenceRequirement = licenceRequirement
    self.licencePolicy = licencePolicy
    self.text = text
    self.versionDate = versionDate
    self.coveredUntil = coveredUntil
  }
}
