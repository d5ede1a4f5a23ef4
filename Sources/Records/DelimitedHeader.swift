/// The header of a delimited input.
struct DelimitedHeader {
  /// The names of the columns, in order.
  let columns: [String]
  /// The length of the header with its line end, in bytes.
  let byteCount: Int
  /// The lines that it is on.
  let lineCount: Int

  /// The most columns; an export of every field of a payment has a few hundred.
  static let columnLimit = 16_384

  /// Reads the header at the start of `input`, which holds it whole.
  init(_ input: borrowing ByteBuffer, delimiter: UInt8) throws(LayoutError) {
    let scanner = DelimitedScanner(
      delimiter: delimiter, fieldCount: Self.columnLimit,
      fieldOfColumn: Array(0..<Int32(Self.columnLimit)))
    var values = RecordValues()
    let base = UnsafePointer(input.base)
    let scanned = scanner.scan(base, from: 0, to: input.count, into: &values)
    if let fault = TextCheck.fault(in: base, from: 0, to: scanned.next) {
      throw LayoutError(.badHeader(fault))
    }
    if case .rejected(let reason) = scanned.outcome {
      // The scanner expects as many columns as there can be: fewer are right.
      switch reason {
      case .fieldCount(let found, let limit) where found <= limit: break
      default: throw LayoutError(.badHeader(reason))
      }
    }
    var columns: [String] = []
    for value in values.values {
      columns.append(String(decoding: values.bytes(of: value, in: base), as: UTF8.self))
    }
    self.columns = columns
    byteCount = scanned.next
    lineCount = scanned.lineCount
  }
}
