extension WatchlistKind {
  /// The kind of the list in `file`, told from its content.
  ///
  /// - Throws: ``WatchlistError`` when the content is no known format.
  static func detect(_ file: SourceFile) throws(WatchlistError) -> WatchlistKind {
    if file.bytes.first(where: { !isSpace($0) }) == UInt8(ascii: "<") {
      return try detectXML(file)
    }
    if let first = file.bytes.first(where: { !isSpace($0) }), "{[".utf8.contains(first) {
      return try detectJSON(file)
    }
    if let kind = try detectText(file) { return kind }
    var scanner = CSVScanner(file)
    var row = CSVRow()
    guard try scanner.next(&row) else { throw WatchlistError(.empty, path: file.path) }
    let fields = row.fields.map { file.trimmedText($0).lowercased() }
    if fields.contains("source"), fields.contains("alt_names") { return .csl }
    if fields.contains("schema"), fields.contains("aliases") { return .openSanctionsCSV }
    if fields.contains("uid"), fields.contains("name") { return .namesift }
    guard UInt32(fields[0]) != nil || OFACRowScanner.isHeader(row, of: file) else {
      throw WatchlistError(.unknownFormat, path: file.path)
    }
    let isPart = OFACParts.Role.allCases.contains { $0.columnCount == fields.count }
    if isPart {
      throw WatchlistError(.partAsMainFile(columnCount: fields.count), path: file.path)
    }
    return .ofac
  }

  /// The kind of an XML list, told from its root element.
  private static func detectXML(_ file: SourceFile) throws(WatchlistError) -> WatchlistKind {
    var root = ""
    let scanner = XMLScanner(
      file,
      onStart: { scanner throws(WatchlistError) in
        root = scanner.path[0]
        scanner.stop()
      }, onEnd: { _, _ throws(WatchlistError) in })
    try scanner.run()
    switch root {
    case "sdnList": return .ofacXML
    case "Sanctions": return .ofacAdvancedXML
    case "sanctionsData": return .ofacEnhancedXML
    case "export": return .euXML
    case "CONSOLIDATED_LIST": return .unXML
    case "swiss-sanctions-list": return .secoXML
    case "data-set": return .semaXML
    default: throw WatchlistError(.unknownFormat, path: file.path)
    }
  }
}
