internal import CNamesift

/// The buffers of an array that somebody else made, as far as they can be checked.
///
/// The interface does not tell how long buffers are, so what they hold is believed to be as long
/// as the array says.
struct ArrowBuffers {
  let length: Int
  let offset: Int
  let count: Int
  private let name: String
  private let buffers: UnsafeMutablePointer<UnsafeRawPointer?>?

  /// Checks the numbers of an array.
  ///
  /// - Throws: ``LibraryError`` when the array was released or a number is out of its range.
  init(_ array: ArrowArray, of name: String) throws(LibraryError) {
    guard array.release != nil else { throw .arrow("column '\(name)': the array was released") }
    let largest = Int64(1) << 48
    guard (0...largest).contains(array.length), (0...largest).contains(array.offset) else {
      throw .arrow("column '\(name)': length \(array.length), offset \(array.offset)")
    }
    guard (0...1 << 30).contains(array.n_buffers) else {
      throw .arrow("column '\(name)': \(array.n_buffers) buffers")
    }
    self.name = name
    length = Int(array.length)
    offset = Int(array.offset)
    count = Int(array.n_buffers)
    buffers = array.buffers
    guard buffers != nil || count == 0 else {
      throw .arrow("column '\(name)': \(count) buffers, and none given")
    }
  }

  /// The bits that tell which rows are not null; nil when none is null.
  var validity: UnsafePointer<UInt8>? { bytes(0) }

  func raw(_ i: Int) -> UnsafeRawPointer? { i < count ? buffers?[i] : nil }

  func bytes(_ i: Int) -> UnsafePointer<UInt8>? { raw(i)?.assumingMemoryBound(to: UInt8.self) }

  func raws(_ range: Range<Int>) -> UnsafeBufferPointer<UnsafeRawPointer?> {
    UnsafeBufferPointer(
      start: buffers.map { UnsafePointer($0 + range.lowerBound) }, count: range.count)
  }

  /// A buffer of numbers, or nil when it is not there and the array is empty.
  ///
  /// - Throws: ``LibraryError`` when it is missing or not aligned as the format requires.
  func pointer<Number>(
    _ i: Int, as type: Number.Type, mayBeNull: Bool = false
  ) throws(LibraryError) -> UnsafePointer<Number>? {
    guard let raw = raw(i) else {
      if !mayBeNull { try requireEmpty(i) }
      return nil
    }
    guard UInt(bitPattern: raw) % UInt(MemoryLayout<Number>.alignment) == 0 else {
      throw .arrow("column '\(name)': buffer \(i) is not aligned to its numbers")
    }
    return raw.assumingMemoryBound(to: type)
  }

  func require(count expected: Int) throws(LibraryError) {
    guard count == expected else {
      throw .arrow("column '\(name)': \(count) buffers in place of \(expected)")
    }
  }

  func require(atLeast expected: Int) throws(LibraryError) {
    guard count >= expected else {
      throw .arrow("column '\(name)': \(count) buffers in place of \(expected) or more")
    }
  }

  /// Only an empty array may lack a buffer.
  func requireEmpty(_ i: Int) throws(LibraryError) {
    guard length == 0 else { throw .arrow("column '\(name)': buffer \(i) is missing") }
  }
}

extension ArrowSchema {
  /// The format.
  ///
  /// - Throws: ``LibraryError`` when there is none, as in a schema that was released.
  func formatText(of name: String) throws(LibraryError) -> String {
    guard release != nil, let format else {
      throw .arrow("column '\(name)': the schema was released or has no format")
    }
    return String(cString: format)
  }
}
