/// A jurisdiction whose measures bind persons.
public enum Jurisdiction: String, Sendable, Hashable, CaseIterable {
  case us
  case uk
  case eu
}

/// Which jurisdictions bind the persons of a transaction.
///
/// The empty nexus says that none does, which is another thing than not knowing: see
/// ``TransactionFacts/nexus``.
public struct Nexus: Sendable, Hashable, OptionSet {
  /// The bits of the jurisdictions.
  public let rawValue: UInt8

  /// Creates a nexus from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A US person takes part, or the transaction is in or through the United States.
  public static let us = Nexus(rawValue: 1)
  /// A UK person takes part, or the transaction is in the United Kingdom.
  public static let uk = Nexus(rawValue: 2)
  /// An EU person takes part, or the transaction is in the European Union.
  public static let eu = Nexus(rawValue: 4)
  /// There may be another one: the record says that it is not known.
  public static let unknown = Nexus(rawValue: 128)
  /// No jurisdiction binds the persons.
  public static let noJurisdiction: Nexus = []

  /// Reads words joined by `;`, `,` or spaces: `us`, `uk`, `eu`, `none`, `unknown`, in any case.
  ///
  /// - Returns: Nil for another word, no word at all, or `none` beside another word.
  public init?(_ text: some StringProtocol) {
    let words = text.lowercased().split { $0 == ";" || $0 == "," || $0 == " " }
    var nexus: Nexus = []
    for word in words {
      switch word {
      case "us": nexus.insert(.us)
      case "uk": nexus.insert(.uk)
      case "eu": nexus.insert(.eu)
      case "unknown": nexus.insert(.unknown)
      case "none" where words.count == 1: continue
      default: return nil
      }
    }
    guard !words.isEmpty else { return nil }
    self = nexus
  }

  /// Whether a jurisdiction binds; nil when that is not known.
  func binds(_ jurisdiction: Jurisdiction) -> Bool? {
    let bit: Nexus =
      switch jurisdiction {
      case .us: .us
      case .uk: .uk
      case .eu: .eu
      }
    if contains(bit) { return true }
    return contains(.unknown) ? nil : false
  }
}
