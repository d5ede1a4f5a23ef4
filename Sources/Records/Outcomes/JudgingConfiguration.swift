private import Glibc
public import Measures

/// What a run judges its matches by.
public struct JudgingConfiguration: Sendable {
  /// The measures.
  public var catalogue = MeasureCatalogue.builtIn
  /// The file of measures that were added to those inside the program, for the manifest; nil for
  /// none.
  public var measuresPath: String?
  /// What lies under instruments; nil when the run has no such file.
  public var instruments: InstrumentFile?
  /// Who owns whom; nil when the run has no such file.
  public var ownership: OwnershipFile?
  /// The facts that count where a record does not state them.
  public var facts = StatedFacts()
  /// When every transaction counts as made, in place of the dates of the records; nil for these.
  public var asOf: TransactionTime?
  /// When a transaction without a date counts as made.
  public var now: TransactionTime

  /// Creates a configuration with the measures inside the program.
  ///
  /// - Parameter now: When a transaction without a date counts as made.
  public init(now: TransactionTime = Self.clockTime) { self.now = now }

  /// The time that the clock of the machine shows.
  public static var clockTime: TransactionTime {
    TransactionTime(Instant(seconds: Int64(time(nil))))
  }
}
