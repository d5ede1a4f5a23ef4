/// What is done in a transaction.
///
/// The raw values are the words of records and of the data of measures.
public enum Conduct: String, Sendable, Hashable, CaseIterable {
  // Securities.
  case purchase
  case sale
  case dividendReinvestment = "dividend_reinvestment"
  case dividend
  case stockSplit = "stock_split"
  case holding
  case newDebt = "new_debt"
  case newEquity = "new_equity"

  // Services around the trades of another person.
  case custodyService = "custody_service"
  case clearingService = "clearing_service"
  case settlementService = "settlement_service"
  case executionService = "execution_service"
  case transferAgencyService = "transfer_agency_service"
  case advisoryService = "advisory_service"

  // Money.
  case payment
  case loan
  case correspondentAccount = "correspondent_account"
  case tradeFinance = "trade_finance"
  case insurance

  // Goods, technology and services.
  case export
  case reexport
  case inCountryTransfer = "in_country_transfer"
  case `import`
  case supply
  case contract

  /// Whether the conduct deals in securities of an issuer.
  public var isSecuritiesDealing: Bool {
    Self.securitiesDealings.contains(self)
  }

  private static let securitiesDealings: ConductSet = [
    .purchase, .sale, .dividendReinvestment, .newDebt, .newEquity,
  ]
}

/// Several kinds of conduct.
public struct ConductSet: Sendable, Hashable, ExpressibleByArrayLiteral {
  // Bit i stands for the conduct at position i of `allCases`.
  private var bits: UInt64

  /// Every conduct.
  public static let all = ConductSet(Conduct.allCases)

  /// Creates a set.
  public init(_ members: some Sequence<Conduct>) {
    bits = members.reduce(0) { $0 | Self.bit($1) }
  }

  /// Creates a set.
  public init(arrayLiteral members: Conduct...) { self.init(members) }

  /// Whether `conduct` is one of them.
  public func contains(_ conduct: Conduct) -> Bool { bits & Self.bit(conduct) != 0 }

  /// Adds the members of another set.
  mutating func formUnion(_ other: ConductSet) { bits |= other.bits }

  /// All others.
  var complement: ConductSet {
    var complement = ConductSet.all
    complement.bits &= ~bits
    return complement
  }

  private static func bit(_ conduct: Conduct) -> UInt64 {
    1 << UInt64(positions[conduct] ?? 0)
  }

  private static let positions = Dictionary(
    uniqueKeysWithValues: Conduct.allCases.enumerated().map { ($1, $0) })
}
