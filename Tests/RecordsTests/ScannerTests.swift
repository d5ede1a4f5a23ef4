import TestSupport
import Testing

@testable import Records

/// Scans all records of `input`, the way a worker does.
private func scanAll(
  _ input: [UInt8], scan: (UnsafePointer<UInt8>, Int, Int, inout RecordValues) -> ScannedRecord
) -> [ReferenceRecord] {
  var buffer = ByteBuffer(capacity: input.count)
  buffer.append(input)
  var records: [ReferenceRecord] = []
  var values = RecordValues()
  var start = 0
  while start < buffer.count {
    values.removeAll()
    let scanned = scan(buffer.base, start, buffer.count, &values)
    switch scanned.outcome {
    case .blank: break
    case .rejected: records.append(.malformed(offset: start))
    case .record:
      var texts: [String] = []
      for value in values.values {
        let place = value.firstIndex < 0 ? "" : "\(value.firstIndex),\(value.secondIndex):"
        let text = values.bytes(of: value, in: buffer.base)
        texts.append(place + String(decoding: text, as: UTF8.self))
      }
      records.append(.values(texts, offset: start))
    }
    start = scanned.next
  }
  return records
}

private func randomText(
  of pieces: [String], count: Int, using generator: inout SplitMix64
) -> [UInt8] {
  var text = ""
  for _ in 0..<count { text += pieces.randomElement(using: &generator) ?? "" }
  return Array(text.utf8)
}

@Suite("Scanners")
struct ScannerTests {
  static let csvPieces = ["\"", "\"", ",", ",", "\n", "\r\n", "\r", "a", "bcdefghijk", " ", "\"\""]

  @Test("delimited records agree with the plain reader", arguments: UInt64(0)..<40)
  func delimited(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let input = randomText(
        of: Self.csvPieces, count: Int.random(in: 0...60, using: &generator), using: &generator)
      let scanner = DelimitedScanner(delimiter: 44, fieldCount: 2, fieldOfColumn: [0, 1])
      let found = scanAll(input) { scanner.scan($0, from: $1, to: $2, into: &$3) }
      let expected = referenceDelimited(input, columnCount: 2)
      #expect(found == expected, "\(String(decoding: input, as: UTF8.self).debugDescription)")
    }
  }

  @Test("boundaries are where the scanner ends a record", arguments: UInt64(0)..<40)
  func boundaries(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let input = randomText(of: Self.csvPieces, count: 30, using: &generator)
      var buffer = ByteBuffer(capacity: input.count)
      buffer.append(input)
      var boundary = RecordBoundary(format: .csv)
      var seen = 0
      while seen < input.count {
        seen = min(input.count, seen + Int.random(in: 1...9, using: &generator))
        boundary.advance(buffer.base, to: seen)
      }
      // A line end at the very end is inside quotes if the record goes on with what follows.
      buffer.append(Array("z\n".utf8))
      let scanner = DelimitedScanner(delimiter: 44, fieldCount: 2, fieldOfColumn: [0, 1])
      var values = RecordValues()
      var start = 0
      var end = 0
      while start < input.count {
        start = scanner.scan(buffer.base, from: start, to: buffer.count, into: &values).next
        if start <= input.count, input[start - 1] == 10 { end = start }
      }
      #expect(boundary.end == end, "\(String(decoding: input, as: UTF8.self).debugDescription)")
    }
  }

  static let jsonPieces = [
    "{", "}", "[", "]", "\"", ",", ":", " ", "a", "\"name\":", "\"p\":", "\"x\"", "1", "-", "0",
    ".5", "e9", "true", "null", "\\u0041", "\\", "\\\"", "\\ud83d\\ude00", "\\ud83d", "é", "\t",
  ]

  @Test("objects agree with the plain reader", arguments: UInt64(0)..<40)
  func objects(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var soundCount = 0
    for _ in 0..<100 {
      var input = Array(randomObject(depth: 3, using: &generator).utf8)
      if Bool.random(using: &generator) {
        let place = Int.random(in: 0...input.count, using: &generator)
        let piece = randomText(of: Self.jsonPieces, count: 1, using: &generator)
        if Bool.random(using: &generator), place < input.count { input.remove(at: place) }
        input.insert(contentsOf: piece, at: min(place, input.count))
      }
      let tree = FieldTree(["name", "p[].name", "p[].x[]"].compactMap { JSONPath($0) })
      var scanner = JSONScanner(tree: tree)
      let found = scanAll(input) { scanner.scan($0, from: $1, to: $2, into: &$3) }
      let expected = referenceRecords(input)
      #expect(found == expected, "\(String(decoding: input, as: UTF8.self))")
      if case .values = expected.first { soundCount += 1 }
    }
    #expect(soundCount > 5)
  }

  private func randomObject(depth: Int, using generator: inout SplitMix64) -> String {
    let keys = ["name", "p", "x", "y", "n\\u0061me", "é"].shuffled(using: &generator)
    let members = keys.prefix(Int.random(in: 0...3, using: &generator)).map {
      "\"\($0)\":" + randomValue(key: $0, depth: depth - 1, using: &generator)
    }
    return "{" + members.joined(separator: [",", " , "].randomElement(using: &generator) ?? ",")
      + "}"
  }

  private func randomValue(
    key: String, depth: Int, using generator: inout SplitMix64
  ) -> String {
    let scalars = ["\"A B\"", "\"\\u00e9\\n\"", "1", "-0.5e1", "true", "null", "\"\"", "\"漢\""]
    let isPlain = depth == 0 || key == "name" || Int.random(in: 0...5, using: &generator) == 0
    if isPlain { return scalars.randomElement(using: &generator) ?? "0" }
    if key == "y" { return randomObject(depth: depth, using: &generator) }
    let elements = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      key == "p"
        ? randomObject(depth: depth, using: &generator)
        : randomValue(key: "name", depth: 0, using: &generator)
    }
    return "[" + elements.joined(separator: ",") + "]"
  }

  /// What is wanted of the object on a line: name, p[].name and p[].x[].
  private func referenceRecords(_ input: [UInt8]) -> [ReferenceRecord] {
    if input.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { return [] }
    guard case .object(let members)? = ReferenceJSONReader.object(input) else {
      return [.malformed(offset: 0)]
    }
    var texts: [String] = []
    var isSound = true
    func scalar(_ value: ReferenceJSON, _ place: String) {
      switch value {
      case .text(let text): texts.append(place + text)
      case .null: break
      case .array, .object: isSound = false
      }
    }
    func elements(_ value: ReferenceJSON) -> [ReferenceJSON] {
      switch value {
      case .array(let elements): return elements
      case .null: return []
      case .text, .object:
        isSound = false
        return []
      }
    }
    for (key, value) in members {
      if key == "name" { scalar(value, "") }
      guard key == "p" else { continue }
      for (i, element) in elements(value).enumerated() {
        switch element {
        case .null: break
        case .text, .array: isSound = false
        case .object(let members):
          for (key, value) in members {
            if key == "name" { scalar(value, "\(i),-1:") }
            guard key == "x" else { continue }
            for (j, text) in elements(value).enumerated() { scalar(text, "\(i),\(j):") }
          }
        }
      }
    }
    return [isSound ? .values(texts, offset: 0) : .malformed(offset: 0)]
  }
}
