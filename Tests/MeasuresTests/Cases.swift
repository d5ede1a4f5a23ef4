import Measures

/// The entries and transactions of the tests.
enum Cases {
  static let sugon = ListedParty(
    list: "NS-CMIC", uid: "33113", programs: ["CMIC-EO13959"], listedOn: Day("2021-12-16"),
    effectiveOn: Day("2022-02-14"), divestBy: Day("2022-12-16"))
  static let senseTime = ListedParty(
    list: "NS-CMIC", uid: "33114", programs: ["CMIC-EO13959"], listedOn: Day("2021-12-10"),
    effectiveOn: Day("2022-02-08"), divestBy: Day("2022-12-10"))
  static let meiyaPico = ListedParty(
    list: "NS-CMIC", uid: "33896", programs: ["CMIC-EO13959"], listedOn: Day("2021-12-16"),
    effectiveOn: Day("2022-02-14"), divestBy: Day("2022-12-16"))
  /// One of the entries of the annex.
  static let hikvision = ListedParty(
    list: "NS-CMIC", uid: "30946", programs: ["CMIC-EO13959"], listedOn: Day("2021-06-03"),
    effectiveOn: Day("2021-08-02"), divestBy: Day("2022-06-03"))
  static let dji = ListedParty(
    list: "BIS-EL", uid: "85FR83416-01", listedOn: Day("2020-12-18"),
    effectiveOn: Day("2020-12-18"), licenceRequirement: "all items subject to the EAR")
  static let institute = ListedParty(
    list: "BIS-EL", uid: "86FR71557-06", listedOn: Day("2021-12-17"),
    effectiveOn: Day("2021-12-17"), licenceRequirement: "All items subject to the EAR.",
    licencePolicy: "presumption of denial; no licence exceptions")
  static let sdn = ListedParty(
    list: "SDN", uid: "1", programs: ["SDGT"], listedOn: Day("2010-01-02"))
  /// An entry outside the SDN list that blocks all the same.
  static let nonSDNBlocking = ListedParty(
    list: "NS-MBS", uid: "30964", programs: ["HKAA"], listedOn: Day("2021-07-16"),
    text: "Hong Kong Autonomy Act: All property and interests in property are blocked.")

  /// What a match and a transaction come to for one entry.
  static func judge(
    _ party: ListedParty, _ match: PartyMatch, _ facts: TransactionFacts
  ) -> [Judgement] {
    MeasureCatalogue.builtIn.measures(for: party).judge(match, facts)
  }

  /// Facts at a time that is written as records have it.
  static func facts(
    _ time: String, _ conduct: Conduct? = nil, _ purpose: Purpose? = nil, nexus: Nexus? = nil,
    ear: Bool? = nil
  ) -> TransactionFacts {
    guard let read = TransactionTime(time) else { fatalError("'\(time)' is no time") }
    return TransactionFacts(
      time: read, conduct: conduct, purpose: purpose, nexus: nexus, isItemSubjectToEAR: ear)
  }

  static let isin = PartyMatch(identity: .identifier, reasons: [.isinExact])
  static let registerNumber = PartyMatch(identity: .identifier, reasons: [.registerNumberExact])
  static let exactName = PartyMatch(identity: .exactName)
  static let owned = PartyMatch(
    identity: .identifier, route: .owned, path: ["firm", "85FR83416-01"])
}
