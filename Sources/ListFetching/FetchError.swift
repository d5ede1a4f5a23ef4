private import Glibc

/// Why a list could not be fetched; the file that was there before stays.
public struct FetchError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; later versions may add cases.
  public enum Reason: Hashable, Sendable {
    /// libcurl is not there.
    case noLibrary(String)
    /// Another run is fetching into the folder.
    case locked
    /// The system refused.
    case system(operation: String, errno: Int32)
    /// The connection could not be made or broke, also when it was tried again.
    case broken(String, attempts: Int)
    /// No trusted TLS connection.
    case untrusted(String)
    /// The request cannot be made.
    case badRequest(String)
    /// The answer has a status that is no list.
    case status(Int, attempts: Int)
    /// A redirection to where the list does not come from.
    case foreignRedirection(String)
    /// More redirections than the limit, or one that names no address.
    case tooManyRedirections(limit: Int)
    /// The file is longer than the limit, in bytes.
    case tooLong(limit: Int)
    /// The receipt cannot be written.
    case receipt(String)
    /// The file is no whole list, or may not take the place of the one in use.
    case refused(String)
  }

  /// The name of the source, or the folder for what concerns all.
  public let source: String
  /// The address, or nil for what has none.
  public let url: String?
  /// What is wrong.
  public let reason: Reason

  /// What is wrong, with the source and the address.
  public var description: String {
    "\(source): " + (url.map { "\($0): " } ?? "") + words
  }

  private var words: String {
    switch reason {
    case .noLibrary(let words): words
    case .locked: "another run is fetching into it"
    case .system(let operation, let errno):
      // SAFETY: `strerror` returns a valid C string, which is copied at once.
      unsafe "\(operation) failed: \(String(cString: strerror(errno)))"
    case .broken(let words, let attempts): "\(words), tried \(attempts) times"
    case .untrusted(let words): "no trusted connection: \(words)"
    case .badRequest(let words): words
    case .status(let status, let attempts):
      "the server answers \(status), tried \(attempts) times"
    case .foreignRedirection(let address):
      "redirected to \(address), where the list does not come from"
    case .tooManyRedirections(let limit): "redirected to nowhere, or over \(limit) times"
    case .tooLong(let limit): "longer than the limit of \(limit) bytes"
    case .receipt(let words): words
    case .refused(let words): "refused: \(words)"
    }
  }
}
