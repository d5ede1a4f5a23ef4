internal import NameNormalization
public import Watchlists

/// What two texts share that name the same party: of a name its words without spacing, case,
/// punctuation and the spelling of legal forms, of an identifier its kind and normal form.
public struct PartyKey: Hashable, Sendable {
  private let bytes: [UInt8]

  fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The key of an identifier, or nil when it has no normal form.
  public init?(_ value: UnsafeBufferPointer<UInt8>, _ kind: IdentifierKind) {
    var form: [UInt8] = []
    guard IdentifierForm.write(value, kind, to: &form) else { return nil }
    bytes = [Self.identifierMark, kind.rawValue] + form
  }

  // No folded name has such bytes.
  fileprivate static let identifierMark: UInt8 = 1
  fileprivate static let legalFormMark: UInt8 = 2
}

/// Makes keys of names; the scratch memory of one thread.
public struct PartyKeyMaker: ~Copyable {
  private var folder: NameFolder
  private var folded = FoldedName()

  /// Creates a maker that folds as `screener` does.
  public init(_ screener: Screener) { folder = NameFolder(tables: screener.tables) }

  /// The key of a name, or nil when it cannot be folded.
  ///
  /// - Complexity: O(*n*) in the bytes of the name.
  public mutating func key(_ name: UnsafeBufferPointer<UInt8>) -> PartyKey? {
    guard folder.fold(name, into: &folded) == .folded, let reading = folded.readings.first else {
      return nil
    }
    var bytes: [UInt8] = []
    let first = Int(reading.firstToken)
    for i in first..<first + Int(reading.tokenCount) {
      let token = folded.tokens[i]
      if token.legalClass > 0 {
        bytes += [PartyKey.legalFormMark, token.legalClass]
      } else {
        // SAFETY: every token lies within the bytes of its name.
        bytes += UnsafeBufferPointer(
          start: folded.bytes + Int(token.start), count: Int(token.length))
      }
    }
    return PartyKey(bytes)
  }
}
