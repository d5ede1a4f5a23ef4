private import Crypto

/// A number that stands for all facts of an entry: it changes when any of them does.
///
/// It does not depend on the order in which a list gives aliases, programs or numbers, nor on the
/// format that the entry was read from as long as that tells the same. A rule that a person made
/// for an entry can name it, and dies when the entry changes.
///
///     entry.contentHash.description   // "9b1f0c…", 32 hexadecimal digits
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// The first 128 bits of the SHA-256 of the facts.
  public let rawValue: UInt128

  /// Creates a hash from its number.
  public init(rawValue: UInt128) { self.rawValue = rawValue }

  /// The number as 32 hexadecimal digits in lower case.
  public var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}

extension WatchlistEntry {
  /// The hash of ``fields``, `list` and `uid` among them.
  ///
  /// - Complexity: O(*n* log *n*) in the facts of the entry; allocates.
  public var contentHash: ContentHash {
    // Every text has its length before it, and every field its number of facts, so that no two
    // entries give the same bytes.
    var bytes: [UInt8] = []
    func append(count: Int) {
      withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    }
    for field in fields {
      append(count: field.facts.count)
      for fact in field.facts {
        for part in fact.parts {
          append(count: part.utf8.count)
          bytes.append(contentsOf: part.utf8)
        }
      }
    }
    let start = SHA256.hash(data: bytes).prefix(16)
    return ContentHash(rawValue: start.reduce(0) { $0 << 8 | UInt128($1) })
  }
}
