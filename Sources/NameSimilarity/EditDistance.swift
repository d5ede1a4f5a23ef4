/// The number of edits between two tokens, up to a limit.
///
/// An edit inserts, deletes or replaces one byte, or swaps two adjacent ones; no byte is edited
/// twice ("optimal string alignment").
///
///     boundedEditDistance(Array("smith".utf8).span, Array("simth".utf8).span, limit: 2)  // 1
///
/// Source: for up to sixteen bytes between the common prefix and suffix of either, the bit vectors of
/// Heikki Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances", 2003,
/// which hold a column of the dynamic programme each; for longer tokens the programme itself, of
/// Robert A. Wagner and Roy Lowrance, "An Extension of the String-to-String Correction Problem",
/// 1975, restricted to the diagonals within `limit`.
///
/// - Returns: The distance, or `limit + 1` when it is larger than `limit`.
/// - Precondition: `limit` is in 0...16.
/// - Complexity: O(*n*) in the length of the longer token, O(*limit* × *n*) for long ones; no heap
///   allocation.
public func boundedEditDistance(
  _ a: borrowing Span<UInt8>, _ b: borrowing Span<UInt8>, limit: Int
) -> Int {
  precondition((0...16).contains(limit), "limit must be in 0...16")
  if abs(a.count - b.count) > limit { return limit + 1 }

  // A common prefix and a common suffix never take part in an edit.
  var start = 0
  let shorter = min(a.count, b.count)
  while start < shorter && a[start] == b[start] { start += 1 }
  var aEnd = a.count
  var bEnd = b.count
  while aEnd > start && bEnd > start && a[aEnd - 1] == b[bEnd - 1] {
    aEnd -= 1
    bEnd -= 1
  }
  let rows = aEnd - start
  let columns = bEnd - start
  if rows == 0 || columns == 0 { return min(max(rows, columns), limit + 1) }
  if limit == 0 { return 1 }

  if min(rows, columns) <= BytePattern.maximumCount {
    let distance =
      rows <= columns
      ? bitVectorDistance(BytePattern(a, start, rows), b, start, columns)
      : bitVectorDistance(BytePattern(b, start, columns), a, start, rows)
    return min(distance, limit + 1)
  }
  return bandedDistance(a, b, start, rows, columns, limit: limit)
}

/// The distance of a pattern from `count` bytes of a token from `start` on.
private func bitVectorDistance(
  _ pattern: BytePattern, _ token: borrowing Span<UInt8>, _ start: Int, _ count: Int
) -> Int {
  // Bit i of each vector is of row i + 1: where a cell is one more or one less than its neighbour
  // above, and, in `equalDiagonal`, where it equals the one above to the left.
  var more: UInt32 = .max
  var less: UInt32 = 0
  var equalDiagonal: UInt32 = 0
  var previousMatches: UInt32 = 0
  var distance = pattern.count
  let last: UInt32 = 1 << UInt32(pattern.count - 1)
  for i in start..<start + count {
    let matches = pattern.places(of: token[i])
    let swaps = ((~equalDiagonal & matches) << 1) & previousMatches
    equalDiagonal = (((matches & more) &+ more) ^ more) | matches | less | swaps
    var moreThanLeft = less | ~(equalDiagonal | more)
    var lessThanLeft = equalDiagonal & more
    if moreThanLeft & last != 0 { distance += 1 }
    if lessThanLeft & last != 0 { distance -= 1 }
    moreThanLeft = moreThanLeft << 1 | 1
    lessThanLeft <<= 1
    more = lessThanLeft | ~(equalDiagonal | moreThanLeft)
    less = equalDiagonal & moreThanLeft
    previousMatches = matches
  }
  return distance
}

/// Up to sixteen bytes, searched for a byte all at once.
private struct BytePattern {
  static let maximumCount = 16

  let count: Int
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The `count` bytes of a token from `start` on.
  init(_ token: borrowing Span<UInt8>, _ start: Int, _ count: Int) {
    self.count = count
    for i in 0..<min(count, 8) { low |= UInt64(token[start + i]) << UInt64(8 * i) }
    if count > 8 {
      for i in 8..<count { high |= UInt64(token[start + i]) << UInt64(8 * (i - 8)) }
    }
  }

  /// A bit for each place, the first the lowest, set where the byte is.
  @inline(__always)
  func places(of byte: UInt8) -> UInt32 {
    let all = UInt64(byte) &* 0x0101_0101_0101_0101
    var places = Self.zeros(low ^ all)
    if count > 8 { places |= Self.zeros(high ^ all) << 8 }
    return places & ((1 << UInt32(count)) - 1)
  }

  /// A bit for each byte of a word that is 0.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt32 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let marks = ~(((word & low) &+ low) | word | low) >> 7
    // Brings bit 8i to bit 56 + i.
    return UInt32(truncatingIfNeeded: (marks &* 0x0102_0408_1020_4080) >> 56)
  }
}

/// The distance of what is between `start` and the common suffix of two tokens, `rows` and
/// `columns` bytes.
private func bandedDistance(
  _ a: borrowing Span<UInt8>, _ b: borrowing Span<UInt8>, _ start: Int, _ rows: Int, _ columns: Int,
  limit: Int
) -> Int {
  let width = columns + 1
  let beyond = UInt8(limit + 1)
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * width) { cells in
    // SAFETY: `cells` has three rows of `width` bytes, all initialised here before they are
    // read; every index below is a row start plus a column in 0...columns.
    cells.initialize(repeating: beyond)
    var beforePrevious = 0
    var previous = width
    var current = 2 * width
    for column in 0...min(columns, limit) { cells[previous + column] = UInt8(column) }

    for row in 1...rows {
      let low = max(1, row - limit)
      let high = min(columns, row + limit)
      if low > high { return limit + 1 }
      cells[current + low - 1] = low == 1 && row <= limit ? UInt8(row) : beyond
      var best = cells[current + low - 1]
      let byte = a[start + row - 1]
      for column in low...high {
        let other = b[start + column - 1]
        var cost = cells[previous + column - 1] + (byte == other ? 0 : 1)
        cost = min(cost, cells[current + column - 1] + 1)
        cost = min(cost, cells[previous + column] + 1)
        if row > 1 && column > 1 && byte == b[start + column - 2] && a[start + row - 2] == other {
          cost = min(cost, cells[beforePrevious + column - 2] + 1)
        }
        cost = min(cost, beyond)
        cells[current + column] = cost
        best = min(best, cost)
      }
      if high < columns { cells[current + high + 1] = beyond }
      // A swap reaches two rows back, so one row beyond the limit does not end the search unless
      // the row before it is beyond the limit as well; the cheap test is on this row and limit 0
      // is handled above.
      if best == beyond && row > 1 && rowMinimum(cells, previous, low, high) == beyond {
        return limit + 1
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return Int(cells[previous + columns])
  }
}

private func rowMinimum(
  _ cells: UnsafeMutableBufferPointer<UInt8>, _ start: Int, _ low: Int, _ high: Int
) -> UInt8 {
  var best = UInt8.max
  for column in (low - 1)...high { best = min(best, cells[start + column]) }
  return best
}
