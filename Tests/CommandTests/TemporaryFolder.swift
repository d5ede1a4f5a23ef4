import Glibc

/// A folder of its own for one test, removed at its end.
final class TemporaryFolder {
  /// The folder.
  let path: String

  init() throws {
    var template = Array("/tmp/namesift-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw RunningCommand.Failure(operation: "mkdtemp", errno: errno)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names of the files in the folder, ordered.
  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(path)/\(name)"
    guard let file = fopen(path, "w") else {
      throw RunningCommand.Failure(operation: "open \(name)", errno: errno)
    }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
    return path
  }

  /// The text of a file in the folder, or nil when there is none.
  func text(_ name: String) -> String? { contents(of: "\(path)/\(name)") }
}

/// The text of a file, or nil when it cannot be read.
func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
  }
}
