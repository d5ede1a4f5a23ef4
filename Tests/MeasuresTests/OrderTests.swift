import TestSupport
import Testing

@testable import Measures

@Suite("Order of lists, measures and parties")
struct OrderTests {
  @Test("makes no difference", arguments: UInt64(0)..<20)
  func makesNoDifference(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let catalogue = MeasureCatalogue.builtIn
    for _ in 0..<20 {
      let shuffled = MeasureCatalogue(
        measures: catalogue.measures.shuffled(using: &generator),
        programs: catalogue.programs.shuffled(using: &generator))
      let facts = RandomCases.facts(using: &generator)
      let matches = (0..<6).map { _ in
        (
          party: RandomCases.party(using: &generator),
          match: RandomCases.match(using: &generator)
        )
      }
      func judgements(
        _ catalogue: MeasureCatalogue, _ matches: [(party: ListedParty, match: PartyMatch)]
      ) -> [Judgement] {
        matches.flatMap { catalogue.measures(for: $0.party).judge($0.match, facts) }
      }
      let inOrder = judgements(catalogue, matches)
      #expect(judgements(shuffled, matches) == inOrder)
      let reordered = judgements(shuffled, matches.shuffled(using: &generator))
      #expect(reordered.actingOutcome == inOrder.actingOutcome)
      #expect(Set(reordered) == Set(inOrder))
      #expect(reordered.count == inOrder.count)
    }
  }

  @Test("the order of tags and of the rows of a file makes none either", arguments: UInt64(0)..<20)
  func tags(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<20 {
      var party = RandomCases.party(using: &generator)
      let match = RandomCases.match(using: &generator)
      let facts = RandomCases.facts(using: &generator)
      let judgements = Cases.judge(party, match, facts)
      party.programs.shuffle(using: &generator)
      #expect(Cases.judge(party, match, facts) == judgements)
    }
  }

  @Test func outcomesAreOrderedAsTheyAct() {
    let words = [
      "NOT_RESTRICTED", "PERMITTED", "PERMITTED_DIVESTMENT", "NOT_YET_PROHIBITED", "REVIEW",
      "INDETERMINATE", "LICENCE_REQUIRED", "PROHIBITED", "BLOCK",
    ]
    #expect(Outcome.allCases.sorted().map(\.rawValue) == words)
  }

  @Test func dutiesComeOnceAndInOrder() {
    let duties: [Duty] = [.report10BusinessDays, .block, .report10BusinessDays, .reject]
    #expect(duties.inOrder() == [.reject, .block, .report10BusinessDays])
  }
}
