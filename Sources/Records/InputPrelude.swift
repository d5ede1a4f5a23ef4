/// What the start of an input tells: byte-order mark, format, header and layout.
struct InputPrelude {
  let path: String
  private(set) var format: InputFormat?
  private let fields: FieldSpecification?
  private let isDecoded: Bool
  private(set) var layout = RecordLayout.lines
  /// The bytes that were taken off the start of the input.
  private(set) var byteCount = 0
  /// The lines among them.
  private(set) var lineCount = 0
  private var isStarted = false

  init(path: String, format: InputFormat?, fields: FieldSpecification?, isDecoded: Bool) {
    self.path = path
    self.format = format
    self.fields = fields
    self.isDecoded = isDecoded
  }

  /// Takes mark, blank lines and header off the start of `input` and makes the layout.
  ///
  /// - Parameters:
  ///   - isAtEnd: Whether there is no more input.
  ///   - isFull: Whether no more can be read before this is done.
  /// - Returns: The fields that were recognised, none if there was nothing to recognise; or nil
  ///   when more of the input is needed, or there is no record at its end.
  mutating func read(
    _ input: inout ByteBuffer, isAtEnd: Bool, isFull: Bool
  ) throws(LayoutError) -> [RecognisedField]? {
    guard isAtEnd || !isPartOfMark(input) else { return nil }
    if !isStarted {
      isStarted = true
      try takeMark(&input)
    }
    takeBlankLines(&input)
    if format == .lines, fields == nil { return [] }
    guard let line = firstLine(input, isWhole: isAtEnd || isFull) else { return nil }
    if format == nil {
      guard let found = FormatDetection.format(path: path, firstLine: line, fields: fields) else {
        throw LayoutError(.unknownFormat)
      }
      format = found
    }
    switch format {
    case .lines, nil:
      if fields != nil { throw LayoutError(.fieldsOfLines) }
      layout = .lines
      return []
    case .csv, .tsv: return try readHeader(&input, isAtEnd: isAtEnd, isFull: isFull)
    case .jsonl: return try readFirstObject(input, line)
    }
  }

  private func isPartOfMark(_ input: borrowing ByteBuffer) -> Bool {
    guard !isStarted, input.count < 3 else { return false }
    let start = Array(input.bytes)
    return [0xEF, 0xBB, 0xBF].starts(with: start) || [0xFF, 0xFE].starts(with: start)
      || [0xFE, 0xFF].starts(with: start)
  }

  private mutating func takeMark(_ input: inout ByteBuffer) throws(LayoutError) {
    let start = Array(input.bytes.prefix(3))
    if start == [0xEF, 0xBB, 0xBF] {
      drop(3, of: &input)
    } else if !isDecoded, start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      throw LayoutError(.looksLikeUTF16)
    }
  }

  private mutating func drop(_ count: Int, of input: inout ByteBuffer) {
    input.removeFirst(count)
    byteCount += count
  }

  private mutating func takeBlankLines(_ input: inout ByteBuffer) {
    var end = 0
    for (i, byte) in input.bytes.enumerated() {
      if byte == ASCII.lineFeed {
        end = i + 1
        lineCount += 1
      } else if byte != ASCII.carriageReturn {
        break
      }
    }
    drop(end, of: &input)
  }

  /// The first line, without its end; valid until the input changes.
  private func firstLine(_ input: borrowing ByteBuffer, isWhole: Bool) -> Bytes? {
    let line = Line(UnsafePointer(input.base), from: 0, to: input.count)
    guard line.lineCount == 1 || isWhole && input.count > 0 else { return nil }
    return Bytes(start: UnsafePointer(input.base), count: line.end)
  }

  // MARK: - Layouts

  private mutating func readHeader(
    _ input: inout ByteBuffer, isAtEnd: Bool, isFull: Bool
  ) throws(LayoutError) -> [RecognisedField]? {
    let format = format ?? .csv
    var boundary = RecordBoundary(format: format)
    boundary.advance(input.base, to: input.count)
    guard boundary.end > 0 || isAtEnd, let delimiter = format.delimiter else {
      if isFull { throw LayoutError(.badHeader(.tooLong(limit: input.count - 1))) }
      return nil
    }
    let header = try DelimitedHeader(input, delimiter: delimiter)
    let recognised = FieldRecognition.fields(columns: header.columns)
    if fields == nil, !recognised.contains(where: \.isScreened) {
      throw LayoutError(.noNameField(seen: header.columns))
    }
    layout = try .delimited(
      fields?.fields ?? recognised, columns: header.columns, delimiter: delimiter)
    drop(header.byteCount, of: &input)
    lineCount += header.lineCount
    return fields == nil ? recognised.map(Self.told) : []
  }

  private mutating func readFirstObject(
    _ input: borrowing ByteBuffer, _ line: Bytes
  ) throws(LayoutError) -> [RecognisedField]? {
    if let fields {
      layout = try .json(fields.fields)
      return []
    }
    layout = .recognisedJSON
    // A first record that cannot be read is rejected later; then nothing can be told here.
    guard let seen = JSONPathList.paths(of: input, line: line) else { return [] }
    let recognised = FieldRecognition.jsonFields.filter { seen.contains($0.path) }
    guard recognised.contains(where: \.isScreened) else {
      throw LayoutError(.noNameField(seen: seen))
    }
    return recognised.map(Self.told)
  }

  private static func told(_ field: FieldSpecification.Field) -> RecognisedField {
    RecognisedField(target: "\(field.role).\(field.attribute.rawValue)", path: field.path)
  }
}
