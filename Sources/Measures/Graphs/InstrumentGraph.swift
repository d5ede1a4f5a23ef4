/// Which instruments lie under which: fund, index, receipt, warrant, down to the issuers.
///
///     let graph = try InstrumentGraph(instruments)
///     let lookThrough = graph.lookThrough("FUND")
///     lookThrough.path(to: lookThrough.exposures[2])   // ["FUND", "INDEX", "CNE100001120"]
public struct InstrumentGraph: Sendable {
  private let instruments: [String: Instrument]

  /// A row with the identifier of an earlier row.
  public struct RepeatedInstrument: Error, Hashable {
    /// The identifier.
    public var id: String
    /// The position of the second row, counting from 0.
    public var position: Int
  }

  /// Creates a graph of instruments in any order.
  ///
  /// - Throws: ``RepeatedInstrument`` for the first identifier that comes twice.
  public init(_ instruments: some Sequence<Instrument>) throws(RepeatedInstrument) {
    var byID: [String: Instrument] = [:]
    for (position, instrument) in instruments.enumerated() {
      guard byID.updateValue(instrument, forKey: instrument.id) == nil else {
        throw RepeatedInstrument(id: instrument.id, position: position)
      }
    }
    self.instruments = byID
  }

  /// What lies under an instrument, of any weight and at any depth.
  ///
  /// A cycle ends where it comes back: each instrument is reached once.
  ///
  /// - Complexity: O(*n* log *n*) in the instruments and edges that are reached.
  public func lookThrough(_ id: String) -> LookThrough {
    var exposures = [LookThrough.Exposure(id: id, instrument: instruments[id], parent: nil)]
    var seen: Set<String> = [id]
    var position = 0
    while position < exposures.count {
      let underlyings = exposures[position].instrument?.underlyings ?? []
      for id in Set(underlyings.map(\.id)).sorted() where seen.insert(id).inserted {
        exposures.append(.init(id: id, instrument: instruments[id], parent: position))
      }
      position += 1
    }
    return LookThrough(exposures: exposures)
  }

  /// The identifiers that lie under an instrument without a row of their own, in ascending order.
  public var unknownIDs: [String] {
    let named = Set(instruments.values.flatMap { $0.underlyings.map(\.id) })
    return named.filter { instruments[$0] == nil }.sorted()
  }

  /// The instruments that lie under themselves, in ascending order inside and out.
  public var cycles: [[String]] {
    var graph = NamedGraph()
    for instrument in instruments.values {
      for underlying in instrument.underlyings {
        graph.addEdge(from: instrument.id, to: underlying.id)
      }
    }
    return graph.cycles()
  }
}
