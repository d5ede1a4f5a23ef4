public import Watchlists

/// A list as its publisher offers it.
public struct ListSource: Sendable, Hashable {
  /// What it is called on the command line, such as `ofac-sdn`.
  public let name: String
  /// Who publishes it.
  public let publisher: String
  /// Where it is.
  public let url: WebAddress
  /// The file that it becomes: letters, digits, `.`, `-` and `_`.
  public let file: String
  /// The format.
  public let kind: WatchlistKind
  /// The longest file that is taken, in bytes.
  public let byteLimit: Int
  /// The hosts beside its own to which it may redirect.
  public let redirectHosts: [String]
}

/// An `http` or `https` address, as far as one must know who answers at it.
public struct WebAddress: Sendable, Hashable, CustomStringConvertible {
  /// The whole address.
  public let description: String
  /// The host in lower case, without port.
  public let host: String
  /// Whether it is `https`.
  public let isSecure: Bool

  /// Reads an absolute address; nil when it is no `http` or `https`, names no host, or names a
  /// user.
  public init?(_ text: String) {
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: { lower.hasPrefix($0) }),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else { return nil }
    let authority = lower.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let host = authority.prefix { $0 != ":" }
    guard !host.isEmpty, host.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }),
      authority.dropFirst(host.count).dropFirst().allSatisfy(\.isNumber)
    else { return nil }
    description = text
    self.host = String(host)
    isSecure = scheme == "https://"
  }
}
