internal import JSONDocuments

/// What is known of how a list file came here: a small JSON file beside it, written by
/// `namesift lists fetch`.
///
/// A receipt counts for the bytes whose digest it has, and for no others: a file that was replaced
/// by hand has none.
public struct FetchReceipt: Sendable, Hashable {
  /// The address that was asked, before redirections.
  public var url: String
  /// When the bytes came.
  public var fetchedAt: UTCTime
  /// When the publisher last said that they are the present ones; not before `fetchedAt`.
  public var checkedAt: UTCTime
  /// The SHA-256 of the file, in lower-case hexadecimal.
  public var sha256: String
  /// The size of the file.
  public var byteCount: Int
  /// What the server had as `ETag`, to ask for later versions only.
  public var etag: String?
  /// What the server had as `Last-Modified`, likewise.
  public var lastModified: String?

  /// Creates a receipt.
  public init(
    url: String, fetchedAt: UTCTime, checkedAt: UTCTime, sha256: String, byteCount: Int,
    etag: String? = nil, lastModified: String? = nil
  ) {
    self.url = url
    self.fetchedAt = fetchedAt
    self.checkedAt = checkedAt
    self.sha256 = sha256
    self.byteCount = byteCount
    self.etag = etag
    self.lastModified = lastModified
  }

  /// Where the receipt of a file is.
  public static func path(of file: String) -> String { file + ".receipt.json" }

  /// Reads the receipt of a file.
  ///
  /// - Returns: Nil when there is none, or one that cannot be read: then nothing is known.
  public static func read(of file: String) -> FetchReceipt? {
    guard let bytes = try? SourceFile.read(path(of: file), limit: 1 << 16),
      let node = try? JSONDocument.parse(bytes), case .object(let members) = node.value
    else { return nil }
    func text(_ key: String) -> String? {
      // Control characters have no place in what becomes a header of a request.
      guard case .string(let text)? = members.first(where: { $0.key == key })?.node.value,
        text.utf8.allSatisfy({ $0 >= 0x20 })
      else { return nil }
      return text
    }
    func time(_ key: String) -> UTCTime? {
      text(key).flatMap { UTCTime($0) }.flatMap { $0.secondsSince1970 > 0 ? $0 : nil }
    }
    guard let url = text("url"), let fetchedAt = time("fetched"),
      let checkedAt = time("checked"), let sha256 = text("sha256"),
      case .number(let count)? = members.first(where: { $0.key == "bytes" })?.node.value,
      let byteCount = Int(count)
    else { return nil }
    return FetchReceipt(
      url: url, fetchedAt: fetchedAt, checkedAt: checkedAt, sha256: sha256,
      byteCount: byteCount, etag: text("etag"), lastModified: text("last_modified"))
  }
}
