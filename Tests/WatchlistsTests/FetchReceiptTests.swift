import Testing

@testable import Watchlists

@Suite("Receipts of fetched lists")
struct FetchReceiptTests {
  private static let list = "uid,name\n1,Quorlian Holdings\n"

  private func receipt(_ text: String) throws -> (read: FetchReceipt?, list: Watchlist) {
    let folder = TemporaryFolder()
    let path = folder.write("own.csv", Self.list)
    folder.write("own.csv.receipt.json", text)
    return (
      FetchReceipt.read(of: path), try WatchlistLoader.load(specification: path)
    )
  }

  private static func text(sha256: String, checked: String = "2026-11-24T06:00:00Z") -> String {
    """
    {"schema":1,"url":"https://lists.example/own.csv","fetched":"2026-11-23T06:00:00Z",
     "checked":"\(checked)","sha256":"\(sha256)","bytes":27,"etag":"\\"v1\\"",
     "last_modified":null}
    """
  }

  @Test("a receipt tells when the publisher was last asked")
  func reads() throws {
    let digest = try receipt("").list.summary.sha256
    let (read, list) = try receipt(Self.text(sha256: digest))
    #expect(read?.url == "https://lists.example/own.csv" && read?.etag == "\"v1\"")
    #expect(read?.lastModified == nil && read?.byteCount == 27)
    #expect(list.summary.checkedAt == UTCTime("2026-11-24T06:00:00Z"))
  }

  @Test("the receipt of other bytes tells nothing")
  func otherBytes() throws {
    let (read, list) = try receipt(Self.text(sha256: "00"))
    #expect(read != nil && list.summary.checkedAt == nil)
  }

  @Test(
    "a receipt that cannot be read is none",
    arguments: [
      "", "[]", "{}", text(sha256: "00", checked: "yesterday"),
      text(sha256: "00", checked: "1969-12-31T23:59:59Z"), text(sha256: "00") + "x",
      text(sha256: "0\\n0"),
    ])
  func damaged(text: String) throws {
    let (read, list) = try receipt(text)
    #expect(read == nil && list.summary.checkedAt == nil)
  }
}
