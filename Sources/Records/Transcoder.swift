private import Glibc

/// Converts a stream of bytes to UTF-8 with `iconv`.
///
/// What is not valid in the encoding becomes the byte 0xFF, which is never UTF-8: the record it
/// is in is rejected, and the stream goes on behind it.
final class Transcoder {
  private let converter: iconv_t
  private let unitByteCount: Int
  // Read and not yet converted: half a character, at most, when `convert()` has returned.
  private var raw = ByteBuffer(capacity: 1 << 16)
  // Converted and not yet handed out: `text[handedOut..<text.count]`.
  private var text = ByteBuffer(capacity: 1 << 18)
  private var handedOut = 0
  private var isAtEnd = false

  private static let mark: UInt8 = 0xFF

  /// Starts converting; nil is not to be expected, for glibc has every encoding of the list.
  init?(from encoding: TextEncoding) {
    guard let converter = iconv_open("UTF-8", encoding.iconvName),
      Int(bitPattern: converter) != -1
    else { return nil }
    self.converter = converter
    unitByteCount = encoding.unitByteCount
  }

  deinit { iconv_close(converter) }

  /// Whether there is text that can be handed out without reading more.
  var hasText: Bool { handedOut < text.count || isAtEnd }

  /// Appends text to `output` as far as it has capacity.
  ///
  /// - Parameter read: Reads bytes to a place; gives their number, 0 at the end of the input.
  /// - Returns: The bytes read from the input, or nil at the end of the text.
  func read(
    into output: inout ByteBuffer,
    read: (UnsafeMutablePointer<UInt8>, Int) throws(RunError) -> Int
  ) throws(RunError) -> Int? {
    var taken = 0
    if handedOut == text.count, !isAtEnd {
      taken = try read(raw.base + raw.count, raw.capacity - raw.count)
      raw.count += taken
      isAtEnd = taken == 0
      convert()
    }
    let count = min(text.count - handedOut, output.capacity - output.count)
    if count == 0, isAtEnd, handedOut == text.count { return nil }
    output.append(text.bytes[bytes: handedOut..<handedOut + count])
    handedOut += count
    return taken
  }

  // A unit of input gives at most three bytes of text and a mark at most one, so that the text of
  // a full `raw` fits.
  private func convert() {
    text.count = 0
    handedOut = 0
    var start = 0
    while start < raw.count {
      var source: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(raw.base + start)
        .assumingMemoryBound(to: CChar.self)
      var target: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(text.base + text.count)
        .assumingMemoryBound(to: CChar.self)
      var sourceCount = raw.count - start
      var targetCount = text.capacity - text.count
      // SAFETY: the counts are those of the memory behind the pointers; nothing is kept.
      let result = iconv(converter, &source, &sourceCount, &target, &targetCount)
      let isIncomplete = errno == EINVAL
      start = raw.count - sourceCount
      text.count = text.capacity - targetCount
      if result != -1 { continue }
      if isIncomplete, !isAtEnd { break }
      text.append(Self.mark)
      start = min(start + unitByteCount, raw.count)
    }
    memmove(raw.base, raw.base + start, raw.count - start)
    raw.count -= start
  }
}
