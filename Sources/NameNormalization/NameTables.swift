/// Stand-in until the tables are generated.
public struct NameTables: Sendable {
  public static let weightOfOne: UInt16 = 4096
  public static let builtin = NameTables()
  public init() {}
  public init(validating bytes: UnsafeRawBufferPointer) throws(NameTablesError) {}
  public var rawBytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
  public var version: String { "0" }
  public var icuVersion: String { "0" }
  public func weight(of token: UnsafeBufferPointer<UInt8>, _ tokenClass: TokenClass) -> UInt16 {
    switch tokenClass {
    case .name: 4096
    case .number: 4096
    case .particle: 492
    case .legalForm: 614
    case .initial: 1229
    case .title: 205
    }
  }
  public func variantClass(of token: UnsafeBufferPointer<UInt8>) -> UInt32 { 0 }
}
public struct NameTablesError: Error {}
