private import Glibc
private import NameNormalization

/// Makes the name tables from ICU and the reviewed files of `Data/names`.
///
/// `generate-tables ROOT` writes `ROOT/Sources/CNameTables/NameTables.bin`; with `--check` it
/// compares instead, and fails if the committed tables are not those it would write. ROOT is the
/// package's folder.
@main
struct GenerateTables {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let isCheck = arguments.contains("--check")
    guard let root = arguments.first(where: { $0 != "--check" }), arguments.count <= 2 else {
      complain("usage: generate-tables ROOT [--check]")
      exit(64)
    }
    do {
      try run(root: root, isCheck: isCheck)
    } catch {
      complain("generate-tables: \(error)")
      exit(1)
    }
  }

  private static func run(root: String, isCheck: Bool) throws {
    let target = root + "/Sources/CNameTables/NameTables.bin"
    if isCheck {
      let committed = try bytes(ofFile: target)
      let (made, with) = (recordedICUVersion(in: committed), loadedICUVersion())
      guard made == with else {
        print("skipped: the tables were made with ICU \(made); this machine has ICU \(with)")
        return
      }
      guard try NameTablesCompiler(dataFolder: root + "/Data/names").compile() == committed else {
        throw InputError(path: target, line: 0, "differs from what Data/names and ICU make")
      }
      print("the committed tables are up to date")
      return
    }
    let tables = try NameTablesCompiler(dataFolder: root + "/Data/names").compile()
    try write(tables, toFile: target)
    print("\(target): \(tables.count) bytes, ICU \(loadedICUVersion())")
  }

  private static func recordedICUVersion(in tables: [UInt8]) -> String {
    let field = tables.dropFirst(NameTablesFormat.Header.icuVersion)
      .prefix(NameTablesFormat.Header.icuVersionLength).prefix { $0 != 0 }
    return String(decoding: field, as: UTF8.self)
  }

  private static func complain(_ message: String) {
    let line = message + "\n"
    _ = Glibc.write(STDERR_FILENO, line, line.utf8.count)
  }
}
