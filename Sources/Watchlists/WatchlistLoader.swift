private import CSampleLists
private import Crypto

/// Loads restricted-party lists from their published files.
///
///     let list = try WatchlistLoader.load(specification: "lists/sdn.csv")
///     // list.summary.name == "OFAC-SDN"
public enum WatchlistLoader {
  /// Loads the list that `specification` names, whole or not at all.
  ///
  /// A specification is `PATH` or `KIND:PATH`, where the kind is `auto` or one of
  /// ``WatchlistKind``; any other text before a colon belongs to the path. Without a kind, the
  /// content tells it. A directory stands for the OFAC set in it, and `builtin:` for the sample
  /// list inside the binary. Files may be compressed with gzip, or
  /// stand alone in a zip archive.
  ///
  /// The digest in the summary is the SHA-256 of the bytes as stored: the main file, then the
  /// parts in the order alternate names, addresses, comments.
  ///
  /// - Parameters:
  ///   - parts: Further files of an OFAC set, in any order; those beside the main file are found
  ///     by the pattern of its name.
  ///   - requireComplete: Whether a missing part, rows that belong to no entry, and a missing end
  ///     mark are errors rather than warnings.
  /// - Throws: ``WatchlistError`` when the list is damaged, unknown, or cannot be read.
  /// - Complexity: O(*n*) in the bytes of the files.
  public static func load(
    specification: String, parts: [String] = [], requireComplete: Bool = false
  ) throws(WatchlistError) -> Watchlist {
    let (namedKind, path) = split(specification)
    let warnings = WarningCollector(requiresComplete: requireComplete)
    if namedKind == .builtin {
      try refuse(parts, kind: .builtin)
      let file = try SourceFile(path: "builtin:", stored: sampleList())
      let content = try NamesiftReader.read(file, name: "BUILTIN", warnings: warnings)
      return try watchlist(content, kind: .builtin, files: [file])
    }
    let main = try SourceFile(path: OFACParts.mainFile(inDirectory: path) ?? path)
    let kind: WatchlistKind
    if let namedKind { kind = namedKind } else { kind = try .detect(main) }
    if kind != .ofac { try refuse(parts, kind: kind) }
    let parts = kind == .ofac ? try OFACParts(of: main.path, named: parts) : OFACParts()
    return try load(main, kind: kind, parts: parts, warnings: warnings)
  }

  /// Loads a list of one file that is in memory, as it is stored: plain, gzip or zip.
  ///
  /// - Parameters:
  ///   - path: What the file is called in errors.
  ///   - kind: The format, told from the content when left out.
  /// - Throws: ``WatchlistError`` when the list is damaged or unknown.
  /// - Complexity: O(*n*) in the bytes.
  public static func load(
    _ stored: [UInt8], path: String, kind: WatchlistKind? = nil
  ) throws(WatchlistError) -> Watchlist {
    let main = try SourceFile(path: path, stored: stored)
    let told: WatchlistKind
    if let kind { told = kind } else { told = try .detect(main) }
    return try load(
      main, kind: told, parts: OFACParts(), warnings: WarningCollector(requiresComplete: false))
  }

  private static func load(
    _ main: SourceFile, kind: WatchlistKind, parts: OFACParts, warnings: WarningCollector
  ) throws(WatchlistError) -> Watchlist {
    let content: ListContent
    switch kind {
    case .ofac:
      content = try OFACDelimitedReader.read(main, parts: parts, warnings: warnings)
    case .ofacXML: content = try OFACXMLReader.read(main, warnings: warnings)
    case .ofacAdvancedXML: content = try OFACAdvancedXMLReader.read(main, warnings: warnings)
    case .ofacEnhancedXML: content = try OFACEnhancedXMLReader.read(main, warnings: warnings)
    case .euXML: content = try EUXMLReader.read(main, warnings: warnings)
    case .unXML: content = try UNXMLReader.read(main, warnings: warnings)
    case .secoXML: content = try SECOXMLReader.read(main, warnings: warnings)
    case .semaXML: content = try SEMAXMLReader.read(main, warnings: warnings)
    case .csl: content = try CSLReader.read(main, warnings: warnings)
    case .cslJSON: content = try CSLJSONReader.read(main, warnings: warnings)
    case .bisDPL: content = try BISDeniedPersonsReader.read(main, warnings: warnings)
    case .euCSV: content = try EUCSVReader.read(main, warnings: warnings)
    case .uk, .ofsi: content = try UKReader.read(main, kind: kind, warnings: warnings)
    case .openSanctionsCSV: content = try OpenSanctionsCSVReader.read(main, warnings: warnings)
    case .ftm: content = try FTMReader.read(main, warnings: warnings)
    default:
      content = try NamesiftReader.read(main, name: stem(of: main.path), warnings: warnings)
    }
    return try watchlist(content, kind: kind, files: [main] + parts.inOrder)
  }

  /// Splits `KIND:PATH`; only a known kind counts as one, since paths may hold colons.
  private static func split(_ specification: String) -> (kind: WatchlistKind?, path: String) {
    guard let colon = specification.firstIndex(of: ":") else { return (nil, specification) }
    let prefix = String(specification[..<colon])
    let path = String(specification[specification.index(after: colon)...])
    if prefix == "auto" { return (nil, path) }
    return WatchlistKind(rawValue: prefix).map { ($0, path) } ?? (nil, specification)
  }

  private static func refuse(
    _ parts: [String], kind: WatchlistKind
  ) throws(WatchlistError) {
    guard let part = parts.first else { return }
    throw WatchlistError(
      .unusablePart(why: "a list of the kind '\(kind.rawValue)' has no parts"), path: part)
  }

  private static func sampleList() -> [UInt8] {
    // SAFETY: the bytes are a constant of the binary, as many as the count says.
    unsafe Array(
      UnsafeBufferPointer(start: namesift_sample_list(), count: namesift_sample_list_byte_count()))
  }

  /// The name of a file without directories and extensions, and for `-` the whole of it.
  private static func stem(of path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for suffix in [".gz", ".csv"] where name.lowercased().hasSuffix(suffix) {
      name.removeLast(suffix.count)
    }
    return name.isEmpty ? path : name
  }

  private static func watchlist(
    _ content: ListContent, kind: WatchlistKind, files: [SourceFile]
  ) throws(WatchlistError) -> Watchlist {
    var content = content
    guard !content.entries.isEmpty else { throw WatchlistError(.noEntries, path: files[0].path) }
    makeUIDsUnique(&content, path: files[0].path)
    var summary = WatchlistSummary(
      name: content.name, kind: kind, path: files[0].path, sha256: digest(of: files))
    summary.parts = files.dropFirst().map(\.path)
    summary.published = content.published
    summary.count(content.entries)
    summary.warnings = content.warnings.warnings
    if let receipt = FetchReceipt.read(of: files[0].path),
      receipt.sha256 == digest(of: [files[0]])
    {
      summary.checkedAt = receipt.checkedAt
    }
    return Watchlist(summary: summary, entries: content.entries)
  }

  /// Gives the second of two entries with one identifier on one list a `#2` behind it, and so on.
  private static func makeUIDsUnique(_ content: inout ListContent, path: String) {
    var counts: [String: [String: Int]] = [:]
    for i in content.entries.indices {
      let entry = content.entries[i]
      let count = counts[entry.list, default: [:]][entry.uid, default: 0] + 1
      counts[entry.list, default: [:]][entry.uid] = count
      guard count > 1 else { continue }
      content.entries[i].uid += "#\(count)"
      content.warnings.add("identifier of an entry used again on its list", path: path)
    }
  }

  /// The SHA-256 of a file as stored, in lower-case hexadecimal.
  ///
  /// - Throws: ``WatchlistError`` when the file cannot be read or is empty.
  package static func digest(ofFile path: String) throws(WatchlistError) -> String {
    var digest = SHA256()
    let bytes = try SourceFile.read(path, limit: SourceFile.maximumByteCount)
    // SAFETY: the buffer is valid for the call, which keeps no pointer.
    unsafe bytes.withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
    return hexadecimal(digest.finalize())
  }

  private static func digest(of files: [SourceFile]) -> String {
    var digest = SHA256()
    for file in files {
      // SAFETY: the buffer is valid for the call, which keeps no pointer.
      unsafe file.stored.withUnsafeBytes { unsafe digest.update(bufferPointer: $0) }
    }
    return hexadecimal(digest.finalize())
  }
}

/// `bytes` as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
