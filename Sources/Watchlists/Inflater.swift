private import CZlib

/// Decompression with zlib, under a limit on the result.
enum Inflater {
  /// What surrounds the compressed data.
  enum Format: CInt {
    /// Headers and checksums of gzip.
    case gzip = 31
    /// Nothing, as in the members of a zip archive.
    case raw = -15
  }

  /// How decompression ended.
  enum Outcome {
    /// All input was used and its end mark found.
    case finished
    /// The input ended before its end mark.
    case cut
    /// The input contradicts itself, or something follows its end mark.
    case damaged
    /// The output would pass the limit.
    case tooLong
  }

  /// Decompresses `input` and appends the result to `output`.
  ///
  /// Of gzip, several members are read one after the other, and zero bytes behind the last are
  /// padding.
  ///
  /// - Parameter limit: The most bytes that `output` may hold.
  /// - Complexity: O(*n*) in the output; one buffer of 1 MiB.
  static func inflate(
    _ input: ArraySlice<UInt8>, _ format: Format, into output: inout [UInt8], limit: Int
  ) -> Outcome {
    var input = Array(input)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var stream = z_stream()
    let size = CInt(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, format.rawValue, ZLIB_VERSION, size) == Z_OK else {
      return .tooLong
    }
    defer { unsafe inflateEnd(&stream) }

    // SAFETY: the pointers given to zlib stay valid within both closures, which contain every
    // call of `inflate`; the counts are those of the buffers.
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      return unsafe chunk.withUnsafeMutableBufferPointer { target in
        while true {
          unsafe stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          let status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
          let count = target.count - Int(stream.avail_out)
          guard output.count + count <= limit else { return .tooLong }
          unsafe output.append(contentsOf: target[..<count])
          switch status {
          case Z_STREAM_END:
            let rest = unsafe source[(source.count - Int(stream.avail_in))...]
            let isPadding = unsafe rest.allSatisfy { $0 == 0 }
            if isPadding { return format == .gzip || rest.isEmpty ? .finished : .damaged }
            guard format == .gzip, unsafe inflateReset(&stream) == Z_OK else { return .damaged }
          case Z_OK: if count == 0 && stream.avail_in == 0 { return .cut }
          case Z_BUF_ERROR: return .cut
          case Z_MEM_ERROR: return .tooLong
          default: return .damaged
          }
        }
      }
    }
  }
}
