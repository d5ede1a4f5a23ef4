/// The measures that are known, and the program tags that they are known for.
///
///     let catalogue = MeasureCatalogue.builtIn
///     let measures = catalogue.measures(for: party)      // once for each entry
///     measures.judge(match, facts)                       // once for each match
public struct MeasureCatalogue: Sendable {
  /// The measures in ascending order of their identifiers.
  public private(set) var measures: [Measure]
  /// The program tags in ascending order.
  public private(set) var programs: [Program]

  /// Creates a catalogue.
  ///
  /// - Precondition: No identifier and no tag comes twice.
  public init(measures: [Measure] = [], programs: [Program] = []) {
    self.measures = measures.sorted { $0.id < $1.id }
    self.programs = programs.sorted { $0.tag < $1.tag }
    precondition(Set(measures.map(\.id)).count == measures.count, "an identifier comes twice")
    precondition(Set(programs.map(\.tag)).count == programs.count, "a tag comes twice")
  }

  /// This catalogue with the rows of another one; rows of the same identifier or tag are replaced.
  public func overridden(by other: MeasureCatalogue) -> MeasureCatalogue {
    let ids = Set(other.measures.map(\.id))
    let tags = Set(other.programs.map(\.tag))
    return MeasureCatalogue(
      measures: measures.filter { !ids.contains($0.id) } + other.measures,
      programs: programs.filter { !tags.contains($0.tag) } + other.programs)
  }

  /// The measures that an entry is under, with their windows.
  ///
  /// - Complexity: O(*m*) in the number of measures, and the length of the entry's text for those
  ///   that ask for it. Keep the result for as long as the entry is judged.
  public func measures(for party: ListedParty) -> PartyMeasures {
    let text = CaselessText(party.text)
    return PartyMeasures(
      party, measures.filter { $0.applies(to: party, text) },
      hasUnknownProgram: !unknownPrograms(of: party).isEmpty)
  }

  /// The tags of an entry that no row of ``programs`` has for its list, in file order.
  ///
  /// Each is worth a warning: what it means must be read.
  public func unknownPrograms(of party: ListedParty) -> [String] {
    party.programs.filter { tag in
      !programs.contains {
        ($0.tag == tag || $0.tag == Program.anyTag) && $0.lists.contains(party.list)
      }
    }
  }
}

/// A program tag that lists print, and what stands behind it.
public struct Program: Sendable, Hashable {
  /// The tag as printed: `RUSSIA-EO14024`. The tag `*` stands for every one on lists whose
  /// measures are for all entries, whatever their tags.
  public var tag: String
  /// The codes of the lists on which its meaning is known.
  public var lists: [String]
  /// The law.
  public var authority: String
  /// How well it is known.
  public var confidence: Confidence

  static let anyTag = "*"

  /// Creates a program.
  public init(tag: String, lists: [String], authority: String, confidence: Confidence) {
    self.tag = tag
    self.lists = lists
    self.authority = authority
    self.confidence = confidence
  }
}

extension Measure {
  /// Whether an entry, whose text is given beside it, is under the measure.
  func applies(to party: ListedParty, _ text: CaselessText) -> Bool {
    lists.contains(party.list)
      && (programs.isEmpty || party.programs.contains(where: programs.contains))
      && (entryText.isEmpty || entryText.contains { text.contains(CaselessText($0)) })
  }
}
