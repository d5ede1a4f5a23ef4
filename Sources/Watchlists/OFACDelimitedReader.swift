/// Reads OFAC's legacy delimited files: the main file and its parts.
///
/// Source: OFAC, "Data Specifications for SDN and non-SDN lists": no header, `-0-` for null, and a
/// last byte 0x1A.
struct OFACDelimitedReader {
  private var facts: EntryFacts
  private var entries: [WatchlistEntry] = []
  private var lines: [Int] = []
  private var remarks: [String] = []
  private var positions: [UInt32: Int] = [:]

  /// Reads the entries of `main` and joins `parts` to them.
  ///
  /// - Throws: ``WatchlistError`` for damaged files, and for incomplete ones when only complete
  ///   lists are allowed.
  static func read(
    _ main: SourceFile, parts: OFACParts, warnings: WarningCollector
  ) throws(WatchlistError) -> ListContent {
    var reader = OFACDelimitedReader(facts: EntryFacts(path: main.path, warnings: warnings))
    try reader.readMain(main)
    for role in OFACParts.Role.allCases {
      guard let part = parts[role] else {
        try reader.facts.warnings.addIncomplete(
          "no \(role.rawValue) file beside it: \(role.loss)", path: main.path)
        continue
      }
      switch role {
      case .alternateNames: try reader.readAlternateNames(part)
      case .addresses: try reader.readAddresses(part)
      case .comments: try reader.readComments(part)
      }
    }
    for i in reader.entries.indices {
      OFACRemarks.read(
        reader.remarks[i], line: reader.lines[i], into: &reader.entries[i], &reader.facts)
    }
    let name = ListCode.assignOFACLists(to: &reader.entries)
    return ListContent(
      name: name, entries: reader.entries, warnings: reader.facts.warnings)
  }

  private init(facts: EntryFacts) { self.facts = facts }

  private mutating func readMain(_ file: SourceFile) throws(WatchlistError) {
    var scanner = OFACRowScanner(file, columnCount: 12)
    var row = CSVRow()
    while try scanner.next(&row, &facts.warnings) {
      let uid = try scanner.number(row.fields[0], column: "ent_num", line: row.line)
      func value(_ column: Int) -> String? { scanner.value(row.fields[column]) }
      guard let name = value(1) else {
        throw WatchlistError(.missingField(name: "SDN_Name"), path: file.path, line: row.line)
      }
      var entry = WatchlistEntry(
        list: "", uid: String(uid), type: type(value(2), line: row.line),
        names: [ListedName(name, type: .primary, strength: .strong)])
      entry.programs = Self.programs(value(3) ?? "")
      entry.title = value(4)
      if let callSign = value(5) {
        facts.addIdentifier(Identifier(.callSign, callSign), line: row.line, to: &entry)
      }
      entry.addCountry(value(9) ?? "")
      for (label, column) in [
        ("Vessel Type", 6), ("Tonnage", 7), ("Gross Registered Tonnage", 8), ("Vessel Owner", 10),
      ] {
        if let text = value(column) { entry.addRemark("\(label) \(text)") }
      }
      if positions[uid] == nil { positions[uid] = entries.count }
      entries.append(entry)
      lines.append(row.line)
      // Not trimmed: where the text goes on in the comments file it may end in a space.
      let text = file.text(row.fields[11])
      remarks.append(trimmed(text) == OFACRowScanner.null ? "" : text)
    }
    try scanner.finish(&facts.warnings)
  }

  private mutating func type(_ text: String?, line: Int) -> PartyType {
    switch text?.lowercased() {
    case nil, "entity": return .organisation
    case "individual": return .person
    case "vessel": return .vessel
    case "aircraft": return .aircraft
    default:
      facts.warnings.add("unknown type of entry", path: facts.path, line: line)
      return .unknown
    }
  }

  /// Several programs are joined with `] [`.
  private static func programs(_ text: String) -> [String] {
    text.split { $0 == "[" || $0 == "]" }.map { String(trimmed($0)) }.filter { !$0.isEmpty }
  }

  private mutating func readAlternateNames(_ file: SourceFile) throws(WatchlistError) {
    try readPart(file, .alternateNames) { reader, scanner, row, entry in
      guard let name = scanner.value(row.fields[3]) else {
        reader.facts.warnings.add("empty alternate name", path: file.path, line: row.line)
        return
      }
      let type: NameType
      switch scanner.value(row.fields[2]) {
      case "aka": type = .alias
      case "fka": type = .former
      case "nka": type = .current
      default:
        type = .alias
        reader.facts.warnings.add(
          "unknown type of alternate name", path: file.path, line: row.line)
      }
      reader.entries[entry].names.append(ListedName(name, type: type, strength: .strong))
      if let remark = scanner.value(row.fields[4]) { reader.entries[entry].addRemark(remark) }
    }
  }

  private mutating func readAddresses(_ file: SourceFile) throws(WatchlistError) {
    try readPart(file, .addresses) { reader, scanner, row, entry in
      let address = Address(
        lines: scanner.value(row.fields[2]) ?? "", city: scanner.value(row.fields[3]) ?? "",
        country: scanner.value(row.fields[4]) ?? "")
      if address != Address() { reader.entries[entry].addresses.append(address) }
      if let remark = scanner.value(row.fields[5]) { reader.entries[entry].addRemark(remark) }
    }
  }

  private mutating func readComments(_ file: SourceFile) throws(WatchlistError) {
    try readPart(file, .comments) { reader, _, row, entry in
      reader.remarks[entry] += file.text(row.fields[1])
    }
  }

  /// Reads a part and hands each row that belongs to an entry to `body`.
  private mutating func readPart(
    _ file: SourceFile, _ role: OFACParts.Role,
    _ body: (inout OFACDelimitedReader, OFACRowScanner, CSVRow, Int) -> Void
  ) throws(WatchlistError) {
    var scanner = OFACRowScanner(file, columnCount: role.columnCount)
    var row = CSVRow()
    while try scanner.next(&row, &facts.warnings) {
      let uid = try scanner.number(row.fields[0], column: "ent_num", line: row.line)
      if let entry = positions[uid] {
        body(&self, scanner, row, entry)
      } else {
        try facts.warnings.addIncomplete(
          "row of an entry that is not in the main file", path: file.path, line: row.line)
      }
    }
    try scanner.finish(&facts.warnings)
  }
}
