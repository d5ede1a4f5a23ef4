extension WatchlistKind {
  /// The kind of the JSON list in `file`, told from the keys near its start.
  ///
  /// - Throws: ``WatchlistError`` when the keys are those of no known format.
  static func detectJSON(_ file: SourceFile) throws(WatchlistError) -> WatchlistKind {
    let start = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
    if start.contains("\"results\"") { return .cslJSON }
    if start.contains("\"schema\"") { return .ftm }
    throw WatchlistError(.unknownFormat, path: file.path)
  }

  /// The kind of a list with tabs or semicolons between its columns, or with a line above its
  /// header, told from its first lines; nil when it is none of these.
  ///
  /// - Throws: ``WatchlistError`` when the layout is known and not read.
  static func detectText(_ file: SourceFile) throws(WatchlistError) -> WatchlistKind? {
    let lines = file.bytes.prefix(4096).split(separator: UInt8(ascii: "\n")).prefix(2).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard let first = lines.first else { return nil }
    if first.contains("street_address\"\t") || first.contains("street_address\t") { return .bisDPL }
    if first.contains("filegenerationdate;") { return .euCSV }
    if first.contains("date_file"), first.contains(";naal_wholename") {
      throw WatchlistError(
        .unsupportedLayout(
          what: "the list of the European Union in layout 1.0, which ended in 2018; "
            + "fetch the CSV of layout 1.1"), path: file.path, line: 1)
    }
    for line in lines where line.contains("name 6,") {
      if line.contains("unique id,") { return .uk }
      if line.contains("group id") { return .ofsi }
    }
    return nil
  }
}
