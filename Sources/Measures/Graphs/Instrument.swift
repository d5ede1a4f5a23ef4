/// A security or another instrument, and what lies directly under it.
public struct Instrument: Sendable, Hashable {
  /// The identifier, such as an ISIN.
  public var id: String
  /// The name of the issuer; empty if not told.
  public var issuerName: String
  /// Identifiers of the issuer.
  public var issuerIDs: [String]
  /// What lies under it, of any weight: a basket, an index, the share of a receipt or warrant.
  public var underlyings: [Underlying]

  /// An instrument under another one.
  public struct Underlying: Sendable, Hashable {
    /// The identifier.
    public var id: String
    /// The weight as printed; empty if not told. No rule asks for it.
    public var weight: String

    /// Creates an underlying.
    public init(id: String, weight: String = "") {
      self.id = id
      self.weight = weight
    }
  }

  /// Creates an instrument.
  public init(
    id: String, issuerName: String = "", issuerIDs: [String] = [], underlyings: [Underlying] = []
  ) {
    self.id = id
    self.issuerName = issuerName
    self.issuerIDs = issuerIDs
    self.underlyings = underlyings
  }
}

/// What lies under an instrument, itself included.
public struct LookThrough: Sendable, Hashable {
  /// The instruments, the nearest first and equally near ones by path.
  public let exposures: [Exposure]

  /// One instrument that is reached.
  public struct Exposure: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The instrument; nil if no row tells of it.
    public let instrument: Instrument?
    /// The position of the exposure that it lies under; nil for the instrument asked for.
    let parent: Int?

    /// Whether it is the instrument that was asked for.
    public var isDirect: Bool { parent == nil }
  }

  /// The identifiers of exposures that no row tells of, in ascending order.
  public var unknownIDs: [String] {
    exposures.filter { $0.instrument == nil }.map(\.id).sorted()
  }

  /// The identifiers from the instrument that was asked for to an exposure, both included: the
  /// shortest way, and of several the first in ascending order.
  public func path(to exposure: Exposure) -> [String] {
    var path = [exposure.id]
    var parent = exposure.parent
    while let position = parent {
      path.append(exposures[position].id)
      parent = exposures[position].parent
    }
    return path.reversed()
  }
}
