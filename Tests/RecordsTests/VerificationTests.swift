import NameScreening
import NameSimilarity
import TestSupport
import Testing

@testable import Records

@Suite("Verification")
struct VerificationTests {
  private func sample(_ text: String, _ verdict: NameVerdict, number: Int) -> VerificationSample {
    VerificationSample(
      rank: 0, sourceNumber: 0, offset: 10 * number, number: number,
      names: [
        .init(
          text: Array(text.utf8), party: OwnedPartyFacts(PartyFacts()), verdict: verdict,
          matches: [])
      ])
  }

  @Test func tellsTheRecordsThatDiffer() {
    let samples = [
      sample("John Public", .clear, number: 1),
      sample("Zylopharm Trading Limited", .clear, number: 2),
      sample("----", .unscreenable(.noLetterOrDigit), number: 3),
      sample("Zylopharm Trading Limited", .alert, number: 4),
    ]
    let result = Verifier.verify(
      samples, with: testScreener, policy: ScreeningPolicy(), sources: ["x.csv"],
      threadCount: 3)
    #expect(result.recordCount == 4)
    #expect(result.differences.map(\.number) == [2, 4])
    #expect(result.differences.map(\.offset) == [20, 40])
    var run = RunResult(ending: .complete)
    run.verification = result
    #expect(run.exitStatus == 2)
  }

  @Test("the sample does not depend on the order", arguments: UInt64(0)..<10)
  func reservoir(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    func offsets(_ order: [Int]) -> [Int] {
      var reservoir = VerificationReservoir(limit: 7)
      for offset in order {
        reservoir.add(
          VerificationSample(
            rank: VerificationSample.rank(seed: seed, sourceNumber: 0, offset: offset),
            sourceNumber: 0, offset: offset, number: 0))
      }
      return reservoir.finish().map(\.offset)
    }
    let first = offsets(Array(0..<500))
    #expect(first.count == 7)
    #expect(first == first.sorted())
    #expect(offsets((0..<500).shuffled(using: &generator)) == first)
    #expect(offsets([3, 1]) == [1, 3])
  }

  @Test func aSampleIsAsLargeAsAskedForWhateverTheChunks() throws {
    let input = "name\n" + String(repeating: "Zylopharm Trading Limited\n", count: 500)
    for chunkByteCount in [64, 1 << 20] {
      let outcome = try screen(input) {
        $0.verificationCount = 50
        $0.chunkByteCount = chunkByteCount
      }
      #expect(outcome.result.verification == VerificationResult(recordCount: 50, differences: []))
    }
  }

  @Test func aRunWithoutThreadsIsTheCallersFault() async {
    await #expect(processExitsWith: .failure) {
      var configuration = RunConfiguration(inputPaths: ["/dev/null"])
      configuration.threadCount = 0
      _ = try? screenRecords(configuration, with: Screener(watchlists: [])) { _ in }
    }
  }
}
