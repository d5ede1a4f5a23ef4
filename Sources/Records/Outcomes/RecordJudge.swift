internal import Measures
internal import NameScreening
internal import Watchlists

/// Judges matches of records by the measures of their entries; the scratch memory of one thread.
///
/// It remembers the measures of entries, which never changes a result.
struct RecordJudge: ~Copyable {
  private let screener: Screener
  private let configuration: JudgingConfiguration
  // What a record means that states nothing itself, without and with an instrument or issuer.
  private let runFacts: InterpretedFacts
  private let runFactsOfSecurity: InterpretedFacts
  // Looked up in, never iterated.
  private var measures: [EntryID: PartyMeasures] = [:]

  /// The most entries whose measures are remembered; then all are forgotten. Alerts of one run
  /// concern far fewer.
  private static let rememberedLimit = 1 << 13

  init(_ screener: Screener, _ configuration: JudgingConfiguration) {
    self.screener = screener
    self.configuration = configuration
    let time = configuration.asOf ?? configuration.now
    runFacts = configuration.facts.interpreted(isOfSecurity: false, time: time)
    runFactsOfSecurity = configuration.facts.interpreted(isOfSecurity: true, time: time)
  }

  /// The facts of a record.
  ///
  /// - Parameters:
  ///   - stated: What it states itself, in any order.
  ///   - isOfSecurity: Whether it names an instrument or an issuer.
  func facts(
    _ stated: [(attribute: FieldSpecification.Attribute, text: String)], isOfSecurity: Bool
  ) -> InterpretedFacts {
    var result = isOfSecurity ? runFactsOfSecurity : runFacts
    if !stated.isEmpty {
      var all = configuration.facts
      for fact in stated { all.state(fact.attribute, fact.text) }
      result = all.interpreted(isOfSecurity: isOfSecurity, time: configuration.now)
    }
    if let asOf = configuration.asOf { result.facts.time = asOf }
    return result
  }

  /// The day on which ownership counts; for a date that cannot be read, that of the run.
  func day(of facts: TransactionFacts) -> Day {
    let time = facts.time == .anyTime ? configuration.now : facts.time
    return NewYork.day(at: time.earliest)
  }

  /// What the measures of an entry make of a match, the most severe first; at least one.
  mutating func judge(
    _ match: PartyMatch, with id: EntryID, _ entry: WatchlistEntry, _ facts: TransactionFacts
  ) -> [Judgement] {
    if let known = measures[id] { return known.judge(match, facts) }
    if measures.count == Self.rememberedLimit { measures.removeAll(keepingCapacity: true) }
    let party = ListedParty(entry, published: screener.published(id))
    let found = configuration.catalogue.measures(for: party)
    measures[id] = found
    return found.judge(match, facts)
  }
}
