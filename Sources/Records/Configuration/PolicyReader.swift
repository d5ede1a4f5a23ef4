internal import JSONDocuments
public import NameScreening
internal import NameSimilarity
internal import Watchlists

extension ScreeningPolicy {
  /// Reads a policy from a configuration file, as `Data/schema/config-1.schema.json` has it.
  ///
  /// What the file does not say stays as in the default policy.
  ///
  /// - Parameters:
  ///   - json: The content of the file.
  ///   - path: The file, as messages should name it.
  /// - Throws: ``ConfigurationError`` for the first thing that is wrong.
  public init(configuration json: [UInt8], path: String) throws(ConfigurationError) {
    let reader = PolicyReader(path: path)
    let node: JSONDocument.Node
    do throws(JSONDocument.Fault) {
      node = try JSONDocument.parse(json)
    } catch {
      throw ConfigurationError(path: path, line: error.line, reason: .syntax(error.words))
    }
    self.init()
    try reader.read(node, into: &self)
  }
}

/// Puts the members of a configuration file into a policy.
private struct PolicyReader {
  typealias Node = JSONDocument.Node

  let path: String

  private static let typeKeys = PartyType.allCases.map(\.configurationKey)

  func read(_ node: Node, into policy: inout ScreeningPolicy) throws(ConfigurationError) {
    let known = [
      "schema", "thresholds", "weak_names", "single_token", "generic_names", "birth_date",
      "country", "type", "lists",
    ]
    for member in try members(node, "configuration", known) {
      switch member.key {
      case "schema": _ = try integer(member, in: 1...1)
      case "thresholds": policy.thresholds = try thresholds(member, over: .standard)
      case "weak_names": policy.weakNames = try word(member)
      case "single_token": try readSingleToken(member, into: &policy)
      case "generic_names": try readThreshold(member, into: &policy.genericThreshold)
      case "birth_date": try readBirthDate(member, into: &policy.birthDate)
      case "country": try readEffect(member, into: &policy.country)
      case "type": try readEffect(member, into: &policy.type)
      default:
        for list in try members(member.node, member.key, nil) {
          policy.lists[list.key] = try listPolicy(list)
        }
      }
    }
  }

  private func listPolicy(
    _ list: JSONDocument.Member
  ) throws(ConfigurationError) -> ScreeningPolicy.ListPolicy {
    var policy = ScreeningPolicy.ListPolicy()
    for member in try members(list.node, list.key, ["thresholds", "weak_names"]) {
      switch member.key {
      case "thresholds": policy.thresholds = try thresholds(member, over: .init())
      default: policy.weakNames = try word(member)
      }
    }
    return policy
  }

  /// The thresholds given, and for the others those of `standard`, unless a default is given.
  private func thresholds(
    _ member: JSONDocument.Member, over standard: ScreeningPolicy.Thresholds
  ) throws(ConfigurationError) -> ScreeningPolicy.Thresholds {
    let members = try members(member.node, member.key, ["default"] + Self.typeKeys)
    var thresholds = members.contains { $0.key == "default" } ? .init() : standard
    for entry in members {
      let score = try score(entry)
      if let number = Self.typeKeys.firstIndex(of: entry.key) {
        thresholds[PartyType.allCases[number]] = score
      } else {
        thresholds.base = score
      }
    }
    return thresholds
  }

  private func readSingleToken(
    _ member: JSONDocument.Member, into policy: inout ScreeningPolicy
  ) throws(ConfigurationError) {
    for entry in try members(member.node, member.key, ["threshold", "up_to_letters"]) {
      switch entry.key {
      case "threshold": policy.singleTokenThreshold = try scoreOrNone(entry)
      default:
        policy.singleTokenByteCount = try integer(
          entry, in: 1...ScreeningPolicy.maximumSingleTokenByteCount)
      }
    }
  }

  private func readThreshold(
    _ member: JSONDocument.Member, into threshold: inout Score?
  ) throws(ConfigurationError) {
    for entry in try members(member.node, member.key, ["threshold"]) {
      threshold = try scoreOrNone(entry)
    }
  }

  private func scoreOrNone(_ member: JSONDocument.Member) throws(ConfigurationError) -> Score? {
    if case .null = member.node.value { return nil }
    return try score(member)
  }

  private func readBirthDate(
    _ member: JSONDocument.Member, into rule: inout ScreeningPolicy.BirthDateRule
  ) throws(ConfigurationError) {
    for entry in try members(member.node, member.key, ["effect", "tolerance_years"]) {
      switch entry.key {
      case "effect": rule.effect = try word(entry)
      default:
        rule.toleranceInYears = try integer(
          entry, in: 0...ScreeningPolicy.BirthDateRule.maximumToleranceInYears)
      }
    }
  }

  private func readEffect(
    _ member: JSONDocument.Member, into effect: inout ScreeningPolicy.Effect
  ) throws(ConfigurationError) {
    for entry in try members(member.node, member.key, ["effect"]) { effect = try word(entry) }
  }

  // MARK: - Values

  /// The members of an object; with `known`, each key is one of them.
  private func members(
    _ node: Node, _ key: String, _ known: [String]?
  ) throws(ConfigurationError) -> [JSONDocument.Member] {
    guard case .object(let members) = node.value else {
      throw error(node, .wrongType(key: key, expected: "an object"))
    }
    if let known, let unknown = members.first(where: { !known.contains($0.key) }) {
      throw error(unknown.node, .unknownKey(unknown.key, known: known))
    }
    return members
  }

  private func score(_ member: JSONDocument.Member) throws(ConfigurationError) -> Score {
    guard case .number(let text) = member.node.value else {
      throw error(member.node, .wrongType(key: member.key, expected: "a number"))
    }
    guard let score = Score(text), score > .zero else {
      throw error(
        member.node,
        .outOfRange(
          key: member.key, value: text,
          limit: "in 0.0001...1 with at most four digits after the point"))
    }
    return score
  }

  private func integer(
    _ member: JSONDocument.Member, in range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int {
    guard case .number(let text) = member.node.value else {
      throw error(member.node, .wrongType(key: member.key, expected: "a number"))
    }
    guard let number = Int(text), range.contains(number) else {
      throw error(
        member.node,
        .outOfRange(
          key: member.key, value: text,
          limit: "a whole number in \(range.lowerBound)...\(range.upperBound)"))
    }
    return number
  }

  /// A word of an enumeration.
  private func word<Word: RawRepresentable & CaseIterable>(
    _ member: JSONDocument.Member
  ) throws(ConfigurationError) -> Word where Word.RawValue == String {
    guard case .string(let text) = member.node.value else {
      throw error(member.node, .wrongType(key: member.key, expected: "a string"))
    }
    guard let word = Word(rawValue: text) else {
      throw error(
        member.node,
        .unknownValue(key: member.key, value: text, known: Word.allCases.map(\.rawValue)))
    }
    return word
  }

  private func error(
    _ node: Node, _ reason: ConfigurationError.Reason
  ) -> ConfigurationError {
    ConfigurationError(path: path, line: node.line, reason: reason)
  }
}
