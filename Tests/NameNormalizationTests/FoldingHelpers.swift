import NameNormalization
import Testing

/// A folded name as text, for comparison in tests.
struct FoldedText: Equatable, CustomStringConvertible {
  var outcome: FoldingOutcome
  /// For each reading its tokens.
  var readings: [[String]] = []
  /// For each reading what its tokens are.
  var classes: [[TokenClass]] = []
  var legalClasses: [[UInt8]] = []
  var scripts: [[TokenScript]] = []
  var kinds: [ReadingKind] = []
  var notes: FoldingNotes = []

  var description: String { "\(outcome) \(readings)" }
}

/// Folds bytes with the built-in tables.
func fold(bytes: [UInt8]) -> FoldedText {
  var folder = NameFolder(tables: .builtin)
  var name = FoldedName()
  return fold(bytes: bytes, &folder, &name)
}

/// Folds bytes with a folder and a name that served others before.
func fold(bytes: [UInt8], _ folder: inout NameFolder, _ name: inout FoldedName) -> FoldedText {
  var text = FoldedText(
    outcome: bytes.withUnsafeBufferPointer { folder.fold($0, into: &name) })
  text.notes = name.notes
  for reading in name.readings {
    let range = Int(reading.firstToken)..<Int(reading.firstToken + reading.tokenCount)
    let tokens = range.map { name.tokens[$0] }
    text.kinds.append(reading.kind)
    text.classes.append(tokens.map(\.tokenClass))
    text.legalClasses.append(tokens.map(\.legalClass))
    text.scripts.append(tokens.map(\.script))
    text.readings.append(
      tokens.map { token in
        let start = name.bytes + Int(token.start)
        return String(
          decoding: UnsafeBufferPointer(start: start, count: Int(token.length)), as: UTF8.self)
      })
  }
  return text
}

/// Folds a name with the built-in tables.
func fold(_ name: String) -> FoldedText { fold(bytes: Array(name.utf8)) }

/// The first reading of a name, its tokens between bars so that legal forms show as one.
func firstReading(_ name: String) -> String {
  fold(name).readings.first?.joined(separator: "|") ?? ""
}

/// The romanised reading of a name, its tokens between bars.
func romanised(_ name: String) -> String {
  let text = fold(name)
  guard let index = text.kinds.firstIndex(of: .romanised) else { return "" }
  return text.readings[index].joined(separator: "|")
}
