/// Lists the paths of one JSON object, for telling what is in it; not for every record.
enum JSONPathList {
  /// The paths of all scalars of the object on a line, in order without repeats; nil when it
  /// cannot be read.
  ///
  /// - Parameter line: The first line of `input`.
  static func paths(of input: borrowing ByteBuffer, line: Bytes) -> [String]? {
    var scanner = JSONScanner(tree: FieldTree([]))
    var values = RecordValues()
    let base = UnsafePointer(input.base)
    guard TextCheck.fault(in: base, from: 0, to: line.count) == nil,
      case .record = scanner.scan(base, from: 0, to: line.count, into: &values).outcome
    else { return nil }
    var walk = Walk(line: line)
    walk.value(path: "")
    return walk.paths
  }

  // Walks an object that the scanner has checked: nesting is limited and every token is whole.
  private struct Walk {
    let line: Bytes
    var i = 0
    var paths: [String] = []
    private var seen: Set<String> = []

    init(line: Bytes) { self.line = line }

    private mutating func skipBlanks() {
      while i < line.count, ASCII.isBlank(line[i]) || isSeparator(line[i]) { i += 1 }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { byte == ASCII.comma || byte == ASCII.colon }

    private mutating func string() -> String {
      let start = i + 1
      i = start
      while line[i] != ASCII.quote { i += line[i] == ASCII.backslash ? 2 : 1 }
      var text = ByteBuffer(capacity: i - start)
      if let base = line.baseAddress {
        _ = JSONString.unescape(base, from: start, to: i, into: &text)
      }
      i += 1
      return String(decoding: text.bytes, as: UTF8.self)
    }

    mutating func value(path: String) {
      skipBlanks()
      switch line[i] {
      case ASCII.openBrace:
        i += 1
        skipBlanks()
        while line[i] != ASCII.closeBrace {
          let key = string()
          value(path: path.isEmpty ? key : "\(path).\(key)")
          skipBlanks()
        }
        i += 1
      case ASCII.openBracket:
        i += 1
        skipBlanks()
        while line[i] != ASCII.closeBracket {
          value(path: path + "[]")
          skipBlanks()
        }
        i += 1
      case ASCII.quote:
        _ = string()
        note(path)
      default:
        while i < line.count, !isSeparator(line[i]), line[i] != ASCII.closeBrace,
          line[i] != ASCII.closeBracket
        {
          i += 1
        }
        note(path)
      }
    }

    private mutating func note(_ path: String) {
      if seen.insert(path).inserted { paths.append(path) }
    }
  }
}
