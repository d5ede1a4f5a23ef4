import Benchmark
import NameNormalization

// One iteration folds a name: all that is done to its letters, and the classes of its tokens.
func foldingBenchmarks() {
  let shapes: [(shape: String, name: String, tokens: Int)] = [
    ("ascii", "Jonathan Q. Smithson", 3),
    ("legal-form", "Golden Harbour Trading Co., Ltd.", 4),
    ("latin", "José Ángel Muñoz Ibáñez", 4),
    ("cyrillic", "Щукин Владимир Юрьевич", 3),
    ("arabic", "محمد عبد الرحمن", 4),
    // Two readings: the characters and their sounds.
    ("han", "中国石油天然气集团", 16),
    ("hangul", "박근혜", 6),
    // Every letter carries a mark of its own, so that the name is composed first.
    ("combining", "Jo\u{0301}se\u{0301} A\u{0301}ngel", 2),
    ("longest", String(repeating: "abcdefghij ", count: 128), 128),
  ]
  for (shape, name, tokens) in shapes {
    Benchmark("folding/\(shape)") { benchmark in
      let bytes = Array(name.utf8)
      var folder = NameFolder(tables: .builtin)
      var folded = FoldedName()
      benchmark.startMeasurement()
      for _ in benchmark.scaledIterations {
        let outcome = bytes.withUnsafeBufferPointer { folder.fold($0, into: &folded) }
        if outcome != .folded { return benchmark.error("not folded") }
      }
      benchmark.stopMeasurement()
      if folded.tokenCount != tokens { benchmark.error("\(shape): \(folded.tokenCount) tokens") }
    }
  }
}
