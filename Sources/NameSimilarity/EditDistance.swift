/// The number of edits between two tokens, up to a limit.
///
/// An edit inserts, deletes or replaces one byte, or swaps two adjacent ones; no byte is edited
/// twice ("optimal string alignment").
///
///     boundedEditDistance(Array("smith".utf8).span, Array("simth".utf8).span, limit: 2)  // 1
///
/// Source: the dynamic programme of Robert A. Wagner and Roy Lowrance, "An Extension of the
/// String-to-String Correction Problem", 1975, restricted to the diagonals within `limit`.
///
/// - Returns: The distance, or `limit + 1` when it is larger than `limit`.
/// - Precondition: `limit` is in 0...16.
/// - Complexity: O(*limit* × *n*) in the length of the shorter token; no heap allocation.
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
