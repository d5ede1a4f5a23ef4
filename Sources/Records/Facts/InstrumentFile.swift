public import Measures
internal import Watchlists

/// Instruments with what lies under them, read from a CSV file.
///
/// A row is an instrument: `instrument`, its identifier; `issuer_name`; `issuer_ids`, each
/// `KIND=VALUE` or a value of any kind; `underlyings`, each an identifier, or `ID=WEIGHT`. The last
/// two join their values with `;`. Identifiers of instruments are compared without case and spaces.
public struct InstrumentFile: Sendable {
  /// The file, as the caller named it.
  public let path: String
  /// The instruments by their normal forms.
  public let graph: InstrumentGraph
  /// What is odd about the file, each with its place; none carries a name.
  public let warnings: [String]

  /// Reads a file.
  ///
  /// - Throws: ``FactFileError`` for the first row that cannot be understood.
  public init(path: String) throws(FactFileError) {
    var table = try FactTable(
      path: path, required: ["instrument"],
      optional: ["issuer_name", "issuer_ids", "underlyings"])
    var instruments: [Instrument] = []
    var lines: [Int] = []
    while try table.next() {
      var underlyings: [Instrument.Underlying] = []
      for text in table.list("underlyings") {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          .map { trimmed($0) }
        guard let id = parts.first.map(Self.normalForm), !id.isEmpty else {
          throw table.error(.invalidValue(column: "underlyings", expected: "ID or ID=WEIGHT"))
        }
        underlyings.append(.init(id: id, weight: parts.count > 1 ? parts[1] : ""))
      }
      instruments.append(
        Instrument(
          id: Self.normalForm(try table.required("instrument")),
          issuerName: table.text("issuer_name"), issuerIDs: table.list("issuer_ids"),
          underlyings: underlyings))
      lines.append(table.line)
    }
    do throws(InstrumentGraph.RepeatedInstrument) {
      graph = try InstrumentGraph(instruments)
    } catch {
      throw FactFileError(
        path: path, line: lines[error.position], reason: .repeatedInstrument)
    }
    self.path = path
    warnings = Self.warnings(graph, instruments, lines, path: path)
  }

  /// Capitals without spaces.
  static func normalForm(_ id: some StringProtocol) -> String {
    String(id).filter { $0 != " " }.uppercased()
  }

  /// Cycles, and underlyings of which nothing is known: no row, and no ISIN either.
  private static func warnings(
    _ graph: InstrumentGraph, _ instruments: [Instrument], _ lines: [Int], path: String
  ) -> [String] {
    var warnings: [String] = []
    for cycle in graph.cycles {
      let members = zip(instruments, lines).filter { cycle.contains($0.0.id) }.map { "\($0.1)" }
      warnings.append(
        "\(path): the instruments of the lines \(members.joined(separator: ", ")) lie under "
          + "themselves")
    }
    let unknown = Set(
      graph.unknownIDs.filter { CheckDigits.isValid($0, kind: .isin) == false })
    for (instrument, line) in zip(instruments, lines) {
      for underlying in instrument.underlyings where unknown.contains(underlying.id) {
        warnings.append(
          "\(path):\(line): '\(underlying.id)' lies under the instrument, and no row tells what it "
            + "is")
      }
    }
    return warnings
  }
}
