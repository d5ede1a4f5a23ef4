import Testing

/// Fetching from a server that misbehaves in every way that those of publishers do.
@Suite("namesift lists fetch", .serialized)
struct FetchTests {
  private struct Receipt: Decodable {
    var url: String
    var fetched: String
    var checked: String
    var sha256: String
    var bytes: Int
    var etag: String?
    var last_modified: String?
  }

  /// A folder with lists, and sources for it on a server.
  private final class Place {
    let server: MisbehavingServer
    let scratch: TemporaryFolder
    let folder: String

    init?() throws {
      guard let server = try MisbehavingServer() else { return nil }
      self.server = server
      scratch = try TemporaryFolder()
      folder = "\(scratch.path)/lists"
    }

    deinit { _ = try? RunningCommand.run(program: "/bin/rm", ["-r", "-f", folder]) }

    /// Fetches the list `own` from an address of the server.
    func fetch(
      _ how: String, kind: String = "namesift", options: [String] = [], scheme: String = "http",
      redirectHosts: String = ""
    ) throws -> RunningCommand.Outcome {
      let sources = try scratch.file(
        "sources.json",
        """
        {"schema": 1, "sources": [{"name": "own", "publisher": "Us", "list": "Own",
          "url": "\(scheme)://127.0.0.1:\(server.port)/\(how)/own", "file": "own.list",
          "kind": "\(kind)", "limit_mib": 1, "redirect_hosts": [\(redirectHosts)],
          "checked": "today"}]}
        """)
      return try RunningCommand.run(
        ["lists", "fetch", "--into", folder, "--sources", sources, "--timeout", "2"]
          + (options.isEmpty ? ["--retries", "0"] : options))
    }

    func receipt() throws -> Receipt {
      try decoded(Receipt.self, from: contents(of: "\(folder)/own.list.receipt.json") ?? "")
    }

    /// Whether the list is there as the server has it.
    var hasList: Bool {
      guard let text = contents(of: "\(folder)/own.list") else { return false }
      return text.split(separator: "\n").count == 41
    }

    /// What is in the folder for incoming files.
    var incoming: String {
      (try? RunningCommand.run(program: "/bin/ls", ["-A", "\(folder)/.incoming"]).output) ?? "?"
    }
  }

  @Test("a list comes with a receipt, and the next time only if it has changed")
  func conditional() throws {
    guard let place = try Place() else { return }
    let first = try place.fetch("good")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("own   new"))
    #expect(place.hasList && place.incoming == "")
    let receipt = try place.receipt()
    #expect(receipt.etag == "\"v1\"" && receipt.last_modified == nil)
    #expect(receipt.url == "http://127.0.0.1:\(place.server.port)/good/own")
    let shown = try RunningCommand.run("lists", "--json", "--list", "\(place.folder)/own.list")
    #expect(shown.output.contains("\"sha256\":\"\(receipt.sha256)\""))
    #expect(shown.output.contains("\"checked\":\"\(receipt.checked)\""))

    let second = try place.fetch("good")
    #expect(second.status == 0 && second.output.contains("own   unchanged"))
    let later = try place.receipt()
    #expect(later.fetched == receipt.fetched && later.checked >= receipt.checked)

    // What was changed by hand is fetched again.
    let path = "\(place.folder)/own.list"
    _ = try RunningCommand.run(program: "/bin/sh", ["-c", "echo x >>'\(path)'"])
    #expect(try place.fetch("good").output.contains("own   new"))
    #expect(place.hasList)
  }

  @Test("a list is recognised by its time, or by its bytes")
  func otherVersions() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("dated").output.contains("own   new"))
    #expect(try place.receipt().last_modified == "Tue, 24 Nov 2026 06:00:00 GMT")
    #expect(try place.fetch("dated").output.contains("own   unchanged"))
    #expect(try place.fetch("plain").output.contains("own   new"))
    #expect(try place.fetch("plain").output.contains("own   unchanged"))
    #expect(try place.fetch("next").output.contains("own   new"))
    #expect(!place.hasList)
  }

  @Test(
    "a bad day leaves the list that is there, and ends with 2",
    arguments: [
      ("gone", "the server answers 404, tried 1 times"),
      ("broken", "the server answers 500, tried 1 times"),
      ("cut", "tried 1 times"), ("chunkcut", "tried 1 times"),
      ("half", "refused: "), ("html", "is a web page"), ("empty", "the file is empty"),
      ("stall", "tried 1 times"), ("long", "longer than the limit of 1048576 bytes"),
      ("away", "redirected to http://localhost"), ("loop", "over 5 times"),
    ])
  func badDays(how: String, message: String) throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("good").status == 0)
    let receipt = try place.receipt()
    let outcome = try place.fetch(how)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("own   failed"))
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.errors.contains("namesift: own: http://127.0.0.1:"))
    #expect(place.hasList && place.incoming == "")
    #expect(try place.receipt().sha256 == receipt.sha256)
    #expect(try place.receipt().checked == receipt.checked)
  }

  @Test("a list that has never come is not there after a bad day")
  func firstBadDay() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("half").status == 2)
    #expect(contents(of: "\(place.folder)/own.list") == nil)
    #expect(contents(of: "\(place.folder)/own.list.receipt.json") == nil)
  }

  @Test("what may pass is tried again, what may not is not")
  func retries() throws {
    guard let place = try Place() else { return }
    let flaky = try place.fetch("flaky", options: ["--retries", "1"])
    #expect(flaky.status == 0, "\(flaky.errors)")
    #expect(place.hasList)
    let broken = try place.fetch("broken", options: ["--retries", "1"])
    #expect(broken.errors.contains("the server answers 500, tried 2 times"))
    let gone = try place.fetch("gone", options: ["--retries", "1"])
    #expect(gone.errors.contains("the server answers 404, tried 1 times"))
  }

  @Test("slow, compressed and moved lists come whole", arguments: ["slow", "gzip", "moved"])
  func goodDays(how: String) throws {
    guard let place = try Place() else { return }
    let outcome = try place.fetch(how)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(place.hasList)
  }

  @Test("a redirection to a host of the list is followed")
  func knownHost() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("away", redirectHosts: "\"localhost\"").status == 0)
    #expect(place.hasList)
  }

  @Test("a list that is older than the one there is refused")
  func older() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("new", kind: "ofac-xml").status == 0)
    let outcome = try place.fetch("old", kind: "ofac-xml")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("published 2020-01-02, before the list in use of 2026-01-02"))
    #expect(contents(of: "\(place.folder)/own.list")?.contains("2026") == true)
  }

  @Test("TLS that is none, or that nobody trusts, is refused")
  func untrusted() throws {
    guard let place = try Place() else { return }
    let none = try place.fetch("good", scheme: "https")
    #expect(none.status == 2 && none.errors.contains("no trusted connection"), "\(none.errors)")
    #expect(contents(of: "\(place.folder)/own.list") == nil)

    let pem = "\(place.scratch.path)/server.pem"
    let made = try RunningCommand.run(
      program: "/usr/bin/env",
      [
        "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", pem, "-out",
        pem + ".cert",
      ])
    guard made.status == 0 else { return print("skipped: there is no openssl") }
    _ = try RunningCommand.run(program: "/bin/sh", ["-c", "cat '\(pem).cert' >>'\(pem)'"])
    guard let server = try MisbehavingServer(certificate: pem), let port = server.securePort
    else { return }
    let mirror = ["--mirror", "https://127.0.0.1:\(port)/good", "--retries", "0"]
    let unknown = try place.fetch("good", options: mirror)
    #expect(unknown.status == 2 && unknown.errors.contains("no trusted connection"))
    let trusted = try place.fetch("good", options: mirror + ["--ca-file", pem + ".cert"])
    #expect(trusted.status == 0 && place.hasList, "\(trusted.errors)")
  }

  @Test("a mirror and a proxy are asked in place of the publisher")
  func mirrorAndProxy() throws {
    guard let place = try Place() else { return }
    let base = "http://127.0.0.1:\(place.server.port)"
    let mirrored = try place.fetch("gone", options: ["--mirror", "\(base)/good"])
    #expect(mirrored.status == 0 && place.hasList, "\(mirrored.errors)")
    #expect(try place.receipt().url == "\(base)/good/own.list")
    // The server is no proxy, and says so.
    let proxied = try place.fetch("good", options: ["--proxy", base, "--retries", "0"])
    #expect(proxied.status == 2 && proxied.errors.contains("the server answers 400"))
  }

  @Test("two runs do not fetch into one folder at once")
  func lock() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("good").status == 0)
    let holder = try RunningCommand(
      program: "/usr/bin/env",
      ["flock", "\(place.folder)/.namesift.lock", "/bin/sh", "-c", "echo locked; cat"])
    guard holder.readLine(withinMilliseconds: 10_000) == "locked" else {
      return print("skipped: there is no flock")
    }
    let outcome = try place.fetch("good")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("\(place.folder): another run is fetching into it"))
    _ = try holder.finish()
    #expect(try place.fetch("good").status == 0)
  }

  @Test("a fetched list has an age, and an old one is refused")
  func age() throws {
    guard let place = try Place() else { return }
    #expect(try place.fetch("good").status == 0)
    let list = "\(place.folder)/own.list"
    let index = "\(place.scratch.path)/own.nsx"
    #expect(
      try RunningCommand.run("compile", "--list", list, "--output", index).status == 0)
    func screen() throws -> RunningCommand.Outcome {
      try RunningCommand.run(
        "screen", "--index", index, "--max-age", "1h", "--input-format", "lines", "--manifest",
        "\(place.scratch.path)/run.json", input: "Zumbral Works 7\n")
    }
    #expect(try screen().status == 0)
    #expect(place.scratch.text("run.json")?.contains("\"max_list_age\":\"1h\"") == true)

    let receipt = try place.receipt()
    let old = (contents(of: "\(list).receipt.json") ?? "")
      .replacing("\"checked\":\"\(receipt.checked)\"", with: "\"checked\":\"2026-01-02T03:04:05Z\"")
    _ = try RunningCommand.run(
      program: "/bin/sh", ["-c", "cat >'\(list).receipt.json'"], input: Array(old.utf8))
    #expect(
      try RunningCommand.run("compile", "--list", list, "--output", index).status == 0)
    let refused = try screen()
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.errors.contains("the list own.list is of 2026-01-02T03:04:05Z"))
    #expect(refused.errors.contains("the limit is 1h"))
  }

  @Test("wrong names and sources are told")
  func usage() throws {
    let folder = try TemporaryFolder()
    let unknown = try RunningCommand.run("lists", "fetch", "ofac", "--into", folder.path)
    #expect(unknown.status == 64 && unknown.errors.contains("no list 'ofac'; there are ofac-sdn"))
    let sources = try folder.file("s.json", "{\"schema\": 1}")
    let wrong = try RunningCommand.run(
      "lists", "fetch", "--into", folder.path, "--sources", sources)
    #expect(wrong.status == 2 && wrong.errors.contains("\(sources):1: key 'sources' is missing"))
    #expect(try RunningCommand.run("lists", "fetch").status == 64)
    let mirror = try RunningCommand.run(
      "lists", "fetch", "--into", folder.path, "--mirror", "file:///x")
    #expect(mirror.status == 64)
  }
}
