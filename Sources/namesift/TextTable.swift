/// Rows of cells, written in columns as wide as their widest cell.
struct TextTable {
  private var rows: [[String]]

  /// Starts a table with its header.
  init(_ header: [String]) { rows = [header] }

  /// Adds a row of as many cells as the header has.
  mutating func append(_ row: [String]) { rows.append(row) }

  /// The rows, header first, two spaces between columns.
  var lines: [String] {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { Self.width($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
        }
      }
      return line
    }
  }

  /// The columns that a text takes on a terminal: East Asian characters take two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      if scalar.properties.generalCategory == .nonspacingMark { return sum }
      return sum + (wide.contains { $0.contains(scalar.value) } ? 2 : 1)
    }
  }

  // Source: Unicode Standard Annex #11, East Asian Width: the large blocks that are W or F.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
  ]
}
