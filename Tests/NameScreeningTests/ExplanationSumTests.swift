import NameScreening
import NameSimilarity
import TestSupport
import Testing

@Suite("Sums of explanations")
struct ExplanationSumTests {
  /// The score that the parts of an explanation add up to.
  private func sum(_ explanation: ScoreExplanation) -> Score {
    let gain = explanation.alignment.reduce(0) { $0 + $1.gain }
    let loss =
      explanation.alignment.reduce(0) { $0 + $1.loss }
      + explanation.unmatched.reduce(0) { $0 + $1.loss }
    var score = gain == 0 ? 0 : 10_000 * gain / (gain + loss)
    for penalty in explanation.penalties {
      score = score * Int(penalty.factor.tenThousandths) / 10_000
    }
    score = max(score, Int(explanation.raisedTo?.tenThousandths ?? 0))
    return Score(tenThousandths: Int32(score))
  }

  @Test("the parts add up to the printed score", arguments: UInt64(0)..<20)
  func addsUp(seed: UInt64) throws {
    var names = RandomNames(seed: seed)
    var scorer = PairScorer(tables: .builtin)
    for _ in 0..<200 {
      var a = names.name()
      var b = names.number(below: 4) == 0 ? names.name() : names.mutation(of: a)
      let explained = a.withUTF8 { a in
        b.withUTF8 { b in scorer.explain(a, b, type: .unknown) }
      }
      let scored = a.withUTF8 { a in b.withUTF8 { b in scorer.score(a, b, type: .unknown) } }
      guard let explanation = explained else { continue }
      #expect(scored == .score(explanation.score), "\(a) | \(b)")
      #expect(sum(explanation) == explanation.score, "\(a) | \(b)")
      if explanation.gain > 0 && explanation.raisedTo == nil {
        #expect(explanation.alignment.reduce(0) { $0 + $1.gain } == explanation.gain)
        #expect(
          explanation.alignment.reduce(0) { $0 + $1.loss }
            + explanation.unmatched.reduce(0) { $0 + $1.loss } == explanation.loss)
      }
    }
  }
}
