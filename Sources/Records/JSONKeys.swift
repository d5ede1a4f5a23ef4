private import Glibc

/// The keys of the objects that a scanner is in, to find one that occurs twice.
struct JSONKeys: ~Copyable {
  struct Key {
    var hash: UInt64
    var start: Int
    var count: Int
    /// Whether the bytes are in `unescaped` rather than in the chunk.
    var isUnescaped: Bool
  }

  /// The keys of the outer objects, then those of the inner ones.
  private(set) var keys: [Key] = []
  /// Keys from which escapes were taken out.
  var unescaped = ByteBuffer(capacity: 256)

  /// The number of members up to which every two are compared; more are sorted, so that a record
  /// of a million keys costs n log n.
  private static let pairwiseLimit = 32

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    unescaped.count = 0
  }

  mutating func append(_ key: Key) { keys.append(key) }

  @inline(__always)
  func bytes(of key: Key, in base: UnsafePointer<UInt8>) -> Bytes {
    Bytes(
      start: (key.isUnescaped ? UnsafePointer(unescaped.base) : base) + key.start,
      count: key.count)
  }

  /// Takes away the keys from `first` on, those of one object.
  ///
  /// - Returns: Whether two of them are equal.
  mutating func close(from first: Int, in base: UnsafePointer<UInt8>) -> Bool {
    let isRepeated =
      keys.count - first <= Self.pairwiseLimit
      ? hasEqualPair(from: first, in: base) : hasEqualNeighbours(from: first, in: base)
    keys.removeSubrange(first...)
    return isRepeated
  }

  private func hasEqualPair(from first: Int, in base: UnsafePointer<UInt8>) -> Bool {
    var i = first + 1
    while i < keys.count {
      let hash = keys[i].hash
      for j in first..<i where keys[j].hash == hash {
        if isEqual(bytes(of: keys[i], in: base), bytes(of: keys[j], in: base)) { return true }
      }
      i += 1
    }
    return false
  }

  private mutating func hasEqualNeighbours(
    from first: Int, in base: UnsafePointer<UInt8>
  ) -> Bool {
    let unescapedBase = UnsafePointer(unescaped.base)
    func text(_ key: Key) -> Bytes {
      Bytes(start: (key.isUnescaped ? unescapedBase : base) + key.start, count: key.count)
    }
    keys[first...].sort { a, b in
      if a.hash != b.hash { return a.hash < b.hash }
      if a.count != b.count { return a.count < b.count }
      guard let x = text(a).baseAddress, let y = text(b).baseAddress else { return false }
      return memcmp(x, y, a.count) < 0
    }
    for i in first + 1..<keys.count where keys[i].hash == keys[i - 1].hash {
      if isEqual(text(keys[i]), text(keys[i - 1])) { return true }
    }
    return false
  }
}
