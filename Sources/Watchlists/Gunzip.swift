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
    switch Inflater.inflate(stored[...], .gzip, into: &output, limit: limit) {
    case .finished: return output
    case .cut: throw WatchlistError(.gzipCut, path: path)
    case .damaged: throw WatchlistError(.gzipDamaged, path: path)
    case .tooLong:
      throw WatchlistError(.tooLarge(limit: limit, isDecompressed: true), path: path)
    }
  }
}
