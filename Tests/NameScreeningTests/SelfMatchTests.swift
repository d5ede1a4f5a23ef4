import Dispatch
import NameNormalization
import NameScreening
import NameSimilarity
import Synchronization
import TestSupport
import Testing
import Watchlists

/// Every name of the published lists finds itself in another spelling of the same words.
@Suite("A listed name finds itself")
struct SelfMatchTests {
  /// One way to write a name otherwise.
  enum Change: CaseIterable, CustomTestStringConvertible {
    case lowercased, uppercased, withoutPunctuation, spacesForPunctuation, singleSpaces
    case lastWordFirst, otherLegalForm

    var testDescription: String { "\(self)" }
  }

  /// Above where 1 % of ordinary companies and persons alert, which is 0.58 to 0.62.
  private static let threshold = Score("0.7")!

  private static let names: [String] = {
    let files = ["us_csl/consolidated_2026-07-31_derived.csv.gz", "ofac_sdn/sdn_2024-05-03.csv"]
    var names: Set<String> = []
    for path in files.compactMap({ SharedFiles.path("lists/" + $0) }) {
      guard let list = try? WatchlistLoader.load(specification: path) else { continue }
      for entry in list.entries { names.formUnion(entry.names.map(\.text)) }
    }
    return names.sorted()
  }()

  @Test("in another case, punctuation, spacing, order and legal form", arguments: Change.allCases)
  func findsItself(change: Change) {
    // 57,000 names; a quick run takes every 16th.
    let step = TestScale.isFull ? 1 : 16
    let names = Self.names
    let misses = Mutex<[String]>([])
    let compared = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 2) { thread in
      var scorer = PairScorer()
      var forms = LegalFormSwapper()
      for i in stride(from: thread * step, to: names.count, by: 2 * step) {
        guard var changed = Self.apply(change, to: names[i], &forms) else { continue }
        var name = names[i]
        let score = changed.withUTF8 { a in name.withUTF8 { scorer.score(a, $0, type: .unknown) } }
        guard case .score(let value) = score else { continue }
        compared.add(1, ordering: .relaxed)
        if value < Self.threshold && Self.saysEnough(name, &forms) {
          misses.withLock { $0.append("\(value) \(changed) | \(name)") }
        }
      }
    }
    let found = misses.withLock { $0.sorted() }
    #expect(found.isEmpty, "\(found.count) misses, such as \(found.prefix(5))")
    #expect(names.isEmpty || compared.load(ordering: .relaxed) > 100)
  }

  private static func apply(
    _ change: Change, to name: String, _ forms: inout LegalFormSwapper
  ) -> String? {
    switch change {
    case .lowercased: name.lowercased()
    case .uppercased: name.uppercased()
    case .withoutPunctuation:
      String(name.unicodeScalars.filter { !isPunctuation($0) }.map(Character.init))
    case .spacesForPunctuation:
      String(name.unicodeScalars.map { isPunctuation($0) ? " " : Character($0) })
    case .singleSpaces: name.split(separator: " ").joined(separator: " ")
    case .lastWordFirst: name.split(separator: " ").reversed().joined(separator: " ")
    case .otherLegalForm: forms.swapped(name)
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory.isPunctuationOrSymbol
  }

  /// Whether a name says enough to be known by the words that another order leaves: the score of
  /// names that say little is lowered, unless they are equal.
  private static func saysEnough(_ name: String, _ forms: inout LegalFormSwapper) -> Bool {
    forms.weight(of: name) >= 2_458  // 0.6, as much as two words like `bank` and `trading`
  }
}

/// Replaces the legal forms of names by another spelling of their class.
private struct LegalFormSwapper: ~Copyable {
  private var folder = NameFolder(tables: .builtin)
  private var folded = FoldedName()

  /// Two spellings of each class; whichever a name does not have is written.
  private static let spellings: [[String]] = [
    ["ltd", "llc"], ["sa", "jsc"], ["plc", "pjsc"], ["inc", "incorporated"], ["lp", "kg"],
    ["fgup", "fsue"], ["zao", "cjsc"],
  ]

  /// What the words and numbers of a name weigh together, in 1/4096.
  mutating func weight(of name: String) -> Int {
    fold(name)
    guard let reading = folded.readings.first else { return 0 }
    var sum = 0
    for i in 0..<Int(reading.tokenCount) {
      let token = folded.tokens[Int(reading.firstToken) + i]
      guard token.tokenClass == .name || token.tokenClass == .number else { continue }
      let bytes = UnsafeBufferPointer(
        start: UnsafePointer(folded.bytes + Int(token.start)), count: Int(token.length))
      // A word of up to four letters says less, as in scores.
      sum += Int(NameTables.builtin.weight(of: bytes, token.tokenClass)) * min(bytes.count, 5) / 5
    }
    return sum
  }

  /// The name with other spellings of its legal forms, or nil if it has none that can be replaced.
  mutating func swapped(_ name: String) -> String? {
    let pairs = Self.spellings.map { pair in (pair, pair.map { legalClass(of: $0) }) }
    fold(name)
    guard let reading = folded.readings.first, reading.kind == .plain else { return nil }
    var words: [String] = []
    var isChanged = false
    for i in 0..<Int(reading.tokenCount) {
      let token = folded.tokens[Int(reading.firstToken) + i]
      let start = folded.bytes + Int(token.start)
      var word = String(
        decoding: UnsafeBufferPointer(start: start, count: Int(token.length)), as: UTF8.self)
      if token.legalClass > 0,
        let (spellings, _) = pairs.first(where: { $0.1.allSatisfy { $0 == token.legalClass } }),
        let other = spellings.first(where: { $0 != word })
      {
        word = other
        isChanged = true
      }
      words.append(word)
    }
    return isChanged ? words.joined(separator: " ") : nil
  }

  private mutating func legalClass(of form: String) -> UInt8 {
    fold(form)
    return folded.tokenCount > 0 ? folded.tokens[0].legalClass : 0
  }

  private mutating func fold(_ name: String) {
    var name = name
    _ = name.withUTF8 { folder.fold($0, into: &folded) }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isPunctuationOrSymbol: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
