/// One entry of the Consolidated Screening List, in whichever form it came.
protocol CSLRecord {
  /// The line on which it starts, counting from 1.
  var line: Int { get }
  /// The trimmed text of a field, empty when there is none.
  func text(_ field: CSLField) -> String
  /// The trimmed, non-empty values of a field that holds several.
  func list(_ field: CSLField) -> [Substring]
  /// The addresses.
  var addresses: [Address] { get }
  /// The labelled facts of the field `ids`.
  var facts: [CSLFact] { get }
}

/// A labelled fact of an entry of the CSL, such as a passport or a date of listing.
struct CSLFact {
  /// What the value is, in OFAC's words; empty when the list does not say.
  var label: Substring
  /// The value as printed, with what else stands before it.
  var value: Substring
  /// The country that issued it, as a code.
  var country: String?
  /// The value without country and dates, when it is an identifier.
  var number: Substring
}

/// The fields of an entry, named as the columns of the CSV and the members of the JSON.
enum CSLField: String, CaseIterable {
  case id = "_id"
  case source, type, programs, name, title, addresses, remarks, citizenships, nationalities, ids
  case entityNumber = "entity_number"
  case federalRegisterNotice = "federal_register_notice"
  case startDate = "start_date"
  case endDate = "end_date"
  case standardOrder = "standard_order"
  case licenseRequirement = "license_requirement"
  case licensePolicy = "license_policy"
  case callSign = "call_sign"
  case vesselType = "vessel_type"
  case grossTonnage = "gross_tonnage"
  case grossRegisteredTonnage = "gross_registered_tonnage"
  case vesselFlag = "vessel_flag"
  case vesselOwner = "vessel_owner"
  case sourceListURL = "source_list_url"
  case altNames = "alt_names"
  case datesOfBirth = "dates_of_birth"
  case placesOfBirth = "places_of_birth"
  case sourceInformationURL = "source_information_url"
}
