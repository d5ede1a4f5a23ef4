private import Glibc
internal import Records

/// The bytes of a file that a person wrote; '-' is not stdin here.
///
/// - Throws: ``RunError`` when it cannot be read.
func contents(of path: String) throws -> [UInt8] {
  guard let file = fopen(path, "r") else {
    throw RunError(path: path, reason: .system(operation: "open", errno: errno))
  }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    bytes += buffer[..<count]
    if count < buffer.count {
      if ferror(file) != 0 {
        throw RunError(path: path, reason: .system(operation: "read", errno: errno))
      }
      return bytes
    }
  }
}
