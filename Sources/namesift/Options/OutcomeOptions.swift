internal import ArgumentParser
internal import Measures
internal import Records

/// What follows from a match: the options that say what transactions are about.
struct OutcomeOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp(
      "A fact of all transactions whose records do not state it, repeatable.",
      discussion: """
        ATTR is conduct, purpose, evidence, nexus, eccn, licence, trade_date, trade_time, \
        time_zone or item_subject_to_ear. A conduct that is not stated is a payment, unless the \
        record names an instrument or an issuer.
        """, valueName: "attr=value"))
  var fact: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Judge all transactions as of a time, such as '2022-12-10T00:01 Eastern', in place of "
        + "their own dates.", valueName: "instant"),
    transform: Self.time)
  var asOf: TransactionTime?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Measures that add to those inside the program or replace them, as JSON.",
      valueName: "file"))
  var measures: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What lies under instruments: CSV with instrument, issuer_name, issuer_ids, underlyings.",
      valueName: "file"))
  var instruments: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who owns whom: CSV with owner, owned, percent, from, to.", valueName: "file"))
  var ownership: String?

  /// What the options ask for.
  ///
  /// - Throws: `ValidationError` for a fact that is not understood, `MeasureDataError` when the
  ///   file of measures is refused, `FactFileError` when another one is, or a failure to read it.
  func judging() throws -> JudgingConfiguration {
    var judging = JudgingConfiguration()
    do throws(StatedFactError) {
      judging.facts = try StatedFacts(fact)
    } catch {
      throw ValidationError("\(error)")
    }
    judging.asOf = asOf
    if let measures {
      judging.measuresPath = measures
      judging.catalogue = judging.catalogue.overridden(
        by: try MeasureCatalogue(measures: try contents(of: measures), path: measures))
    }
    judging.instruments = try instruments.map { try InstrumentFile(path: $0) }
    judging.instruments?.warnings.forEach { StandardError.write("warning: \($0)") }
    judging.ownership = try ownership.map { try OwnershipFile(path: $0) }
    return judging
  }

  private static func time(_ text: String) throws -> TransactionTime {
    guard let time = TransactionTime(text) else {
      throw ValidationError(
        "'\(text)' is not a day or a time such as '2022-12-10', '2022-12-10T00:01 Eastern' or "
          + "'2022-12-10T05:01:00Z'")
    }
    return time
  }
}
