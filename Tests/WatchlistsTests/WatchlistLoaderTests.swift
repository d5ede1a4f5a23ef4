import Testing

@testable import Watchlists

@Suite("Loading lists")
struct WatchlistLoaderTests {
  private let folder = TemporaryFolder()
  private static let text = "uid,name\n1,Acme\n"

  @Test("compressed and plain files give the same entries and each their own digest")
  func readsGzip() throws {
    let bytes = Array(Self.text.utf8)
    let plain = try WatchlistLoader.load(specification: folder.write("a.csv", bytes))
    let packed = try WatchlistLoader.load(specification: folder.write("a.csv.gz", gzip(bytes)))
    let members = gzip(Array(bytes[..<5])) + gzip(Array(bytes[5...]))
    let joined = try WatchlistLoader.load(specification: folder.write("b.dat", members))
    #expect(plain.entries == packed.entries)
    #expect(joined.entries.count == 1)
    #expect(plain.summary.sha256 != packed.summary.sha256)
    // sha256sum of the text.
    #expect(
      plain.summary.sha256 == "c518e738f0982f747931dfe62b4434a108c292d824bdfa5a116720300da158bd")
  }

  @Test("gzip that is cut, damaged or too long is refused")
  func refusesBadGzip() {
    let packed = gzip(Array(Self.text.utf8))
    var damaged = packed
    damaged[packed.count - 5] ^= 1
    let cases: [([UInt8], WatchlistError.Reason)] = [
      (packed.dropLast(9), .gzipCut), (packed.dropLast(1), .gzipCut), (damaged, .gzipDamaged),
      (packed + [1, 2, 3], .gzipDamaged),
    ]
    for (bytes, reason) in cases {
      #expect(throws: WatchlistError(reason, path: "x")) {
        try SourceFile(path: "x", stored: bytes)
      }
    }
    #expect(throws: WatchlistError(.tooLarge(limit: 10, isDecompressed: true), path: "x")) {
      try SourceFile(path: "x", stored: packed, limit: 10)
    }
    #expect(throws: Never.self) {
      try SourceFile(path: "x", stored: packed, limit: Self.text.utf8.count)
    }
  }

  @Test("files over the limit, missing files and directories without a set are refused")
  func refusesUnreadable() {
    let path = folder.write("a.csv", Self.text)
    #expect(throws: WatchlistError(.tooLarge(limit: 5, isDecompressed: false), path: path)) {
      try SourceFile(path: path, limit: 5)
    }
    #expect(throws: WatchlistError(.noMainFile(found: 0), path: folder.path)) {
      try WatchlistLoader.load(specification: folder.path)
    }
    #expect(
      throws: WatchlistError(
        .unreadable(operation: "open", message: "No such file or directory"), path: "/no/file")
    ) {
      try WatchlistLoader.load(specification: "/no/file")
    }
  }

  @Test(
    "what is no list is refused",
    arguments: [
      ("", WatchlistError.Reason.empty, 0), ("\u{FEFF}", .empty, 0),
      ("<!DOCTYPE html><html></html>", .html, 1), ("  <HTML>", .html, 1),
      ("hello, world\n", .unknownFormat, 0), ("<other/>", .unknownFormat, 0), ("\n\n", .empty, 0),
    ])
  func refusesOtherContent(text: String, reason: WatchlistError.Reason, line: Int) {
    let path = folder.write("list.csv", text)
    #expect(throws: WatchlistError(reason, path: path, line: line)) {
      try WatchlistLoader.load(specification: path)
    }
  }

  @Test("only known kinds are prefixes; other colons belong to the path")
  func splitsSpecification() throws {
    let path = folder.write("odd:name.csv", "\u{FEFF}" + Self.text)
    #expect(try WatchlistLoader.load(specification: path).entries.count == 1)
    #expect(try WatchlistLoader.load(specification: "auto:" + path).entries.count == 1)
    #expect(try WatchlistLoader.load(specification: "namesift:" + path).entries.count == 1)
    #expect(throws: WatchlistError(.missingColumn(name: "source"), path: path, line: 1)) {
      try WatchlistLoader.load(specification: "csl:" + path)
    }
  }

  @Test("parts are refused for lists that have none")
  func refusesParts() {
    let path = folder.write("a.csv", Self.text)
    for specification in [path, "builtin:"] {
      #expect(throws: WatchlistError.self) {
        try WatchlistLoader.load(specification: specification, parts: [path])
      }
    }
  }

  @Test("errors say where, what and how much")
  func describesErrors() {
    let error = WatchlistError(
      .wrongColumnCount(actual: 8, expected: 29), path: "csl.csv", line: 4228)
    #expect(
      "\(error)" == "csl.csv:4228: the row has 8 columns instead of 29: it was cut or joined")
    let whole = WatchlistError(.wrongEntryCount(actual: 9, stated: 10), path: "sdn.xml")
    #expect("\(whole)" == "sdn.xml: the file holds 9 entries but says that it has 10")
  }
}

@Suite("CSV")
struct CSVScannerTests {
  private func rows(_ text: String) throws -> [[String]] {
    let file = try SourceFile(path: "x", stored: Array(text.utf8))
    var scanner = CSVScanner(file)
    var row = CSVRow()
    var rows: [[String]] = []
    while try scanner.next(&row) { rows.append(["\(row.line)"] + row.fields.map { file.text($0) }) }
    return rows
  }

  @Test(
    "rows are split as RFC 4180 has it",
    arguments: [
      ("a,b\nc,d\n", [["1", "a", "b"], ["2", "c", "d"]]),
      ("a,b\r\nc,\r\n", [["1", "a", "b"], ["2", "c", ""]]),
      ("\"a\"\"b\",\"c\nd\"\ne", [["1", "a\"b", "c\nd"], ["3", "e"]]),
      ("\"\"\"\"\n", [["1", "\""]]), ("\n\na\n\n", [["3", "a"]]),
      ("\"\",\n", [["1", "", ""]]), ("a\"b,c\n", [["1", "a\"b", "c"]]),
      (",", [["1", "", ""]]), ("a\rb\n", [["1", "a\rb"]]),
    ])
  func splits(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test("unbalanced quotes and endless fields are refused")
  func refuses() {
    let limit = CSVScanner.maximumFieldByteCount
    for (text, reason, line) in [
      ("a\n\"b\n", WatchlistError.Reason.unterminatedQuote, 2), ("\"a\"b\n", .textAfterQuote, 1),
      (String(repeating: "a", count: limit + 1), .fieldTooLong(limit: limit), 1),
      ("\"" + String(repeating: "a", count: limit + 1) + "\"", .fieldTooLong(limit: limit), 1),
    ] {
      #expect(throws: WatchlistError(reason, path: "x", line: line)) { try rows(text) }
    }
    #expect(throws: Never.self) { try rows(String(repeating: "a", count: limit)) }
  }
}
