import NameScreening
import NameSimilarity
import Testing
import Watchlists

@testable import Records

@Suite("Configuration")
struct ConfigurationTests {
  private func policy(_ json: String) throws(ConfigurationError) -> ScreeningPolicy {
    try ScreeningPolicy(configuration: Array(json.utf8), path: "p.json")
  }

  @Test func everyMemberIsRead() throws {
    let policy = try policy(
      """
      { "schema": 1,
        "thresholds": { "default": 0.8, "person": 0.87, "vessel": 1 },
        "weak_names": "ignore",
        "single_token": { "threshold": 0.9, "up_to_letters": 5 },
        "generic_names": { "threshold": null },
        "birth_date": { "effect": "require_no_conflict", "tolerance_years": 3 },
        "country": { "effect": "require_agreement" }, "type": { "effect": "report" },
        "lists": { "SDN": { "thresholds": { "person": 0.7 }, "weak_names": "alert" } } }
      """)
    #expect(policy.threshold(list: "UVL", type: .organisation) == Score("0.8")!)
    #expect(policy.threshold(list: "UVL", type: .person) == Score("0.87")!)
    #expect(policy.threshold(list: "UVL", type: .vessel) == .one)
    #expect(policy.threshold(list: "SDN", type: .person) == Score("0.7")!)
    #expect(policy.threshold(list: "SDN", type: .vessel) == .one)
    #expect(policy.weakNames(list: "UVL") == .ignore)
    #expect(policy.weakNames(list: "SDN") == .alert)
    #expect(policy.singleTokenThreshold == Score("0.9")!)
    #expect(policy.singleTokenByteCount == 5)
    #expect(policy.genericThreshold == nil)
    #expect(policy.birthDate.effect == .requireNoConflict)
    #expect(policy.birthDate.toleranceInYears == 3)
    #expect(policy.country == .requireAgreement)
  }

  @Test func whatIsNotSaidStaysAsItIs() throws {
    #expect(try policy("{}") == ScreeningPolicy())
    let person = try policy(#"{"thresholds": {"person": 0.9}}"#)
    var expected = ScreeningPolicy()
    expected.thresholds[.person] = Score("0.9")!
    #expect(person == expected)
    let all = try policy(#"{"thresholds": {"default": 0.9}}"#)
    for type in PartyType.allCases {
      #expect(all.threshold(list: "SDN", type: type) == Score("0.9")!)
    }
  }

  @Test func whatIsWrittenReadsBack() throws {
    var policy = ScreeningPolicy()
    policy.thresholds.base = Score("0.9")!
    policy.thresholds[.aircraft] = Score("0.95")!
    policy.genericThreshold = nil
    policy.lists["SDN"].weakNames = .alert
    policy.lists["NS-CMIC"].thresholds.base = Score("0.8")!
    let text = JSONWriter.text { $0.value(policy) }
    let read = try self.policy(text)
    #expect(read == policy)
  }

  @Test(
    "a mistake is told with its line",
    arguments: [
      ("{\n \"tresholds\": {}}", 2, "unknown key 'tresholds'; it must be one of schema, thresh"),
      ("{\"thresholds\": {\n\"persn\": 0.5}}", 2, "unknown key 'persn'"),
      ("{\"lists\": {\"SDN\": {\n\"weak\": 1}}}", 2, "unknown key 'weak'"),
      ("{\"thresholds\": 0.5}", 1, "'thresholds' must be an object"),
      ("[]", 1, "'configuration' must be an object"),
      ("{\"thresholds\": {\"person\": \"0.5\"}}", 1, "'person' must be a number"),
      ("{\"thresholds\": {\"person\": 1.5}}", 1, "'person' is 1.5; it must be in 0.0001...1"),
      ("{\"thresholds\": {\"person\": 0}}", 1, "'person' is 0; it must be in"),
      ("{\"thresholds\": {\"person\": -0.5}}", 1, "'person' is -0.5; it must be in"),
      ("{\"thresholds\": {\"person\": 0.85001}}", 1, "at most four digits"),
      ("{\"weak_names\": \"maybe\"}", 1, "is 'maybe'; it must be one of alert, confirm, ignore"),
      ("{\"weak_names\": true}", 1, "'weak_names' must be a string"),
      ("{\"birth_date\": {\"tolerance_years\": 21}}", 1, "a whole number in 0...20"),
      ("{\"birth_date\": {\"tolerance_years\": 1.5}}", 1, "a whole number in 0...20"),
      ("{\"country\": {\"effect\": \"drop\"}}", 1, "report, require_no_conflict"),
      ("{\"schema\": 2}", 1, "'schema' is 2"),
      ("", 1, "a value is missing"), ("{", 1, "a key in quotes is missing"),
      ("{\"weak_names\"}", 1, "':' is missing behind key 'weak_names'"),
      ("{\"weak_names\": \"alert\"\n", 2, "',' or '}' is missing"),
      ("{\"weak_names\": alert}", 1, "'alert' is no JSON value"),
      ("{\"type\": {},\n\"type\": {}}", 2, "key 'type' comes twice"),
      ("{} {}", 1, "text behind the value"), ("{\"weak_names\": \"al", 1, "does not end"),
      ("{\"weak_names\": \"\\x\"}", 1, "an escape that is none"),
    ])
  func mistakes(json: String, line: Int, words: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try policy(json) }
    #expect(error?.line == line)
    #expect(error?.description.hasPrefix("p.json:\(line): ") == true)
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: ConfigurationError.self) {
      try ScreeningPolicy(configuration: [0x7B, 0xFF, 0x7D], path: "p.json")
    }
  }

  @Test func nestingHasALimit() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: ConfigurationError.self) { try policy(deep) }
  }
}
