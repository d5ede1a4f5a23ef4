/// What a sound of a transcription and a sound of a name in Latin letters tell together: the
/// logarithm of how much oftener they stand for each other than chance would have it.
///
/// The sum over the best alignment of two tokens is the evidence that they are one name. Source of
/// the idea: log-odds alignment as in Stephen F. Altschul, "Amino acid substitution matrices from
/// an information theoretic perspective", 1991.
struct SoundTable: @unchecked Sendable {
  /// The columns of a row: one for each sound, and one for a sound that has none beside it.
  static let width = SoundSequence.count + 1
  private static let gap = SoundSequence.count

  // SAFETY: `values` has `width` rows of `width` numbers and is never written again; the bests
  // have `count` numbers each.
  private let values: UnsafePointer<Int8>
  private let bestOfRow: UnsafePointer<Int32>
  private let bestOfColumn: UnsafePointer<Int32>

  /// Reads a table of rows: the sign of a sound, or `-` for none, a space, and two hexadecimal
  /// digits for each column.
  init(_ text: StaticString) {
    let width = Self.width
    let values = UnsafeMutablePointer<Int8>.allocate(capacity: width * width)
    let rowLength = 2 + 2 * width + 1
    precondition(text.utf8CodeUnitCount + 1 == rowLength * width, "a table has a row a sound")
    for row in 0..<width {
      for column in 0..<width {
        let place = text.utf8Start + row * rowLength + 2 + 2 * column
        let byte = digit(place[0]) << 4 | digit(place[1])
        values[row * width + column] = Int8(bitPattern: byte)
      }
    }
    let bests = UnsafeMutablePointer<Int32>.allocate(capacity: 2 * SoundSequence.count)
    for i in 0..<SoundSequence.count {
      let row = (0..<SoundSequence.count).map { Int32(values[i * width + $0]) }
      let column = (0..<SoundSequence.count).map { Int32(values[$0 * width + i]) }
      // At least 0, so that what is left of a name is never worth less than nothing.
      (bests + i).initialize(to: max(0, row.max() ?? 0))
      (bests + SoundSequence.count + i).initialize(to: max(0, column.max() ?? 0))
    }
    self.values = UnsafePointer(values)
    bestOfRow = UnsafePointer(bests)
    bestOfColumn = UnsafePointer(bests + SoundSequence.count)
  }

  /// The evidence of the best alignment of a transcription with a name, and the most that either
  /// could have with another, both in eighths; nil when the evidence is below `minimum`.
  ///
  /// - Complexity: O(*a* × *b*) in the sounds; no heap allocation.
  func evidence(
    _ transcribed: UnsafeBufferPointer<UInt8>, _ plain: UnsafeBufferPointer<UInt8>,
    minimum: Int32
  ) -> (evidence: Int32, most: Int32)? {
    let width = Self.width
    var most: Int32 = 0
    for sound in transcribed { most += bestOfRow[Int(sound)] }
    var mostOfPlain: Int32 = 0
    for sound in plain { mostOfPlain += bestOfColumn[Int(sound)] }
    if min(most, mostOfPlain) < minimum { return nil }
    return withUnsafeTemporaryAllocation(
      of: Int32.self, capacity: SoundSequence.maximumLength + 1
    ) { row in
      // SAFETY: a token has at most `maximumLength` sounds, each below `count`.
      let inserted = values + Self.gap * width
      row[0] = 0
      for j in 0..<plain.count { row[j + 1] = row[j] + Int32(inserted[Int(plain[j])]) }
      var rest = most
      for sound in transcribed {
        rest -= bestOfRow[Int(sound)]
        let gains = values + Int(sound) * width
        let skipped = Int32(gains[Self.gap])
        var diagonal = row[0]
        row[0] += skipped
        var best = row[0]
        for j in 0..<plain.count {
          let column = Int(plain[j])
          let paired = diagonal + Int32(gains[column])
          diagonal = row[j + 1]
          let value = max(paired, max(row[j + 1] + skipped, row[j] + Int32(inserted[column])))
          row[j + 1] = value
          best = max(best, value)
        }
        if best + rest < minimum { return nil }
      }
      let evidence = row[plain.count]
      return evidence < minimum ? nil : (evidence, max(most, mostOfPlain))
    }
  }
}

private func digit(_ byte: UInt8) -> UInt8 { byte <= 0x39 ? byte - 0x30 : byte - 0x57 }
