internal import ArgumentParser
internal import ListFetching
internal import Watchlists

/// Downloads the official files of lists.
struct ListsFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the official files of lists that have changed since the last time.",
    discussion: """
      A file is put into place only when it came whole, parses whole, and is no older than the \
      one there; a receipt beside it tells address, times and SHA-256. Exit status: 0 all are \
      present, 2 one of them could not be fetched or was refused; the others are in place.
      """)

  @Argument(help: ArgumentHelp("The lists, by default all.", valueName: "name"))
  var names: [String] = []

  @Option(name: .long, help: ArgumentHelp("The folder that they go to.", valueName: "folder"))
  var into: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Publishers, addresses and formats, in place of those inside the program.",
      valueName: "file.json"))
  var sources: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A proxy, in place of that of the environment.", valueName: "url"))
  var proxy: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where the files lie under their names, in place of their publishers.", valueName: "url"),
    transform: Self.address)
  var mirror: WebAddress?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Certificates to trust, as PEM, in place of those of the system.", valueName: "file"))
  var caFile: String?

  @Option(name: .long, help: "How often a broken connection or a server error is tried again.")
  var retries = 3

  @Option(name: .long, help: "Seconds to wait for a connection and for the next byte.")
  var timeout = 120

  func validate() throws {
    try require(retries, "--retries", in: 0...10)
    try require(timeout, "--timeout", in: 1...3600)
  }

  func run() throws {
    let isComplete = try reportingFailure {
      let known = try sources.map { path in
        try ListSources(json: try contents(of: path), path: path)
      }
      let wanted = try wanted(of: known ?? .builtin)
      let fetcher = try ListFetcher(configuration)
      return try fetch(wanted, by: fetcher)
    }
    if !isComplete { throw ExitCode.failed }
  }

  private func wanted(of sources: ListSources) throws -> [ListSource] {
    do {
      return try sources.named(names)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  private var configuration: FetchConfiguration {
    var configuration = FetchConfiguration(folder: into)
    configuration.proxy = proxy
    configuration.mirror = mirror
    configuration.certificates = caFile
    configuration.retryCount = retries
    configuration.patience = timeout
    return configuration
  }

  /// Fetches one after the other and tells what became of each.
  ///
  /// - Returns: Whether all are present.
  private func fetch(
    _ sources: [ListSource], by fetcher: borrowing ListFetcher
  ) throws(OutputError) -> Bool {
    var table = TextTable(["list", "outcome", "published", "entries", "file"])
    var isComplete = true
    for source in sources {
      let row: [String]
      do throws(FetchError) {
        let outcome = try fetcher.fetch(source) { received, expected in
          Self.show(source, received, expected)
        }
        switch outcome {
        case .fetched(let list):
          row = ["new", list.published?.description ?? "unknown", grouped(list.entryCount)]
        case .unchanged: row = ["unchanged", "", ""]
        }
      } catch {
        isComplete = false
        row = ["failed", "", ""]
        Self.clearProgress()
        StandardError.write("\(error)")
      }
      Self.clearProgress()
      table.append([source.name] + row + ["\(into)/\(source.file)"])
    }
    var output = StandardOutput()
    for line in table.lines { try output.writeLine(line) }
    try output.flush()
    return isComplete
  }

  private static func show(_ source: ListSource, _ received: Int, _ expected: Int) {
    guard StandardError.isTerminal else { return }
    StandardError.showProgress(
      TransferBar(received: received, expected: expected).text(named: source.name))
  }

  private static func clearProgress() {
    if StandardError.isTerminal { StandardError.showProgress("") }
  }

  private static func address(_ text: String) throws -> WebAddress {
    guard let address = WebAddress(text) else {
      throw ValidationError("'\(text)' is no http or https address")
    }
    return address
  }
}
