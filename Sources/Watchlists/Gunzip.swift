private import CZlib

/// Decompression of gzip files, several members included.
enum Gunzip {
  /// Whether `bytes` start with the magic bytes of gzip.
  static func isCompressed(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B])
  }

  /// The content of the gzip file `stored`.
  ///
  /// - Throws: ``WatchlistError`` when the data are cut, damaged, or longer than `limit` bytes
  ///   when decompressed.
  static func decompress(
    _ stored: [UInt8], path: String, limit: Int
  ) throws(WatchlistError) -> [UInt8] {
    var output: [UInt8] = []
    let status = inflateAll(stored, into: &output, limit: limit)
    switch status {
    case Z_STREAM_END: return output
    case Z_OK, Z_BUF_ERROR: throw WatchlistError(.gzipCut, path: path)
    case Z_MEM_ERROR:
      throw WatchlistError(.tooLarge(limit: limit, isDecompressed: true), path: path)
    default: throw WatchlistError(.gzipDamaged, path: path)
    }
  }

  /// - Returns: zlib's last status: `Z_STREAM_END` when all went well, `Z_MEM_ERROR` when
  ///   the output would pass `limit`.
  private static func inflateAll(
    _ input: [UInt8], into output: inout [UInt8], limit: Int
  ) -> CInt {
    var input = input
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    var stream = z_stream()
    let gzipOnly: CInt = 15 + 16
    let size = CInt(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(&stream, gzipOnly, ZLIB_VERSION, size) == Z_OK else {
      return Z_MEM_ERROR
    }
    defer { unsafe inflateEnd(&stream) }

    // SAFETY: the pointers given to zlib stay valid within both closures, which contain every
    // call of `inflate`; the counts are those of the buffers.
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      return unsafe chunk.withUnsafeMutableBufferPointer { target in
        var status = Z_OK
        while true {
          unsafe stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          let count = target.count - Int(stream.avail_out)
          guard output.count + count <= limit else { return Z_MEM_ERROR }
          unsafe output.append(contentsOf: target[..<count])
          if status == Z_STREAM_END {
            let rest = unsafe source[(source.count - Int(stream.avail_in))...]
            if unsafe rest.allSatisfy({ $0 == 0 }) { return status }
            guard unsafe inflateReset(&stream) == Z_OK else { return Z_DATA_ERROR }
          } else if status != Z_OK {
            return status
          } else if count == 0 && stream.avail_in == 0 {
            return Z_BUF_ERROR
          }
        }
      }
    }
  }
}
