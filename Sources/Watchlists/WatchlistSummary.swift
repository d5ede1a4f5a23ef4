/// What a list is and what was found in its files: the part that goes into manifests.
public struct WatchlistSummary: Sendable, Hashable {
  /// The name of the list as a whole, such as `OFAC-SDN`, `OFAC-CONSOLIDATED`, `US-CSL`.
  public var name: String
  /// The format, as in `--list KIND:PATH`.
  public var kind: WatchlistKind
  /// The file, as the caller named it.
  public var path: String
  /// The further files that belong to it, as found.
  public var parts: [String] = []
  /// The day the publisher gives, or nil when the format carries none.
  public var published: CalendarDate?
  /// The SHA-256 of the files' bytes as stored, main file first, in lower-case hexadecimal.
  public var sha256: String
  /// The number of entries.
  public var entryCount = 0
  /// The number of names on all entries.
  public var nameCount = 0
  /// The number of those names that are weak.
  public var weakNameCount = 0
  /// The number of identifiers on all entries.
  public var identifierCount = 0
  /// The number of entries of each program, ordered by program.
  public var programCounts: [ProgramCount] = []
  /// What was not understood, in file order.
  public var warnings: [WatchlistWarning] = []
  /// When the publisher was last asked for the list, or nil when no receipt of a fetch lies
  /// beside it.
  public var checkedAt: UTCTime?
  /// What the gate did when the list took the place of another; nil when it took none.
  public var gate: GateRecord?

  /// Creates the summary of a list that has not been read.
  public init(name: String, kind: WatchlistKind, path: String, sha256: String) {
    self.name = name
    self.kind = kind
    self.path = path
    self.sha256 = sha256
  }

  /// Sets the counts to those of `entries`.
  mutating func count(_ entries: [WatchlistEntry]) {
    entryCount = entries.count
    nameCount = entries.reduce(0) { $0 + $1.names.count }
    weakNameCount = entries.reduce(0) { $0 + $1.names.count { $0.strength == .weak } }
    identifierCount = entries.reduce(0) { $0 + $1.identifiers.count }
    var counts: [String: Int] = [:]
    for entry in entries {
      for program in Set(entry.programs) { counts[program, default: 0] += 1 }
    }
    programCounts = counts.map { ProgramCount(program: $0.key, count: $0.value) }
      .sorted { $0.program < $1.program }
  }
}

/// How many entries carry a program tag.
public struct ProgramCount: Sendable, Hashable {
  /// The tag.
  public var program: String
  /// The number of entries.
  public var count: Int

  /// Creates a count.
  public init(program: String, count: Int) {
    self.program = program
    self.count = count
  }
}

/// Something in a list that was not understood, and how often it occurs.
public struct WatchlistWarning: Sendable, Hashable, CustomStringConvertible {
  /// The file, as the caller named it.
  public var path: String
  /// The line of the first occurrence, counting from 1, or 0 for the file as a whole.
  public var line: Int
  /// What is wrong, without names.
  public var message: String
  /// The number of occurrences.
  public var count: Int

  /// Creates a warning.
  public init(path: String, line: Int, message: String, count: Int = 1) {
    self.path = path
    self.line = line
    self.message = message
    self.count = count
  }

  /// `path:line: message (count times)`.
  public var description: String {
    let place = line > 0 ? "\(path):\(line)" : path
    return count > 1 ? "\(place): \(message) (\(count) times)" : "\(place): \(message)"
  }
}

/// The published formats that can be read.
public enum WatchlistKind: String, Sendable, CaseIterable {
  /// OFAC's legacy delimited files, SDN or consolidated.
  case ofac
  /// OFAC's flat XML, `sdn.xml` or `consolidated.xml`.
  case ofacXML = "ofac-xml"
  /// OFAC's advanced XML, `SDN_ADVANCED.XML` or `CONS_ADVANCED.XML`.
  case ofacAdvancedXML = "ofac-advanced-xml"
  /// OFAC's enhanced XML, `SDN_ENHANCED.XML` or `CONS_ENHANCED.XML`.
  case ofacEnhancedXML = "ofac-enhanced-xml"
  /// The consolidated list of the European Union as XML.
  case euXML = "eu-xml"
  /// The UN Security Council's consolidated list as XML.
  case unXML = "un-xml"
  /// Switzerland's consolidated list (SECO) as XML.
  case secoXML = "seco-xml"
  /// Canada's consolidated autonomous sanctions list (SEMA) as XML.
  case semaXML = "sema-xml"
  /// The US Consolidated Screening List as CSV.
  case csl
  /// The US Consolidated Screening List as JSON.
  case cslJSON = "csl-json"
  /// The Denied Persons List of BIS as text.
  case bisDPL = "bis-dpl"
  /// The consolidated list of the European Union as CSV.
  case euCSV = "eu-csv"
  /// The UK Sanctions List as CSV.
  case uk
  /// The former consolidated list of OFSI as CSV, for look-backs.
  case ofsi
  /// `targets.simple.csv` of OpenSanctions.
  case openSanctionsCSV = "opensanctions-csv"
  /// `targets.nested.json` and `entities.ftm.json` of OpenSanctions.
  case ftm
  /// Our own CSV.
  case namesift
  /// The sample list inside the binary.
  case builtin
}
