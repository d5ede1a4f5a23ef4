/// A buffer of an array that is handed out.
typealias ArrowBuffer = UnsafeMutableRawBufferPointer

/// A finished column. Its buffers belong to the ``ArrowTable`` that it becomes a part of.
struct ArrowColumn {
  var name: String
  var format: String
  var isNullable = false
  var length: Int
  var nullCount = 0
  /// The buffers as the format has them; nil for a validity that is not needed.
  var buffers: [ArrowBuffer?]
  var children: [ArrowColumn] = []
}

/// Numbers, one a row.
struct NumberColumnBuilder<Number: BitwiseCopyable> {
  private var values: [Number] = []
  private var validity = ValidityBuilder()
  private let zero: Number

  init(zero: Number) { self.zero = zero }

  mutating func append(_ value: Number?) {
    values.append(value ?? zero)
    validity.append(value != nil)
  }

  func finish(_ name: String, format: String, isNullable: Bool = false) -> ArrowColumn {
    ArrowColumn(
      name: name, format: format, isNullable: isNullable, length: values.count,
      nullCount: validity.nullCount, buffers: [validity.finish(), arrowBuffer(values)])
  }
}

/// Texts, one a row.
struct TextColumnBuilder {
  private(set) var byteCount = 0
  private var offsets: [Int32] = [0]
  private var bytes: [UInt8] = []
  private var validity = ValidityBuilder()

  /// The number of texts.
  var count: Int { offsets.count - 1 }

  mutating func append(_ text: String?) {
    if let text { bytes += text.utf8 }
    byteCount = bytes.count
    // Whoever fills the column looks at `byteCount` before the result is used.
    offsets.append(Int32(truncatingIfNeeded: byteCount))
    validity.append(text != nil)
  }

  func finish(_ name: String, isNullable: Bool = false) -> ArrowColumn {
    ArrowColumn(
      name: name, format: "u", isNullable: isNullable, length: count,
      nullCount: validity.nullCount,
      buffers: [validity.finish(), arrowBuffer(offsets), arrowBuffer(bytes)])
  }
}

/// Lists of texts, one a row.
struct TextListColumnBuilder {
  private var offsets: [Int32] = [0]
  private var items = TextColumnBuilder()

  var byteCount: Int { items.byteCount }

  mutating func append(_ texts: [String]) {
    for text in texts { items.append(text) }
    offsets.append(Int32(truncatingIfNeeded: items.count))
  }

  func finish(_ name: String) -> ArrowColumn {
    ArrowColumn(
      name: name, format: "+l", length: offsets.count - 1, buffers: [nil, arrowBuffer(offsets)],
      children: [items.finish("item")])
  }
}

/// The bits that tell which rows are not null.
private struct ValidityBuilder {
  private(set) var nullCount = 0
  private var count = 0
  private var bits: [UInt8] = []

  mutating func append(_ isValid: Bool) {
    if count & 7 == 0 { bits.append(0) }
    if isValid { bits[count >> 3] |= 1 << UInt8(count & 7) } else { nullCount += 1 }
    count += 1
  }

  func finish() -> ArrowBuffer? { nullCount == 0 ? nil : arrowBuffer(bits) }
}

/// A copy of `values` in memory of its own, aligned to 64 bytes as Arrow recommends; the buffer of
/// no values is not null either.
private func arrowBuffer<Number: BitwiseCopyable>(_ values: [Number]) -> ArrowBuffer {
  let byteCount = max(values.count * MemoryLayout<Number>.stride, 1)
  let buffer = ArrowBuffer.allocate(byteCount: byteCount, alignment: 64)
  values.withUnsafeBytes { buffer.copyMemory(from: $0) }
  return buffer
}
