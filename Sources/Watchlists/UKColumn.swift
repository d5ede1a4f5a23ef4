/// The columns of the lists of the United Kingdom: the UK Sanctions List, the only one since
/// 28 January 2026, and the consolidated list of OFSI in its layouts of 2014, 2018 and 2022.
enum UKColumn: CaseIterable {
  case uniqueID, groupID, unReference, name6, name1, name2, name3, name4, name5
  case nameType, strength, title, nonLatinName, nonLatinScript, regime, partyType, source, sanctions
  case information, reasons, address1, address2, address3, address4, address5, address6
  case postalCode, country, listedOn, birthDate, nationality
  case nationalID, nationalIDDetails, passport, passportDetails, position
  case birthTown, birthCountry, registration, imo, flag, previousFlags, hull
  case entityType, subsidiaries, parent, owner, previousOwner, shipType, tonnage

  /// The names of the column in lower case, one for each layout that calls it otherwise.
  private var headers: [String] {
    switch self {
    case .uniqueID: ["unique id"]
    case .groupID: ["ofsi group id", "group id"]
    case .unReference: ["un reference number"]
    case .name6: ["name 6"]
    case .name1: ["name 1"]
    case .name2: ["name 2"]
    case .name3: ["name 3"]
    case .name4: ["name 4"]
    case .name5: ["name 5"]
    case .nameType: ["name type", "alias type"]
    case .strength: ["alias strength", "alias quality"]
    case .title: ["title"]
    case .nonLatinName: ["name non-latin script"]
    case .nonLatinScript: ["non-latin script type"]
    case .regime: ["regime name", "regime"]
    case .partyType: ["designation type", "individual, entity, ship", "group type"]
    case .source: ["designation source"]
    case .sanctions: ["sanctions imposed"]
    case .information: ["other information"]
    case .reasons: ["uk statement of reasons"]
    case .address1: ["address line 1", "address 1"]
    case .address2: ["address line 2", "address 2"]
    case .address3: ["address line 3", "address 3"]
    case .address4: ["address line 4", "address 4"]
    case .address5: ["address line 5", "address 5"]
    case .address6: ["address line 6", "address 6"]
    case .postalCode: ["address postal code", "post/zip code"]
    case .country: ["address country", "country"]
    case .listedOn: ["date designated", "listed on"]
    case .birthDate: ["d.o.b", "dob"]
    case .nationality: ["nationality(/ies)", "nationality"]
    case .nationalID: ["national identifier number", "national identification number"]
    case .nationalIDDetails:
      [
        "national identifier additional information", "national identification details",
        "ni number",
      ]
    case .passport: ["passport number"]
    case .passportDetails: ["passport additional information", "passport details"]
    case .position: ["position"]
    case .birthTown: ["town of birth"]
    case .birthCountry: ["country of birth"]
    case .registration: ["business registration number (s)"]
    case .imo: ["imo number"]
    case .flag: ["current believed flag of ship"]
    case .previousFlags: ["previous flags"]
    case .hull: ["hull identification number (hin)"]
    case .entityType: ["type of entity"]
    case .subsidiaries: ["subsidiaries"]
    case .parent: ["parent company"]
    case .owner: ["current owner/operator (s)"]
    case .previousOwner: ["previous owner/operator (s)"]
    case .shipType: ["type of ship"]
    case .tonnage: ["tonnage of ship"]
    }
  }

  static let given: [UKColumn] = [.name1, .name2, .name3, .name4, .name5]
  static let street: [UKColumn] = [.address1, .address2, .address3, .address4, .address5]
  /// The columns that go into the remarks, with what is written before them.
  static let remarks: [(label: String, column: UKColumn)] = [
    ("", .information), ("Statement of Reasons", .reasons), ("Sanctions Imposed", .sanctions),
    ("OFSI Group ID", .groupID), ("UN Reference Number", .unReference),
    ("Passport", .passportDetails), ("National Identifier", .nationalIDDetails),
    ("Type of Entity", .entityType), ("Subsidiaries", .subsidiaries), ("Parent", .parent),
    ("Owner", .owner), ("Previous Owner", .previousOwner), ("Vessel Type", .shipType),
    ("Tonnage", .tonnage),
  ]

  /// The positions of the columns that `table` has.
  static func positions(in table: CSVTable) -> [UKColumn: Int] {
    var positions: [UKColumn: Int] = [:]
    for column in allCases {
      positions[column] = column.headers.lazy.compactMap { table.position(of: $0) }.first
    }
    return positions
  }
}
