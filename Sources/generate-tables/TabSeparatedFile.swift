internal import Glibc

/// What is wrong in an input file, and where.
struct InputError: Error, CustomStringConvertible {
  let path: String
  /// The line, counting from 1; 0 when the whole file is meant.
  let line: Int
  let reason: String

  init(path: String, line: Int, _ reason: String) {
    self.path = path
    self.line = line
    self.reason = reason
  }

  var description: String { line == 0 ? "\(path): \(reason)" : "\(path):\(line): \(reason)" }
}

/// A reviewed data file: lines of fields between tabs; `#` starts a comment line.
struct TabSeparatedFile {
  /// One line with content.
  struct Row {
    let fields: [String]
    let path: String
    let line: Int

    /// The field of a column; empty if the line ends before it.
    subscript(_ column: Int) -> String { column < fields.count ? fields[column] : "" }

    /// An error at this line.
    func error(_ reason: String) -> InputError { InputError(path: path, line: line, reason) }
  }

  let rows: [Row]

  /// Reads a file whose lines have from `columns` fields.
  init(_ path: String, columns: ClosedRange<Int>) throws {
    let text = try bytes(ofFile: path)
    var rows: [Row] = []
    for (index, line) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let fields = line.split(separator: 9, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard columns.contains(fields.count) else {
        throw InputError(
          path: path, line: index + 1, "\(fields.count) columns; expected \(columns)")
      }
      rows.append(Row(fields: fields, path: path, line: index + 1))
    }
    self.rows = rows
  }
}

/// The content of a file.
func bytes(ofFile path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else {
    throw InputError(path: path, line: 0, "cannot be read: \(String(cString: strerror(errno)))")
  }
  defer { fclose(file) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
    content += chunk[..<count]
  }
  return content
}

/// Replaces a file.
func write(_ content: [UInt8], toFile path: String) throws {
  guard let file = fopen(path, "wb") else {
    throw InputError(path: path, line: 0, "cannot be written: \(String(cString: strerror(errno)))")
  }
  let written = fwrite(content, 1, content.count, file)
  guard fclose(file) == 0, written == content.count else {
    throw InputError(path: path, line: 0, "cannot be written: \(String(cString: strerror(errno)))")
  }
}
