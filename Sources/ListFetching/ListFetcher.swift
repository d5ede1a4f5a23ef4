private import Glibc
internal import Records
public import Watchlists

/// How lists are fetched.
public struct FetchConfiguration: Sendable {
  /// The folder that they go to; it is made if it is not there.
  public var folder: String
  /// The address of a proxy, or nil for that of the environment (`https_proxy`).
  public var proxy: String?
  /// An address under which the files lie, in place of their publishers'.
  public var mirror: WebAddress?
  /// A file of certificates to trust in place of those of the system.
  public var certificates: String?
  /// How often a broken connection or a server error is tried again; 0...10.
  public var retryCount = 3
  /// How long to wait for a connection and for the next byte, in seconds; at least 1.
  public var patience = 120

  /// Creates a configuration with the defaults of the command.
  public init(folder: String) { self.folder = folder }
}

/// What became of a list that was fetched.
public enum FetchOutcome: Sendable {
  /// A new version is in the folder.
  case fetched(WatchlistSummary)
  /// The version in the folder is the present one.
  case unchanged
}

/// Fetches lists into a folder of which it alone has charge as long as it lives.
///
/// A file takes the place of another only when it came whole, parses whole, and is no older than
/// the one there: ``ListGate/refuseDamage(_:inPlaceOf:)``. Whether suspiciously much has gone is
/// for `compile --previous` to judge, which has what is in use before it.
public struct ListFetcher: ~Copyable {
  private let configuration: FetchConfiguration
  private let lock: FolderLock

  /// The most redirections that are followed.
  private static let redirectionLimit = 5

  /// Opens libcurl and takes charge of the folder.
  ///
  /// - Throws: ``FetchError`` when there is no libcurl, or another run fetches into the folder.
  public init(_ configuration: FetchConfiguration) throws(FetchError) {
    let folder = configuration.folder
    if let words = Transfer.openLibrary() {
      throw FetchError(source: folder, url: nil, reason: .noLibrary(words))
    }
    if mkdir(folder, 0o755) != 0 && errno != EEXIST {
      throw FetchError(
        source: folder, url: nil, reason: .system(operation: "mkdir", errno: errno))
    }
    let lock = try FolderLock(folder: folder)
    self.configuration = configuration
    self.lock = lock
  }

  /// Fetches a list, unless the version in the folder is the present one.
  ///
  /// - Parameter progress: Called now and then with the bytes received and those expected, 0 if
  ///   that is not known.
  /// - Throws: ``FetchError``; the file that was there before is still there.
  public func fetch(
    _ source: ListSource, progress: (_ received: Int, _ expected: Int) -> Void = { _, _ in }
  ) throws(FetchError) -> FetchOutcome {
    let target = configuration.folder + "/" + source.file
    let url = try address(of: source)
    var receipt = Self.receipt(of: target)
    // What another server calls its versions says nothing here.
    if receipt?.url != url.description { receipt = nil }
    var incoming = try IncomingFile(source.file, in: configuration.folder, for: source.name)
    let answer = try download(source, from: url, receipt, to: incoming, progress: progress)

    let now = UTCTime.now
    if answer.status == 304, var receipt {
      receipt.checkedAt = now
      try write(receipt, of: target, for: source)
      return .unchanged
    }
    let summary = try admit(incoming.path, as: source, from: url, inPlaceOf: target)
    var news = FetchReceipt(
      url: url.description, fetchedAt: now, checkedAt: now, sha256: summary.sha256,
      byteCount: answer.byteCount, etag: answer.etag, lastModified: answer.lastModified)
    if let receipt, receipt.sha256 == news.sha256 {
      news.fetchedAt = receipt.fetchedAt
      try write(news, of: target, for: source)
      return .unchanged
    }
    try incoming.commit()
    try write(news, of: target, for: source)
    return .fetched(summary)
  }

  private func address(of source: ListSource) throws(FetchError) -> WebAddress {
    guard let mirror = configuration.mirror else { return source.url }
    let separator = mirror.description.hasSuffix("/") ? "" : "/"
    let text = mirror.description + separator + source.file
    guard let address = WebAddress(text) else {
      throw FetchError(source: source.name, url: text, reason: .badRequest("no address"))
    }
    return address
  }

  /// The receipt of a file, if it is that of the bytes which are there.
  private static func receipt(of file: String) -> FetchReceipt? {
    guard let receipt = FetchReceipt.read(of: file),
      (try? WatchlistLoader.digest(ofFile: file)) == receipt.sha256
    else { return nil }
    return receipt
  }

  // MARK: - Asking

  /// Asks, again if it may help, until there is an answer of status 200 or 304.
  private func download(
    _ source: ListSource, from url: WebAddress, _ receipt: FetchReceipt?,
    to file: borrowing IncomingFile, progress: (Int, Int) -> Void
  ) throws(FetchError) -> TransferAnswer {
    var transfer = Transfer(
      url: url, proxy: configuration.proxy, certificates: configuration.certificates,
      etag: receipt?.etag, lastModified: receipt?.lastModified, byteLimit: source.byteLimit,
      patience: configuration.patience)
    var attempt = 1
    while true {
      try file.restart()
      do throws(FetchError) {
        transfer.url = url
        return try follow(
          &transfer, of: source, to: file.fileDescriptor, attempt, progress: progress)
      } catch {
        if attempt > configuration.retryCount || !error.reason.mayPass { throw error }
      }
      // 1, 2, 4 … 64 seconds.
      sleep(1 << UInt32(min(attempt - 1, 6)))
      attempt += 1
    }
  }

  /// Asks once, and where the answer redirects to, as long as that is of the same publisher.
  private func follow(
    _ transfer: inout Transfer, of source: ListSource, to fileDescriptor: Int32, _ attempt: Int,
    progress: (Int, Int) -> Void
  ) throws(FetchError) -> TransferAnswer {
    let first = transfer.url
    func failure(_ reason: FetchError.Reason) -> FetchError {
      FetchError(source: source.name, url: first.description, reason: reason)
    }
    for _ in 0...Self.redirectionLimit {
      let answer: TransferAnswer
      do throws(TransferFault) {
        answer = try transfer.perform(to: fileDescriptor, progress: progress)
      } catch {
        throw failure(FetchError.Reason(error, limit: source.byteLimit, attempt: attempt))
      }
      switch answer.status {
      case 200: return answer
      case 304 where transfer.etag != nil || transfer.lastModified != nil: return answer
      case 301, 302, 303, 307, 308:
        guard let next = answer.location.flatMap({ WebAddress($0) }) else {
          throw failure(.tooManyRedirections(limit: Self.redirectionLimit))
        }
        let isKnown = next.host == first.host || source.redirectHosts.contains(next.host)
        if !isKnown || (first.isSecure && !next.isSecure) {
          throw failure(.foreignRedirection(next.description))
        }
        transfer.url = next
      default: throw failure(.status(answer.status, attempts: attempt))
      }
    }
    throw failure(.tooManyRedirections(limit: Self.redirectionLimit))
  }

  // MARK: - Putting into place

  /// Loads what came, and refuses what is no whole list or cannot follow the one in the folder.
  private func admit(
    _ path: String, as source: ListSource, from url: WebAddress, inPlaceOf target: String
  ) throws(FetchError) -> WatchlistSummary {
    func failure(_ error: some Error) -> FetchError {
      FetchError(source: source.name, url: url.description, reason: .refused("\(error)"))
    }
    let candidate: WatchlistSummary
    do throws(WatchlistError) {
      candidate = try Self.load(path, as: source)
    } catch {
      throw failure(error)
    }
    // A list that is not there, or is damaged, keeps no whole one out.
    guard let current = try? Self.load(target, as: source) else { return candidate }
    do throws(GateRefusal) {
      try ListGate.refuseDamage(candidate, inPlaceOf: current)
    } catch {
      throw failure(error)
    }
    return candidate
  }

  private static func load(
    _ path: String, as source: ListSource
  ) throws(WatchlistError) -> WatchlistSummary {
    try WatchlistLoader.load(specification: "\(source.kind.rawValue):\(path)").summary
  }

  private func write(
    _ receipt: FetchReceipt, of file: String, for source: ListSource
  ) throws(FetchError) {
    do throws(RunError) {
      try receipt.write(beside: file)
    } catch {
      throw FetchError(source: source.name, url: nil, reason: .receipt("\(error)"))
    }
  }
}

extension FetchError.Reason {
  init(_ fault: TransferFault, limit: Int, attempt: Int) {
    switch fault {
    case .broken(let words): self = .broken(words, attempts: attempt)
    case .untrusted(let words): self = .untrusted(words)
    case .tooLong: self = .tooLong(limit: limit)
    case .unwritable(let errno): self = .system(operation: "write", errno: errno)
    case .badRequest(let words): self = .badRequest(words)
    }
  }

  /// Whether trying again may help.
  fileprivate var mayPass: Bool {
    switch self {
    case .broken: true
    case .status(let status, _): status >= 500 || status == 429 || status == 408
    default: false
    }
  }
}
