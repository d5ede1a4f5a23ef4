/// Tells the format of an input, when there is no doubt.
///
/// It never says `lines`: `DOE, JOHN` is neither CSV nor certain to be a name.
enum FormatDetection {
  /// The format that the extension of `path` and the first line agree on, or nil in doubt.
  ///
  /// Without a telling extension an object is JSONL, and a header is CSV or TSV only when it has
  /// a column that `fields` names or that is recognised as a name.
  static func format(path: String, firstLine: Bytes, fields: FieldSpecification?) -> InputFormat? {
    let first = firstLine.first { !ASCII.isBlank($0) }
    switch named(path) {
    case .jsonl: return first == ASCII.openBrace ? .jsonl : nil
    case .csv: return first == ASCII.openBrace || first == ASCII.openBracket ? nil : .csv
    case .tsv: return first == ASCII.openBrace || first == ASCII.openBracket ? nil : .tsv
    case .lines, nil: break
    }
    if first == ASCII.openBrace { return .jsonl }
    // A line with both delimiters could be either.
    let candidates: [InputFormat] = [.tsv, .csv].filter { format in
      format.delimiter.map(firstLine.contains) ?? false
    }
    guard candidates.count == 1, let delimiter = candidates[0].delimiter,
      isHeader(firstLine, delimiter: delimiter, fields: fields)
    else { return nil }
    return candidates[0]
  }

  private static func named(_ path: String) -> InputFormat? {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: ".") else { return nil }
    switch file[file.index(after: dot)...].lowercased() {
    case "csv": return .csv
    case "tsv", "tab": return .tsv
    case "jsonl", "ndjson", "json": return .jsonl
    default: return nil
    }
  }

  private static func isHeader(
    _ line: Bytes, delimiter: UInt8, fields: FieldSpecification?
  ) -> Bool {
    var text = ByteBuffer(capacity: line.count)
    text.append(line)
    guard let header = try? DelimitedHeader(text, delimiter: delimiter) else { return false }
    if let fields {
      return fields.fields.contains { header.columns.contains($0.path) }
    }
    return FieldRecognition.fields(columns: header.columns).contains(where: \.isScreened)
  }
}
