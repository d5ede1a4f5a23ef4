/// Stand-in until the tables are generated: ASCII only.
public struct NameFolder: ~Copyable {
  public init(tables: NameTables) {}
  public mutating func fold(
    _ name: UnsafeBufferPointer<UInt8>, into folded: inout FoldedName
  ) -> FoldingOutcome {
    folded.removeAll()
    folded.reserveBytes(name.count + 1)
    var start = 0
    var n = 0
    func close(_ folded: inout FoldedName) {
      if n > start {
        var digit = false
        for i in start..<n where folded.bytes[i] < 58 { digit = true }
        let len = n - start
        let c: TokenClass = digit ? .number : len == 1 ? .initial : .name
        folded.append(FoldedToken(start: UInt32(start), length: UInt16(len), tokenClass: c))
        folded.bytes[n] = 32
        n += 1
        start = n
      }
    }
    for b in name {
      switch b {
      case 48...57, 97...122: folded.bytes[n] = b; n += 1
      case 65...90: folded.bytes[n] = b + 32; n += 1
      case 39, 46, 96: break
      default: close(&folded)
      }
      folded.byteCount = n
      folded.reserveBytes(4)
    }
    close(&folded)
    folded.byteCount = n
    if folded.tokenCount == 0 { return .empty }
    if folded.tokenCount > FoldedName.maximumTokenCount {
      return .tooManyTokens(count: folded.tokenCount)
    }
    folded.readings.append(
      Reading(kind: .plain, firstToken: 0, tokenCount: UInt32(folded.tokenCount)))
    return .folded
  }
}
