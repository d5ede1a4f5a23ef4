private import Glibc

/// The files that go with the main file of an OFAC set.
struct OFACParts {
  /// What a part holds; the order of the cases is the order of reading and of the digest.
  enum Role: String, CaseIterable {
    case alternateNames = "alt"
    case addresses = "add"
    case comments

    /// The number of columns by which OFAC's specification tells the parts apart.
    var columnCount: Int {
      switch self {
      case .alternateNames: 5
      case .addresses: 6
      case .comments: 2
      }
    }

    /// What a list without the part lacks.
    var loss: String {
      switch self {
      case .alternateNames: "the strong aliases are missing"
      case .addresses: "the addresses are missing"
      case .comments: "long remarks are cut"
      }
    }
  }

  private var files: [Role: SourceFile] = [:]

  subscript(role: Role) -> SourceFile? { files[role] }

  /// The parts found, in the order of their roles.
  var inOrder: [SourceFile] { Role.allCases.compactMap { files[$0] } }

  /// No parts.
  init() {}

  /// Reads the parts that the caller names, and those beside the main file for other roles.
  ///
  /// - Parameters:
  ///   - path: The main file; its name tells the names of its parts.
  ///   - named: Parts in any order; the number of columns tells what they are.
  init(of path: String, named: [String]) throws(WatchlistError) {
    for part in named {
      let file = try SourceFile(path: part)
      var row = CSVRow()
      var scanner = CSVScanner(file)
      _ = try scanner.next(&row)
      guard let role = Role.allCases.first(where: { $0.columnCount == row.fields.count }) else {
        throw WatchlistError(
          .unusablePart(
            why: "\(row.fields.count) columns are neither 5 (alt), 6 (add) nor 2 (comments)"),
          path: part)
      }
      guard files[role] == nil else {
        throw WatchlistError(.unusablePart(why: "a second \(role.rawValue) file"), path: part)
      }
      files[role] = file
    }
    for role in Role.allCases where files[role] == nil {
      if let part = Self.path(of: role, beside: path) { files[role] = try SourceFile(path: part) }
    }
  }

  /// The main file in the directory `path`.
  ///
  /// - Returns: Nil when `path` is no directory.
  static func mainFile(inDirectory path: String) throws(WatchlistError) -> String? {
    guard let names = fileNames(inDirectory: path) else { return nil }
    let mains = ["sdn.csv", "cons_prim.csv"].compactMap { spelling(of: $0, in: names) }
    guard mains.count == 1 else {
      throw WatchlistError(.noMainFile(found: mains.count), path: path)
    }
    return path.hasSuffix("/") ? path + mains[0] : "\(path)/\(mains[0])"
  }

  /// The file of `role` in the directory of the main file, by the pattern of its name:
  /// `sdn_2024.csv` has `alt_2024.csv`, `cons_prim.csv` has `cons_alt.csv`.
  private static func path(of role: Role, beside main: String) -> String? {
    let slash = main.utf8.lastIndex(of: UInt8(ascii: "/"))
    let directory = slash.map { String(main[...$0]) } ?? ""
    var stem = String(slash.map { main[main.utf8.index(after: $0)...] } ?? main[...]).lowercased()
    for suffix in [".gz", ".csv"] where stem.hasSuffix(suffix) {
      stem.removeLast(suffix.count)
    }
    let partStem: String
    if stem.hasPrefix("cons_prim") {
      partStem = "cons_\(role.rawValue)" + stem.dropFirst("cons_prim".count)
    } else if stem.hasPrefix("sdn") {
      let prefix = role == .comments ? "sdn_comments" : role.rawValue
      partStem = prefix + stem.dropFirst("sdn".count)
    } else {
      return nil
    }
    guard let names = fileNames(inDirectory: directory.isEmpty ? "." : directory) else {
      return nil
    }
    return spelling(of: partStem + ".csv", in: names).map { directory + $0 }
  }

  /// The name among `names` that is `name` in any case, plain rather than compressed.
  private static func spelling(of name: String, in names: [String]) -> String? {
    names.first { $0.lowercased() == name } ?? names.first { $0.lowercased() == name + ".gz" }
  }

  /// The sorted names in a directory, or nil when it cannot be read as one.
  private static func fileNames(inDirectory path: String) -> [String]? {
    guard let directory = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let item = unsafe readdir(directory) {
      // SAFETY: `d_name` ends in a zero byte and is valid until the next `readdir`.
      let name = unsafe withUnsafePointer(to: &item.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          unsafe String(cString: $0)
        }
      }
      names.append(name)
    }
    return names.sorted()
  }
}
