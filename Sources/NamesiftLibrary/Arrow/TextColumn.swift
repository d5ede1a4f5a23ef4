internal import CNamesift

/// Bytes that another owner keeps alive.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The text of one column of a batch, read where it lies.
///
/// Source: Apache Arrow, "Arrow Columnar Format" and "The Arrow C Data Interface".
struct TextColumn {
  /// How the text lies in the buffers.
  private enum Layout {
    /// No row has text.
    case null
    /// Offsets of 32 bits into one buffer.
    case narrow(offsets: UnsafePointer<Int32>, data: UnsafePointer<UInt8>?)
    /// Offsets of 64 bits into one buffer.
    case wide(offsets: UnsafePointer<Int64>, data: UnsafePointer<UInt8>?)
    /// Short texts in place, long ones in one of several buffers of known sizes.
    case view(
      views: UnsafeRawPointer, buffers: UnsafeBufferPointer<UnsafeRawPointer?>,
      sizes: UnsafePointer<Int64>?)
    /// Numbers of the texts of another column.
    indirect case dictionary(DictionaryIndices, TextColumn)
  }

  /// The name of the column, for messages.
  let name: String
  private let layout: Layout
  private let validity: UnsafePointer<UInt8>?
  private let offset: Int
  private let length: Int

  /// Reads the buffers of a column.
  ///
  /// - Throws: ``LibraryError`` when the column is not of text or contradicts itself.
  init(
    _ schema: ArrowSchema, _ array: ArrowArray, name: String
  ) throws(LibraryError) {
    self.name = name
    let buffers = try ArrowBuffers(array, of: name)
    offset = buffers.offset
    length = buffers.length
    let format = try schema.formatText(of: name)
    if format == "n" {
      validity = nil
      layout = .null
      return
    }
    validity = buffers.validity
    if let values = schema.dictionary {
      guard let dictionary = array.dictionary else {
        throw .arrow("column '\(name)': the array has no dictionary, its type has one")
      }
      guard values.pointee.dictionary == nil else {
        throw .argument("column '\(name)': a dictionary of dictionaries; give a text column")
      }
      let texts = try TextColumn(values.pointee, dictionary.pointee, name: name)
      layout = .dictionary(try DictionaryIndices(format: format, buffers, of: name), texts)
      return
    }
    switch format {
    case "u":
      try buffers.require(count: 3)
      guard let offsets = try buffers.pointer(1, as: Int32.self) else {
        layout = .null
        return
      }
      layout = .narrow(offsets: offsets, data: buffers.bytes(2))
    case "U":
      try buffers.require(count: 3)
      guard let offsets = try buffers.pointer(1, as: Int64.self) else {
        layout = .null
        return
      }
      layout = .wide(offsets: offsets, data: buffers.bytes(2))
    case "vu":
      layout = try Self.viewLayout(buffers)
    default:
      throw .argument(
        "column '\(name)' has the Arrow type '\(format)'; it must be utf8, large_utf8, utf8_view "
          + "or a dictionary of these: cast it")
    }
  }

  private static func viewLayout(_ buffers: ArrowBuffers) throws(LibraryError) -> Layout {
    // Validity and views come first, the sizes of the buffers between them and themselves last.
    try buffers.require(atLeast: 3)
    guard let views = buffers.raw(1) else {
      try buffers.requireEmpty(1)
      return .null
    }
    let texts = buffers.raws(2..<buffers.count - 1)
    let sizes = try buffers.pointer(buffers.count - 1, as: Int64.self, mayBeNull: texts.isEmpty)
    return .view(views: views, buffers: texts, sizes: sizes)
  }

  /// The text of a row, or nil when it is null.
  ///
  /// - Throws: ``LibraryError`` when offsets or numbers of the row are out of their ranges.
  /// - Precondition: `row` is in the rows of the column, counted from its own offset.
  func text(at row: Int) throws(LibraryError) -> Bytes? {
    let i = offset + row
    if let validity, validity[i >> 3] >> UInt8(i & 7) & 1 == 0 { return nil }
    switch layout {
    case .null: return nil
    case .narrow(let offsets, let data):
      return try slice(data, from: Int(offsets[i]), to: Int(offsets[i + 1]), row)
    case .wide(let offsets, let data):
      return try slice(data, from: Int(offsets[i]), to: Int(offsets[i + 1]), row)
    case .view(let views, let buffers, let sizes):
      return try view(views + 16 * i, buffers, sizes, row)
    case .dictionary(let indices, let texts):
      let number = indices[i]
      guard number >= 0, number < texts.length else {
        throw .arrow(
          "column '\(name)', row \(row): number \(number) of a dictionary of \(texts.length)")
      }
      return try texts.text(at: number)
    }
  }

  private func slice(
    _ data: UnsafePointer<UInt8>?, from start: Int, to end: Int, _ row: Int
  ) throws(LibraryError) -> Bytes {
    guard start >= 0, start <= end else {
      throw .arrow("column '\(name)', row \(row): offsets run from \(start) to \(end)")
    }
    if start == end { return Bytes(start: nil, count: 0) }
    guard let data else { throw .arrow("column '\(name)': text without a buffer") }
    return Bytes(start: data + start, count: end - start)
  }

  // Up to twelve bytes lie in the view itself, behind the length.
  private func view(
    _ view: UnsafeRawPointer, _ buffers: UnsafeBufferPointer<UnsafeRawPointer?>,
    _ sizes: UnsafePointer<Int64>?, _ row: Int
  ) throws(LibraryError) -> Bytes {
    let count = Int(view.loadUnaligned(as: Int32.self))
    if (0...12).contains(count) {
      return Bytes(start: (view + 4).assumingMemoryBound(to: UInt8.self), count: count)
    }
    let number = Int(view.loadUnaligned(fromByteOffset: 8, as: Int32.self))
    let start = Int(view.loadUnaligned(fromByteOffset: 12, as: Int32.self))
    guard count > 0, start >= 0, buffers.indices.contains(number), let sizes,
      start + count <= Int(sizes[number]), let data = buffers[number]
    else {
      throw .arrow(
        "column '\(name)', row \(row): \(count) bytes at \(start) of buffer \(number), which has "
          + "no such bytes")
    }
    return Bytes(start: (data + start).assumingMemoryBound(to: UInt8.self), count: count)
  }
}

/// The numbers that rows of a dictionary column have.
struct DictionaryIndices {
  private let base: UnsafeRawPointer?
  private let format: UInt8

  init(
    format: String, _ buffers: ArrowBuffers, of name: String
  ) throws(LibraryError) {
    guard format.utf8.count == 1, let letter = format.utf8.first, "cCsSiIlL".utf8.contains(letter)
    else {
      throw .argument("column '\(name)': dictionary numbers of the Arrow type '\(format)'")
    }
    self.format = letter
    try buffers.require(count: 2)
    base = buffers.raw(1)
    if base == nil { try buffers.requireEmpty(1) }
  }

  /// The number at `i`; -1 for one that no dictionary has.
  subscript(i: Int) -> Int {
    guard let base else { return -1 }
    switch format {
    case UInt8(ascii: "c"): return Int(base.loadUnaligned(fromByteOffset: i, as: Int8.self))
    case UInt8(ascii: "C"): return Int(base.loadUnaligned(fromByteOffset: i, as: UInt8.self))
    case UInt8(ascii: "s"): return Int(base.loadUnaligned(fromByteOffset: 2 * i, as: Int16.self))
    case UInt8(ascii: "S"): return Int(base.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
    case UInt8(ascii: "i"): return Int(base.loadUnaligned(fromByteOffset: 4 * i, as: Int32.self))
    case UInt8(ascii: "I"): return Int(base.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self))
    case UInt8(ascii: "l"): return Int(base.loadUnaligned(fromByteOffset: 8 * i, as: Int64.self))
    default:
      return Int(exactly: base.loadUnaligned(fromByteOffset: 8 * i, as: UInt64.self)) ?? -1
    }
  }
}
