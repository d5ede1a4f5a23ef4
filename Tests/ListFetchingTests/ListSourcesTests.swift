import Testing

@testable import ListFetching

@Suite("Sources of lists")
struct ListSourcesTests {
  private static let good = """
    {"schema": 1, "sources": [
      {"name": "own", "publisher": "Us", "list": "Own list", "url": "https://lists.example/own.csv",
       "file": "own.csv", "kind": "namesift", "limit_mib": 1, "redirect_hosts": ["CDN.example"],
       "checked": "never"}
    ]}
    """

  @Test("those inside the program are sound, secure, and dated")
  func builtin() throws {
    let sources = ListSources.builtin.all
    #expect(sources.count == 9)
    #expect(sources.allSatisfy { $0.url.isSecure && !$0.publisher.isEmpty })
    #expect(try ListSources.builtin.named([]) == sources)
    #expect(try ListSources.builtin.named(["us-csl"]).map(\.file) == ["us_csl.csv"])
    let error = #expect(throws: UnknownSource.self) { try ListSources.builtin.named(["ofac"]) }
    #expect(error?.description.contains("no list 'ofac'; there are ofac-sdn, ") == true)
  }

  @Test("a file is read")
  func reads() throws {
    let sources = try ListSources(json: Array(Self.good.utf8), path: "s.json")
    let source = try #require(sources.all.first)
    #expect(source.name == "own" && source.kind == .namesift && source.byteLimit == 1 << 20)
    #expect(source.url.host == "lists.example" && source.redirectHosts == ["cdn.example"])
  }

  @Test(
    "what is wrong is told with its line",
    arguments: [
      (#""schema": 1"#, #""schema": 2"#, "s.json:1: schema is not 1"),
      (#""list": "Own list", "#, "", "s.json:2: key 'list' is missing"),
      (#""name": "own""#, #""name": """#, "s.json:2: name is not a text"),
      ("https://lists.example/own.csv", "ftp://lists.example", "url is no http or https address"),
      (#""own.csv","#, #""../own.csv","#, "file is not a plain name of a file"),
      (#""own.csv","#, #"".own.csv","#, "file is not a plain name of a file"),
      (#""namesift""#, #""builtin""#, "kind is no format of lists"),
      (#""namesift""#, #""new""#, "kind is no format of lists"),
      (#""limit_mib": 1"#, #""limit_mib": 0"#, "limit_mib is not in 1...512"),
      (#""checked""#, #""cheked""#, "s.json:4: unknown key 'cheked'"),
      (#"["CDN.example"]"#, "[1]", "redirect_hosts has no texts"),
      ("]}", "", "s.json:5: "),
    ])
  func refuses(text: String, replacement: String, message: String) {
    let json = Self.good.replacing(text, with: replacement)
    let error = #expect(throws: ListSourcesError.self) {
      try ListSources(json: Array(json.utf8), path: "s.json")
    }
    #expect(error?.description.contains(message) == true, "\(error as Any)")
  }

  @Test("names and files come once")
  func refusesRepeats() {
    let entry = Self.good.split(separator: "\n").dropFirst().dropLast().joined()
    let json = #"{"schema": 1, "sources": ["# + entry + "," + entry + "]}"
    let error = #expect(throws: ListSourcesError.self) {
      try ListSources(json: Array(json.utf8), path: "s.json")
    }
    #expect(error?.words == "the name or the file of 'own' comes twice")
  }

  @Test(
    "addresses tell who answers",
    arguments: [
      ("https://Lists.Example/a?b", "lists.example", true), ("HTTP://a:80", "a", false),
      ("http://127.0.0.1:8080/x", "127.0.0.1", false),
    ])
  func addresses(text: String, host: String, isSecure: Bool) throws {
    let address = try #require(WebAddress(text))
    #expect(address.host == host && address.isSecure == isSecure && address.description == text)
  }

  @Test(
    "what may lead elsewhere is no address",
    arguments: [
      "", "lists.example", "file:///etc/passwd", "https://", "https:///x", "https://user@host/",
      "https://good.example\\@bad.example/", "https://a b/", "https://a:80x/", "https://ä.example/",
    ])
  func noAddresses(text: String) { #expect(WebAddress(text) == nil) }
}
