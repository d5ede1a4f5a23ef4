/// The slow twin of `boundedEditDistance`: the whole table, straight from the definition.
///
/// Source: optimal string alignment as Robert A. Wagner and Roy Lowrance's recurrence of 1975 with
/// swaps of adjacent, otherwise unedited bytes.
public func referenceEditDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var table = [[Int]](
    repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
  for i in 0...a.count { table[i][0] = i }
  for j in 0...b.count { table[0][j] = j }
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  for i in 1...a.count {
    for j in 1...b.count {
      var cost = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      cost = min(cost, table[i - 1][j] + 1, table[i][j - 1] + 1)
      if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
        cost = min(cost, table[i - 2][j - 2] + 1)
      }
      table[i][j] = cost
    }
  }
  return table[a.count][b.count]
}
