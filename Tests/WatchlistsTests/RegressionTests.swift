private import Glibc
import Testing

@testable import Watchlists

/// Inputs that once broke a reader, and whole ones that fuzzing starts from: see `Scripts/fuzz`.
///
/// A folder is named for the kind of list, or `auto`; names of whole files begin with `whole`.
@Suite("Regressions of list readers")
struct RegressionTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Regressions"

  private static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let item = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &item.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          unsafe String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  @Test("there are inputs for every format that a list of its own can have")
  func coverEveryKind() {
    let kinds = WatchlistKind.allCases.filter { $0 != .builtin }.map(\.rawValue)
    #expect(Self.names(in: Self.folder) == (kinds + ["auto"]).sorted())
  }

  @Test("are refused or read whole", arguments: names(in: folder))
  func areRefusedOrRead(kind: String) throws {
    for name in Self.names(in: "\(Self.folder)/\(kind)") {
      let path = "\(Self.folder)/\(kind)/\(name)"
      let bytes = try SourceFile.read(path, limit: SourceFile.maximumByteCount)
      do throws(WatchlistError) {
        let list = try WatchlistLoader.load(bytes, path: name, kind: WatchlistKind(rawValue: kind))
        let isWhole = list.entries.allSatisfy { !$0.names.isEmpty && !$0.names[0].text.isEmpty }
        #expect(isWhole, "\(kind)/\(name)")
      } catch {
        #expect(!name.hasPrefix("whole"), "\(error)")
      }
    }
  }
}
