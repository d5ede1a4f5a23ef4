import Glibc
import NameScreening
import Testing

@testable import Records

@Suite("Bad input")
struct BadInputTests {
  static let alert = "Zylopharm Trading Limited"

  @Test("empty inputs have no records", arguments: ["in.csv", "in.tsv", "in.jsonl", "in.txt"])
  func empty(name: String) throws {
    let outcome = try screen("", name: name)
    #expect(outcome.output.isEmpty)
    #expect(outcome.result.exitStatus == 0)
    #expect(outcome.result.counts == RecordCounts())
    #expect(outcome.result.isComplete)
  }

  @Test func aHeaderAloneHasNoRecords() throws {
    for input in ["name", "name\n", "name\r\n\r\n"] {
      #expect(try screen(input).result.counts.records == 0)
    }
  }

  @Test("line ends, marks and blank lines do not change names", arguments: [
    "name\nA B\nZylopharm Trading Limited\n",
    "name\nA B\nZylopharm Trading Limited",
    "name\r\nA B\r\nZylopharm Trading Limited\r\n",
    "name\r\nA B\r\nZylopharm Trading Limited\r",
    "\u{FEFF}name\n\nA B\n\r\n\nZylopharm Trading Limited\n\n",
    "\n\r\nname\nA B\nZylopharm Trading Limited\n",
    "\"name\"\r\n\"A B\"\r\n\"Zylopharm Trading Limited\"\r\n",
    "\"name\"\n\"A B\"\n\"Zylopharm Trading Limited\"",
  ])
  func lineEnds(input: String) throws {
    let outcome = try screen(input)
    #expect(outcome.verdicts == ["clear", "alert"])
    #expect(outcome.output.contains(#""text":"Zylopharm Trading Limited""#))
    #expect(outcome.lines.last?.contains(#""number":2,"#) == true)
  }

  @Test("so it is for lines and objects", arguments: [
    ("in.txt", "A B\nZylopharm Trading Limited"),
    ("in.txt", "\u{FEFF}A B\r\n \t\r\nZylopharm Trading Limited\r\n"),
    ("in.jsonl", "{\"name\":\"A B\"}\n{\"name\":\"Zylopharm Trading Limited\"}"),
    ("in.jsonl", "\u{FEFF} {\"name\":\"A B\"}\t\r\n\n  \n{\"name\":\"Zylopharm Trading Limited\"}\r"),
    ("in.tsv", "name\tx\nA B\t\nZylopharm Trading Limited\t"),
  ])
  func lineEnds(name: String, input: String) throws {
    let outcome = try screen(input, name: name) {
      if name.hasSuffix("txt") { $0.inputFormat = .lines }
    }
    #expect(outcome.verdicts == ["clear", "alert"])
    #expect(outcome.output.contains(#""text":"Zylopharm Trading Limited""#))
  }

  @Test func offsetsAndNumbersCountInTheFileAndLinesTooInRejects() throws {
    let outcome = try screen("\u{FEFF}name,x\n\n\"A\nB\",1\nA\nA B,2\n")
    // The mark has 3 bytes, the header 7, the blank line 1.
    #expect(outcome.lines[0].contains(#""number":1,"offset":11}"#))
    #expect(outcome.lines[1].contains(#""number":2,"offset":19}"#))
    #expect(outcome.lines[2].contains(#""number":3,"offset":21}"#))
    #expect(outcome.rejects.map(\.line) == [5])
    #expect(outcome.rejects.map(\.number) == [2])
    #expect(!outcome.rejects.map(\.description).joined().contains("A B"))
  }

  @Test func autoNeverGuessesLines() throws {
    #expect(throws: RunError.self) { try screen("DOE, JOHN\n", name: "in.txt") }
    #expect {
      try screen("JOHN DOE\n", name: "names")
    } throws: {
      "\($0)".contains("--input-format")
    }
  }

  static let csvCases: [(String, [String], RejectReason)] = [
    ("1,a\n2\n3,c\n", ["clear", "rejected", "clear"], .fieldCount(found: 1, expected: 2)),
    ("1,a\n2,b,\n3,c\n", ["clear", "rejected", "clear"], .fieldCount(found: 3, expected: 2)),
    ("1,\"a\n2,b\n", ["rejected"], .unterminatedQuote),
    ("1,\"a\n2,\"b\"\n3,c\n", ["rejected", "clear"], .textAfterQuote(byte: 8)),
    ("1,\"a\"b\n3,c\n", ["rejected", "clear"], .textAfterQuote(byte: 5)),
  ]

  @Test("malformed delimited records are rejected and the run goes on", arguments: csvCases)
  func badCSV(records: String, verdicts: [String], reason: RejectReason) throws {
    let outcome = try screen("id,name\n" + records)
    #expect(outcome.verdicts == verdicts)
    #expect(outcome.rejects.map(\.reason) == [reason])
    #expect(outcome.result.exitStatus == 1)
  }

  @Test func aQuoteInsideAnUnquotedFieldIsPlain() throws {
    let outcome = try screen("id,name\n1,5\" PIPE CO\n2,\(Self.alert)\n")
    #expect(outcome.verdicts == ["clear", "alert"])
  }

  static let jsonCases: [(String, RejectReason?)] = [
    (#"{"name":"a\u00e9\ud83d\ude00\"\\\/\b\f\n\r\t"}"#, nil),
    (#"{"name":"a","b":[1,-0.5e+3,true,false,null,{},[]],"c":{"d":{}}}"#, nil),
    (#"{ "name" : 12.5 , "x" : [ ] }"#, nil),
    (#"{"name":"\ud83d"}"#, .loneSurrogate(byte: 9)),
    (#"{"name":"\ude00"}"#, .loneSurrogate(byte: 9)),
    (#"{"name":"\ud83dx\ude00"}"#, .loneSurrogate(byte: 9)),
    (#"{"name":"a","x":"\ud83d"}"#, .loneSurrogate(byte: 17)),
    (#"{"name":"a","name":"b"}"#, .duplicateKey(byte: 0)),
    (#"{"name":"a","n\u0061me":"b"}"#, .duplicateKey(byte: 0)),
    (#"{"name":"a","x":{"k":1,"k":2}}"#, .duplicateKey(byte: 16)),
    (#"{"name":"a"} x"#, .invalidJSON(byte: 13)),
    (#"{"name":"a""#, .invalidJSON(byte: 11)),
    (#"{"name":"a"#, .invalidJSON(byte: 8)),
    (#"{"name":"a\"#, .invalidJSON(byte: 8)),
    (#"{"name":"a\x"}"#, .invalidJSON(byte: 10)),
    (#"{"name":"a\u12g4"}"#, .invalidJSON(byte: 10)),
    (#"{"name":"#, .invalidJSON(byte: 8)),
    (#"{"name""#, .invalidJSON(byte: 7)),
    (#"{name:1}"#, .invalidJSON(byte: 1)),
    (#"{"name":"a",}"#, .invalidJSON(byte: 12)),
    (#"{"name":01}"#, .invalidJSON(byte: 8)),
    (#"{"name":+1}"#, .invalidJSON(byte: 8)),
    (#"{"name":1.}"#, .invalidJSON(byte: 8)),
    (#"{"name":nul}"#, .invalidJSON(byte: 8)),
    (#"{"name":[1,]}"#, .unexpectedType(path: "name")),
    (#"{"x":[1,],"name":"a"}"#, .invalidJSON(byte: 8)),
    (#"{"x":[1}]}"#, .invalidJSON(byte: 7)),
    (#"["name"]"#, .invalidJSON(byte: 0)),
    ("{\"name\":\"a\tb\"}", .invalidJSON(byte: 8)),
    (#"{"name":{"first":"a"}}"#, .unexpectedType(path: "name")),
    (#"{"debtor_name":["a"]}"#, .unexpectedType(path: "debtor_name")),
  ]

  @Test("JSON is read as RFC 8259 has it", arguments: jsonCases)
  func badJSON(line: String, reason: RejectReason?) throws {
    let outcome = try screen("{\"name\":\"b\"}\n\(line)\n{\"name\":\"c\"}\n", name: "in.jsonl")
    #expect(outcome.rejects.map(\.reason) == (reason.map { [$0] } ?? []))
    #expect(outcome.result.counts.records == 3)
    #expect(outcome.rejects.allSatisfy { $0.line == 2 && $0.number == 2 })
  }

  @Test func nestingHasALimit() throws {
    func nested(_ depth: Int) -> String {
      "{\"name\":\"b\",\"x\":" + String(repeating: "[", count: depth - 1)
        + String(repeating: "]", count: depth - 1) + "}"
    }
    let limit = JSONScanner.depthLimit
    #expect(try screen(nested(limit), name: "in.jsonl").verdicts == ["clear"])
    let deeper = try screen(nested(limit + 1), name: "in.jsonl")
    #expect(deeper.rejects.map(\.reason) == [.tooDeep(limit: limit)])
    let veryDeep = try screen(nested(100_000), name: "in.jsonl")
    #expect(veryDeep.rejects.map(\.reason) == [.tooDeep(limit: limit)])
  }

  @Test func aRepeatedKeyIsFoundAmongThousands() throws {
    let members = (0..<5000).map { "\"k\($0)\":\($0)" }
    let sound = "{\"name\":\"b\"," + members.joined(separator: ",") + "}"
    #expect(try screen(sound, name: "in.jsonl").verdicts == ["clear"])
    let repeated = "{\"name\":\"b\"," + (members + ["\"k17\":0"]).joined(separator: ",") + "}"
    #expect(
      try screen(repeated, name: "in.jsonl").rejects.map(\.reason) == [.duplicateKey(byte: 0)])
  }

  @Test func bytesThatAreNotUTF8AndNULsAreRejected() throws {
    let alert = Array("Zylopharm Trading Limited\n".utf8)
    let input = Array("name\na".utf8) + [0xE9, 10] + Array("b".utf8) + [0, 10] + alert
    let outcome = try screen(input)
    #expect(outcome.verdicts == ["rejected", "rejected", "alert"])
    #expect(
      outcome.rejects.map(\.reason) == [.invalidEncoding(byte: 1), .nulByte(byte: 1)])
  }

  @Test("ill-formed sequences are found", arguments: [
    ([0x41, 0xC3, 0xA9], nil), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0xED, 0x9F, 0xBF], nil),
    ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0x41, 0xC3], 1), ([0xE0, 0x9F, 0x80], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xF0, 0x8F, 0x80, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0), ([0x80], 0), ([0xFF], 0),
    (Array(repeating: 0x41, count: 17) + [0xC3], 17),
  ] as [([UInt8], Int?)])
  func illFormed(bytes: [UInt8], fault: Int?) {
    var buffer = ByteBuffer(capacity: bytes.count)
    buffer.append(bytes)
    let found = TextCheck.fault(in: buffer.base, from: 0, to: buffer.count)
    #expect(found == fault.map { .invalidEncoding(byte: $0) })
  }

  @Test func otherEncodingsAreConverted() throws {
    let latin: [UInt8] = Array("name\nJos".utf8) + [0xE9, 10] + Array("\(Self.alert)\n".utf8)
    for encoding in [TextEncoding.windows1252, .latin1] {
      let outcome = try screen(latin) { $0.encoding = encoding }
      #expect(outcome.verdicts == ["clear", "alert"])
      #expect(outcome.result.byteCount == latin.count)
    }
    // 0x81 is nothing in windows-1252: its record is rejected, the others are not.
    let bad: [UInt8] = Array("name\nA".utf8) + [0x81, 10] + Array("-\u{7f}\n".utf8) + [0xE9, 10]
    let outcome = try screen(bad) { $0.encoding = .windows1252 }
    #expect(outcome.verdicts == ["rejected", "unscreenable", "clear"])
  }

  @Test func utf16IsConvertedAndNamedWhenItIsNotTold() throws {
    let text = "name\r\nJos\u{e9}漢😀\r\n\(Self.alert)\r\n"
    func bytes(bigEndian: Bool) -> [UInt8] {
      text.utf16.flatMap {
        let pair = [UInt8($0 & 0xFF), UInt8($0 >> 8)]
        return bigEndian ? pair.reversed() : pair
      }
    }
    let little = bytes(bigEndian: false)
    let big = bytes(bigEndian: true)
    let cases: [([UInt8], TextEncoding)] = [
      (little, .utf16LittleEndian), (big, .utf16BigEndian), ([0xFF, 0xFE] + little, .utf16),
      ([0xFE, 0xFF] + big, .utf16), ([0xFF, 0xFE] + little, .utf16LittleEndian),
    ]
    for (input, encoding) in cases {
      let outcome = try screen(input) { $0.encoding = encoding }
      #expect(outcome.verdicts == ["clear", "alert"])
    }
    #expect {
      try screen([0xFF, 0xFE] + little)
    } throws: {
      ($0 as? RunError)?.reason == .looksLikeUTF16
    }
    // Half a character at the end.
    let cut = try screen(Array(little.dropLast(3))) { $0.encoding = .utf16LittleEndian }
    #expect(cut.verdicts == ["clear", "rejected"])
  }

  @Test("a record has a longest length", arguments: [1, 7, 64, 1000])
  func limit(chunkByteCount: Int) throws {
    func run(_ input: String, _ format: InputFormat) throws -> Outcome {
      try screen(input, name: "in.txt") {
        $0.inputFormat = format
        $0.maximumRecordByteCount = 40
        $0.chunkByteCount = chunkByteCount
      }
    }
    let full = String(repeating: "a", count: 40)
    let lines = try run("\(full)\n\(full)b\n\(Self.alert)\n\(full)cd", .lines)
    #expect(lines.verdicts == ["clear", "rejected", "alert", "rejected"])
    #expect(lines.rejects.map(\.reason) == [.tooLong(limit: 40), .tooLong(limit: 40)])
    #expect(lines.rejects.map(\.line) == [2, 4])
    #expect(lines.lines.last?.contains(#""number":4,"offset":109}"#) == true)
    let long = String(repeating: "x\n", count: 30)
    let quoted = try run("name\nA B\n\"\(long)\n\(Self.alert)\n", .csv)
    #expect(quoted.rejects.map(\.reason) == [.tooLong(limit: 40)])
    // 40 bytes are passed inside `x\n` number 20; reading goes on with number 21.
    #expect(quoted.result.counts.records == 1 + 1 + 9 + 1)
    #expect(quoted.verdicts.last == "alert")
    let object = "{\"name\":\"\(full)\"}"
    let objects = try run("\(object)\n{\"name\":\"\(Self.alert)\"}\n", .jsonl)
    #expect(objects.verdicts == ["rejected", "alert"])
  }

  @Test func aFieldOfAMegabyteIsScreened() throws {
    let field = String(repeating: "x", count: 1 << 20)
    let outcome = try screen("id,name,note\n1,\(Self.alert),\"\(field)\"\n2,A,\n") {
      $0.chunkByteCount = 4096
    }
    #expect(outcome.verdicts == ["alert", "clear"])
  }

  @Test func aLineOf100MegabytesIsRejectedWithoutBeingHeld() throws {
    let scratch = try Scratch()
    let path = scratch.write(Array("A B\n".utf8), to: "long.txt")
    let descriptor = open(path, O_WRONLY | O_APPEND)
    let piece = [UInt8](repeating: 0x61, count: 1 << 20)
    for _ in 0..<100 {
      _ = piece.withUnsafeBufferPointer { OutputStream.write($0, to: descriptor) }
    }
    let tail = Array("\n\(Self.alert)\n".utf8)
    _ = tail.withUnsafeBufferPointer { OutputStream.write($0, to: descriptor) }
    close(descriptor)
    var configuration = RunConfiguration(inputPaths: [path])
    configuration.inputFormat = .lines
    configuration.threadCount = 1
    configuration.outputPath = "\(scratch.path)/out"
    let before = residentByteCount()
    let result = try screenRecords(configuration, with: testScreener) { _ in }
    #expect(result.counts.records == 3)
    #expect(result.counts.rejected == 1)
    #expect(result.counts.alert == 1)
    // What is held is one record at its limit, while it moves to a larger buffer twice.
    #expect(residentByteCount() - before < 60 << 20)
  }
}

/// The memory of the process now.
func residentByteCount() -> Int {
  let text = String(decoding: readFile("/proc/self/statm") ?? [], as: UTF8.self)
  let parts = text.split(separator: " ")
  return parts.count > 1 ? (Int(parts[1]) ?? 0) * 4096 : 0
}
