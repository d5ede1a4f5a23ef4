internal import Measures
internal import NameScreening

/// A listed party behind an instrument: its issuer, or that of something under it.
struct InstrumentFinding {
  var finding: RecordMatch.Finding
  var way: InstrumentWay
}

/// The way from an instrument of a record to what matched.
struct InstrumentWay {
  /// The instrument, what lies under it, and the identifier or name that matched.
  var path: [String]
  /// Whether that is of something under the instrument rather than of its own issuer.
  var isUnder: Bool
}

/// Finds the listed parties behind instruments; the scratch memory of one thread.
struct InstrumentLookup: ~Copyable {
  private let graph: InstrumentGraph
  // Looked up in, never iterated.
  private var known: [String: [InstrumentFinding]] = [:]

  /// The most instruments that are remembered; then all are forgotten.
  private static let rememberedLimit = 1 << 14

  init(_ graph: InstrumentGraph) { self.graph = graph }

  /// Whether a row tells of an instrument, given by its normal form.
  func knows(_ id: String) -> Bool { graph.lookThrough(id).exposures[0].instrument != nil }

  /// The listed parties behind an instrument, the nearest first, each entry once.
  mutating func findings(
    _ id: String, _ identifiers: inout IdentifierMatcher, _ names: inout ScreeningWorker
  ) -> [InstrumentFinding] {
    if let findings = known[id] { return findings }
    if known.count == Self.rememberedLimit { known.removeAll() }
    var findings: [InstrumentFinding] = []
    let lookThrough = graph.lookThrough(id)
    for exposure in lookThrough.exposures {
      let path = lookThrough.path(to: exposure)
      func add(_ finding: RecordMatch.Finding, _ path: [String]) {
        if findings.contains(where: { $0.finding.entry == finding.entry }) { return }
        findings.append(
          InstrumentFinding(
            finding: finding, way: InstrumentWay(path: path, isUnder: !exposure.isDirect)))
      }
      // The record's own identifier is looked up without this.
      if !exposure.isDirect {
        Self.look(up: exposure.id, &identifiers)
        for match in identifiers.matches { add(.identifier(match), path) }
      }
      for text in exposure.instrument?.issuerIDs ?? [] {
        Self.look(up: text, &identifiers)
        for match in identifiers.matches { add(.identifier(match), path + [text]) }
      }
      if var name = exposure.instrument?.issuerName, !name.isEmpty {
        _ = name.withUTF8 { names.screen($0) }
        for match in names.matches { add(.name(match, of: PartyFacts()), path + [name]) }
      }
    }
    known[id] = findings
    return findings
  }

  private static func look(up text: String, _ identifiers: inout IdentifierMatcher) {
    switch PartyReference(text, isList: { _ in false }) {
    case .identifier(let kind, var value):
      _ = value.withUTF8 { identifiers.match($0, kind) }
    case .name(var value):
      _ = value.withUTF8 { identifiers.match($0, nil) }
    case .entry: break
    }
  }
}
