import TestSupport
import Testing

@testable import Watchlists

@Suite("Damaged XML lists")
struct DamagedXMLTests {
  private let folder = TemporaryFolder()

  /// A small list of each format, without white space between the root and its first child.
  static let lists: [(kind: WatchlistKind, text: String)] = [
    (
      .ofacXML,
      "<sdnList xmlns='x'><publshInformation/><sdnEntry><uid>1</uid><lastName>ACME</lastName>"
        + "<sdnType>Entity</sdnType></sdnEntry></sdnList>"
    ),
    (
      .ofacAdvancedXML,
      "<Sanctions xmlns='x'><DistinctParties><DistinctParty><Profile ID='1'><Identity><Alias>"
        + "<DocumentedName><DocumentedNamePart><NamePartValue>ACME</NamePartValue>"
        + "</DocumentedNamePart></DocumentedName></Alias></Identity></Profile></DistinctParty>"
        + "</DistinctParties></Sanctions>"
    ),
    (
      .ofacEnhancedXML,
      "<sanctionsData xmlns='x'><entities><entity id='1'><names><name><translations><translation>"
        + "<formattedFullName>ACME</formattedFullName></translation></translations></name></names>"
        + "</entity></entities></sanctionsData>"
    ),
    (
      .euXML,
      "<export xmlns='x' generationDate='2026-01-02'><sanctionEntity logicalId='1'>"
        + "<subjectType code='enterprise'/><nameAlias wholeName='ACME'/></sanctionEntity></export>"
    ),
    (
      .secoXML,
      "<swiss-sanctions-list date='2026-01-02'><target ssid='1'><entity><identity><name>"
        + "<name-part><value>ACME</value></name-part></name></identity></entity></target>"
        + "</swiss-sanctions-list>"
    ),
    (
      .semaXML,
      "<data-set><record><Country>Iran</Country><Item>1</Item><EntityOrShip>ACME</EntityOrShip>"
        + "</record></data-set>"
    ),
    (
      .unXML,
      "<CONSOLIDATED_LIST dateGenerated='2026-02-27'><ENTITIES><ENTITY><FIRST_NAME>ACME"
        + "</FIRST_NAME><REFERENCE_NUMBER>A1</REFERENCE_NUMBER></ENTITY></ENTITIES>"
        + "</CONSOLIDATED_LIST>"
    ),
  ]

  /// The text with something put before the root or right behind its start tag.
  private func list(
    _ kind: WatchlistKind, before: String = "", inside: String = ""
  ) throws -> String {
    let text = try #require(Self.lists.first { $0.kind == kind }?.text)
    let start = try #require(text.firstIndex(of: ">"))
    return before + text[...start] + inside + text[text.index(after: start)...]
  }

  private func error(_ text: String) throws -> WatchlistError? {
    try error(Array(text.utf8))
  }

  private func error(_ bytes: [UInt8]) throws -> WatchlistError? {
    #expect(throws: WatchlistError.self) {
      try WatchlistLoader.load(specification: folder.write("list.xml", bytes))
    }
  }

  @Test("whole lists of each format load", arguments: lists.map(\.kind))
  func loadsWhole(kind: WatchlistKind) throws {
    let path = folder.write("list.xml", try list(kind))
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.summary.kind == kind && list.entries.map(\.names[0].text) == ["ACME"])
    #expect(list.entries[0].names[0].type == .primary)
  }

  @Test(
    "an unknown element beside the parties is a warning, or an error", arguments: lists.map(\.kind))
  func tellsUnknownElements(kind: WatchlistKind) throws {
    let path = folder.write(
      "list.xml", try list(kind, inside: "\n<spaceships><ship/></spaceships>"))
    let message = "unknown element 'spaceships'"
    let list = try WatchlistLoader.load(specification: path)
    #expect(list.summary.warnings.contains { $0.message == message && $0.line == 2 })
    #expect(throws: WatchlistError(.incomplete(what: message), path: path, line: 2)) {
      try WatchlistLoader.load(specification: path, requireComplete: true)
    }
  }

  @Test("entities that expand, or stand in other files, are refused", arguments: lists.map(\.kind))
  func refusesEntities(kind: WatchlistKind) throws {
    let laughs = (1...9).map { "<!ENTITY l\($0) '&l\($0 - 1);&l\($0 - 1);&l\($0 - 1);'>" }
    for type in [
      "[<!ENTITY l0 'lol'>\(laughs.joined(separator: "\n"))]",
      "[<!ENTITY file SYSTEM 'file:///etc/passwd'>]", "SYSTEM 'http://example.com/list.dtd'",
    ] {
      let text = try list(kind, before: "<?xml version='1.0'?>\n<!DOCTYPE list \(type)>\n")
      let error = try error(text)
      #expect(error?.reason == .documentType && error?.line == 2)
    }
    let undefined = try error(try list(kind, before: "\n", inside: "&l9;"))
    #expect(undefined?.reason == .malformedXML(message: "undefined entity"))
    #expect(undefined?.line == 2)
  }

  @Test("a list on one line of ten megabytes loads whole", arguments: lists.map(\.kind))
  func readsLongLine(kind: WatchlistKind) throws {
    // Comments are no part of any element.
    let comment = "<!--\(String(repeating: "x", count: 999))-->"
    let text = try list(kind, inside: String(repeating: comment, count: 10_000))
    let path = folder.write("list.xml", text)
    #expect(try WatchlistLoader.load(specification: path).entries.count == 1)
  }

  @Test("a text and an attribute of ten megabytes are refused", arguments: lists.map(\.kind))
  func refusesLongText(kind: WatchlistKind) throws {
    let long = String(repeating: "x", count: 10 << 20)
    for inside in ["\n<a>\(long)</a>", "\n<a b='\(long)'/>"] {
      let error = try error(try list(kind, inside: inside))
      #expect(error?.reason == .fieldTooLong(limit: 1 << 20) && error?.line == 2)
    }
  }

  @Test("another encoding, declared or real, is refused", arguments: lists.map(\.kind))
  func refusesEncodings(kind: WatchlistKind) throws {
    for name in ["windows-1252", "ISO-8859-1", "UTF-16", "no-such"] {
      let declaration = "<?xml version='1.0' encoding='\(name)'?>"
      let error = try error(try list(kind, before: declaration))
      #expect(error?.reason == .declaredEncoding(name: name) && error?.line == 1)
    }
    let declaration = "<?xml version='1.0' encoding='utf-8'?>\n"
    let text = try list(kind, before: declaration, inside: "<a>caf?</a>")
    let bytes = Array(text.utf8)
    let position = try #require(bytes.lastIndex(of: UInt8(ascii: "?")))
    let latin = bytes[..<position] + [0xE9] + bytes[(position + 1)...]
    let latinError = try error(Array(latin))
    #expect(latinError?.reason == .notUTF8(offset: position) && latinError?.line == 2)
  }

  @Test("tags that do not match are refused with their line", arguments: lists.map(\.kind))
  func refusesMismatch(kind: WatchlistKind) throws {
    let error = try error(try list(kind, inside: "\n<a>\n<b></a>\n</b>"))
    #expect(error?.reason == .malformedXML(message: "mismatched tag") && error?.line == 3)
  }

  @Test("a missing namespace is refused where the published list has one")
  func refusesMissingNamespace() throws {
    let named = Self.lists.filter { $0.text.contains(" xmlns='") }
    #expect(named.contains { $0.kind == .ofacXML })
    for (_, text) in named {
      let root = text.dropFirst().prefix { $0 != " " }
      let bare = "\n" + text.replacing(#/ xmlns='[^']*'/#, with: "")
      let error = try error(bare)
      #expect(error?.reason == .missingNamespace(root: String(root)) && error?.line == 2)
    }
    for (_, text) in Self.lists {
      let root = text.dropFirst().prefix { $0 != " " && $0 != ">" }
      let prefixed = text.replacing("<\(root)", with: "<p:\(root)")
      #expect(try error(prefixed)?.reason == .malformedXML(message: "unbound prefix"))
    }
  }

  @Test("deep nesting is refused", arguments: lists.map(\.kind))
  func refusesDeepNesting(kind: WatchlistKind) throws {
    let deep = String(repeating: "\n<a>", count: 100)
    let error = try error(try list(kind, inside: deep))
    #expect(error?.reason == .nestedTooDeep(limit: 64) && error?.line == 65)
  }

  @Test("an element with too many elements inside is refused")
  func refusesManyElements() throws {
    let limit = XMLElementScanner.maximumElementCount
    let many = "<a>\(String(repeating: "<b/>", count: limit))</a>"
    #expect(try error(try list(.unXML, inside: many))?.reason == .tooManyElements(limit: limit))
  }

  @Test("an empty file and one cut anywhere are refused", arguments: lists.map(\.kind))
  func refusesCuts(kind: WatchlistKind) throws {
    let bytes = Array(try list(kind).utf8)
    #expect(try error([])?.reason == .empty)
    for count in 1..<bytes.count {
      #expect(try error(Array(bytes[..<count])) != nil, "\(count) bytes")
    }
  }

  @Test("damaged bytes never crash a reader", arguments: UInt64(0)..<10)
  func neverCrash(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let odd = Array("<>/&'=\"# \n0é".utf8) + [0, 0xFF]
    for text in [
      OFACAdvancedXMLTests.text, OFACEnhancedXMLTests.text, EUXMLTests.text, UNXMLTests.text,
      SECOXMLTests.text,
      SEMAXMLTests.text,
    ] {
      for _ in 0..<20 {
        var bytes = Array(text.utf8)
        for _ in 0...Int.random(in: 0..<3, using: &generator) {
          let position = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[position] = odd[Int.random(in: 0..<odd.count, using: &generator)]
        }
        let path = folder.write("list.xml", bytes)
        guard let list = try? WatchlistLoader.load(specification: path) else { continue }
        let isWhole = list.entries.allSatisfy { !$0.names.isEmpty && !$0.names[0].text.isEmpty }
        #expect(isWhole, "\(bytes)")
      }
    }
  }
}
