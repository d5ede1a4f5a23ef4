import Glibc
import NameNormalization
import TestSupport
import Testing

@Suite("The committed tables")
struct GeneratedTablesTests {
  /// The folder of the executables that are built with the tests.
  private var productsFolder: String {
    var path = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &path, path.count - 1)
    let text = String(
      decoding: path.prefix(max(length, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "/" + text.split(separator: "/").dropLast().joined(separator: "/")
  }

  private var packageFolder: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  /// Runs the generator and returns what it prints and its exit status.
  private func generate(_ arguments: String) throws -> (output: String, status: Int32) {
    let command = "'\(productsFolder)/generate-tables' \(arguments) 2>&1"
    let pipe = try #require(popen(command, "r"))
    var output: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { output.append(UInt8(byte)) }
    return (String(decoding: output, as: UTF8.self), pclose(pipe) >> 8)
  }

  @Test("are those that the data files and ICU make")
  func upToDate() throws {
    let (output, status) = try generate("'\(packageFolder)' --check")
    #expect(status == 0, "\(output)")
    #expect(output.hasPrefix("the committed tables") || output.hasPrefix("skipped"), "\(output)")
  }

  @Test("The generator says where an input file is wrong")
  func wrongInput() throws {
    let (output, status) = try generate("/nonexistent")
    #expect(status == 1)
    #expect(
      output.hasPrefix("generate-tables: /nonexistent/Data/names/letters.tsv: cannot be read:"))
    #expect(try generate("").status == 64)
  }

  @Test("fold every name of a real list, and of each with tokens to spare")
  func realNames() throws {
    guard let path = SharedFiles.path("lists/ofac_sdn/sdn_2024-05-03.csv") else { return }
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var folder = NameFolder(tables: .builtin)
    var name = FoldedName()
    var line = [CChar](repeating: 0, count: 1 << 16)
    var count = 0
    while fgets(&line, Int32(line.count), file) != nil {
      // The name is the second field; it is quoted and holds no quotes.
      let fields = line.split(separator: CChar(UInt8(ascii: "\"")), maxSplits: 2)
      guard fields.count > 1 else { continue }
      let folded = fold(bytes: fields[1].map { UInt8(bitPattern: $0) }, &folder, &name)
      #expect(folded.outcome == .folded)
      #expect(folded.readings.allSatisfy { $0.count <= 40 })
      count += 1
    }
    #expect(count > 14_000)
  }
}
