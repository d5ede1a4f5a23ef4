/// Why an outcome is what it is: a word in capitals with underscores.
///
/// Rows of measures bring their own, so the words below are those that the code knows.
public struct Reason: Sendable, Hashable, CustomStringConvertible {
  /// The word.
  public let rawValue: String

  /// Creates a reason from its word.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The word.
  public var description: String { rawValue }

  // What a matcher finds.
  /// The ISIN is equal.
  public static let isinExact = Reason("ISIN_EXACT")
  /// The number in a company register is equal.
  public static let registerNumberExact = Reason("REGISTER_NUMBER_EXACT")
  /// Ticker and exchange are equal.
  public static let tickerExact = Reason("TICKER_EXACT")
  /// The legal entity identifier is equal.
  public static let leiExact = Reason("LEI_EXACT")
  /// The bank identifier code is equal.
  public static let bicExact = Reason("BIC_EXACT")
  /// The unified social credit code is equal.
  public static let usccExact = Reason("USCC_EXACT")
  /// The IMO number is equal.
  public static let imoExact = Reason("IMO_EXACT")
  /// The name is another one than those listed, though an identifier is equal.
  public static let nameDiffers = Reason("NAME_DIFFERS")
  /// The name resembles a listed one.
  public static let nameSimilar = Reason("NAME_SIMILAR")
  /// The name is equal but for the spelling of the legal form.
  public static let legalFormSpelling = Reason("LEGAL_FORM_SPELLING")
  /// The name is equal but for another legal form.
  public static let legalFormDiffers = Reason("LEGAL_FORM_DIFFERS")
  /// The name is equal to a weak alias only.
  public static let weakAliasOnly = Reason("WEAK_ALIAS_ONLY")

  // What judging adds.
  /// The listed party lies under the instrument.
  public static let lookThrough = Reason("LOOK_THROUGH")
  /// The measure says nothing of what lies under an instrument.
  public static let noLookThroughRule = Reason("NO_LOOK_THROUGH_RULE")
  /// The traded issuer may be another legal entity than the listed one.
  public static let relatedIssuer = Reason("RELATED_ISSUER")
  /// Only the parties that the list names are covered.
  public static let noOwnershipRule = Reason("NO_OWNERSHIP_RULE")
  /// No measure of the entry covers the conduct.
  public static let conductNotCovered = Reason("CONDUCT_NOT_COVERED")
  /// The measure does not bind the persons of the transaction.
  public static let personNotBound = Reason("PERSON_NOT_BOUND")
  /// The transaction is before the listing.
  public static let beforeListing = Reason("BEFORE_LISTING")
  /// The transaction is before the measure begins.
  public static let notYetInForce = Reason("NOT_YET_IN_FORCE")
  /// The transaction is after the end of the measure.
  public static let noLongerInForce = Reason("NO_LONGER_IN_FORCE")
  /// The measure is for another purpose.
  public static let purposeNotCovered = Reason("PURPOSE_NOT_COVERED")
  /// The item is not subject to the EAR.
  public static let itemNotSubjectToEAR = Reason("ITEM_NOT_SUBJECT_TO_EAR")
  /// Applications for a licence are presumed to be denied.
  public static let presumptionOfDenial = Reason("PRESUMPTION_OF_DENIAL")
  /// The licence requirement of the entry is narrower than all items subject to the EAR.
  public static let readLicenceRequirement = Reason("READ_LICENCE_REQUIREMENT")
  /// The record claims a licence.
  public static let licenceClaimed = Reason("LICENCE_CLAIMED")
  /// The nexus is given as unknown.
  public static let unknownNexus = Reason("UNKNOWN_NEXUS")
  /// A program tag of the entry is not in the data.
  public static let unknownProgram = Reason("UNKNOWN_PROGRAM")
  /// No measure of the data is for the list.
  public static let unknownList = Reason("UNKNOWN_LIST")
}
