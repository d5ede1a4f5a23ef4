internal import Records
internal import Watchlists

extension FetchReceipt {
  /// Writes the receipt of `file` beside it.
  ///
  /// - Throws: `RunError` when it cannot be written.
  func write(beside file: String) throws(RunError) {
    let text = JSONWriter.text { json in
      json.object {
        $0.member("schema", 1)
        $0.member("url", url)
        $0.member("fetched", fetchedAt.description)
        $0.member("checked", checkedAt.description)
        $0.member("sha256", sha256)
        $0.member("bytes", byteCount)
        $0.member("etag", etag)
        $0.member("last_modified", lastModified)
      }
    }
    try AtomicOutputFile.write(text + "\n", to: FetchReceipt.path(of: file))
  }
}
