import NameScreening
import NameSimilarity
import TestSupport
import Testing

@Suite("Sums of explanations")
struct ExplanationSumTests {
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
      #expect((explanation.steps.last?.result ?? explanation.share) == explanation.score)
      let gain = explanation.alignment.reduce(0) { $0 + $1.gain }
      let loss =
        explanation.alignment.reduce(0) { $0 + $1.loss }
        + explanation.unmatched.reduce(0) { $0 + $1.loss }
      if explanation.gain == 0 { continue }
      #expect(gain == explanation.gain, "\(a) | \(b)")
      #expect(loss == explanation.loss, "\(a) | \(b)")
      #expect(explanation.share.tenThousandths == Int32(10_000 * gain / (gain + loss)))
      // Only equal letters raise a value.
      var last = explanation.share
      for step in explanation.steps {
        #expect(step.result < last || step.code == "SPACING", "\(a) | \(b)")
        last = step.result
      }
    }
  }
}
