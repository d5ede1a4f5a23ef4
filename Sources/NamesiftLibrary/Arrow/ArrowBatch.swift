internal import CNamesift

/// A batch of records that somebody else made: named columns of one length.
struct ArrowBatch {
  /// The columns with their names, in order; nothing of them was read yet.
  let columns: [(name: String, schema: ArrowSchema, array: ArrowArray)]
  /// The number of rows.
  let rowCount: Int
  /// Where the rows begin in the columns.
  let offset: Int
  private let validity: UnsafePointer<UInt8>?

  /// The name of the only column of a batch that is a plain array.
  static let nameOfArray = "name"

  /// Takes a batch apart.
  ///
  /// - Throws: ``LibraryError`` when its parts contradict each other.
  init(_ schema: ArrowSchema, _ array: ArrowArray) throws(LibraryError) {
    let buffers = try ArrowBuffers(array, of: "batch")
    rowCount = buffers.length
    guard try schema.formatText(of: "batch") == "+s" else {
      columns = [(Self.nameOfArray, schema, array)]
      offset = 0
      validity = nil
      return
    }
    offset = buffers.offset
    validity = buffers.validity
    guard schema.n_children == array.n_children, (0...1 << 20).contains(schema.n_children) else {
      throw .arrow("\(array.n_children) columns, and the schema has \(schema.n_children)")
    }
    var columns: [(name: String, schema: ArrowSchema, array: ArrowArray)] = []
    for i in 0..<Int(schema.n_children) {
      guard let type = schema.children?[i], let child = array.children?[i] else {
        throw .arrow("column \(i) is missing")
      }
      let name = type.pointee.name.map { String(cString: $0) } ?? ""
      guard child.pointee.length >= array.offset + array.length else {
        throw .arrow(
          "column '\(name)' has \(child.pointee.length) rows, the batch \(array.offset + array.length)"
        )
      }
      columns.append((name, type.pointee, child.pointee))
    }
    self.columns = columns
  }

  /// Whether a row is null as a whole.
  func isNull(_ row: Int) -> Bool {
    guard let validity else { return false }
    let i = offset + row
    return validity[i >> 3] >> UInt8(i & 7) & 1 == 0
  }
}
