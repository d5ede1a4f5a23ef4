internal import ArgumentParser
internal import Watchlists

/// What kind of party a name is of, as far as the caller knows.
struct PartyTypeOption: ParsableArguments {
  @Option(
    name: .long, help: "What the party is: person, organisation, vessel or '' for not told.",
    transform: Self.partyType)
  var type = PartyType.unknown

  private static func partyType(_ text: String) throws -> PartyType {
    switch text {
    case "": .unknown
    case "person": .person
    case "organisation": .organisation
    case "vessel": .vessel
    default: throw ValidationError("'\(text)' is not one of person, organisation, vessel")
    }
  }
}
