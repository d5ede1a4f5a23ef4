public import CNamesift
private import Glibc
internal import NameNormalization
internal import NameScreening
internal import NameSimilarity
internal import Records
internal import Watchlists

// The functions of `namesift.h`, which says what each does. Here are only the crossings: pointers
// become values, errors become statuses.

/// The version of the interface.
@c @implementation
public func namesift_abi_version() -> UInt32 { UInt32(NAMESIFT_ABI_VERSION) }

/// The version of the engine.
@c @implementation
public func namesift_engine_version() -> UnsafePointer<CChar>! { engineVersion.pointer }

/// Opens an index.
@c @implementation
public func namesift_open(
  _ indexPath: UnsafePointer<CChar>!, _ configuration: UnsafePointer<namesift_configuration>!,
  _ screener: UnsafeMutablePointer<OpaquePointer?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    guard let indexPath, let screener else { throw .argument("no index path or no result") }
    let configuration = try HandleConfiguration(configuration?.pointee ?? namesift_configuration())
    do throws(IndexFileError) {
      let opened = try Screener(indexFile: String(cString: indexPath))
      let handle = ScreenerHandle(
        opened, policy: configuration.policy, judging: configuration.judging)
      screener.pointee = handle.retained()
    } catch {
      throw LibraryError(status: NAMESIFT_INVALID_INDEX, message: error.description)
    }
  }
}

/// Closes a screener.
@c @implementation
public func namesift_close(_ screener: OpaquePointer!) {
  if let screener { ScreenerHandle.release(screener) }
}

/// Describes a screener as JSON.
@c @implementation
public func namesift_describe(
  _ screener: OpaquePointer!, _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    json?.pointee = strdup(try handle(screener).description)
  }
}

/// Screens the rows of a batch.
@c @implementation
public func namesift_screen(
  _ screener: OpaquePointer!, _ schema: UnsafePointer<ArrowSchema>!,
  _ batch: UnsafePointer<ArrowArray>!, _ options: UnsafePointer<namesift_options>!,
  _ result: UnsafeMutablePointer<OpaquePointer?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    let handle = try handle(screener)
    guard let schema, let batch, let result else { throw .argument("no batch or no result") }
    let options = try BatchOptions(options?.pointee ?? namesift_options())
    let table = try ArrowBatch(schema.pointee, batch.pointee)
    var run = try BatchScreener(table, options)
    try handle.withWorker { (worker) throws(LibraryError) in try run.run(by: &worker) }
    result.pointee = ScreeningResult(run).retained()
  }
}

/// What became of the records.
@c @implementation
public func namesift_result_counts(_ result: OpaquePointer!) -> namesift_counts {
  ScreeningResult.of(result).counts
}

/// The matches of a result.
@c @implementation
public func namesift_result_matches(
  _ result: OpaquePointer!, _ schema: UnsafeMutablePointer<ArrowSchema>!,
  _ matches: UnsafeMutablePointer<ArrowArray>!
) {
  ScreeningResult.of(result).matches.fill(schema, matches)
}

/// The notices of a result.
@c @implementation
public func namesift_result_notices(
  _ result: OpaquePointer!, _ schema: UnsafeMutablePointer<ArrowSchema>!,
  _ notices: UnsafeMutablePointer<ArrowArray>!
) {
  ScreeningResult.of(result).notices.fill(schema, notices)
}

/// The matches of several results.
@c @implementation
public func namesift_matches_stream(
  _ results: UnsafePointer<OpaquePointer?>!, _ count: Int,
  _ stream: UnsafeMutablePointer<ArrowArrayStream>!
) {
  let results = UnsafeBufferPointer(start: results, count: count)
  ArrowStream.fill(
    stream, with: results.compactMap { $0.map { ScreeningResult.of($0).matches } },
    columns: MatchTable().finish())
}

/// The notices of several results.
@c @implementation
public func namesift_notices_stream(
  _ results: UnsafePointer<OpaquePointer?>!, _ count: Int,
  _ stream: UnsafeMutablePointer<ArrowArrayStream>!
) {
  let results = UnsafeBufferPointer(start: results, count: count)
  ArrowStream.fill(
    stream, with: results.compactMap { $0.map { ScreeningResult.of($0).notices } },
    columns: NoticeTable().finish())
}

/// Closes a result.
@c @implementation
public func namesift_result_close(_ result: OpaquePointer!) {
  if let result { ScreeningResult.release(result) }
}

/// Screens one name.
@c @implementation
public func namesift_screen_name(
  _ screener: OpaquePointer!, _ party: UnsafePointer<namesift_party>!, _ maximumMatches: Int32,
  _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    guard let party, let json else { throw .argument("no party or no result") }
    let limit = try BatchOptions.count(
      maximumMatches, default: RunConfiguration.defaultMaximumMatchCount)
    json.pointee = strdup(
      try handle(screener).screen(try PartyText(party.pointee), maximumMatchCount: limit))
  }
}

/// The listed parties most like a name.
@c @implementation
public func namesift_explain(
  _ screener: OpaquePointer!, _ party: UnsafePointer<namesift_party>!,
  _ uid: UnsafePointer<CChar>!, _ maximumMatches: Int32,
  _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    guard let party, let json else { throw .argument("no party or no result") }
    let handle = try handle(screener)
    let text = try PartyText(party.pointee)
    let limit = try BatchOptions.count(maximumMatches, default: 3)
    var candidates: [EntryID]?
    if let uid {
      let uid = String(cString: uid)
      candidates = handle.screener.entries(withUID: uid)
      if candidates == [] { throw .argument("no list has an entry '\(uid)'") }
    }
    var explainer = NameExplainer(handle.screener, policy: handle.policy)
    do throws(UnscreenableNameError) {
      let matches = try explainer.explain(
        text.name, of: text.facts, among: candidates, limit: limit)
      json.pointee = strdup("[" + matches.map(\.json).joined(separator: ",") + "]")
    } catch {
      throw .argument("unscreenable: \(error)")
    }
  }
}

/// Scores two names.
@c @implementation
public func namesift_score(
  _ query: UnsafePointer<CChar>!, _ queryLength: Int, _ listed: UnsafePointer<CChar>!,
  _ listedLength: Int, _ type: UnsafePointer<CChar>!, _ score: UnsafeMutablePointer<Double>!,
  _ json: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!
) -> namesift_status {
  status(message) { () throws(LibraryError) in
    guard let score, let query = try text(query, queryLength, "first name"),
      let listed = try text(listed, listedLength, "second name")
    else { throw .argument("fewer than two names, or no result") }
    let type = type.map { PartyType(recordValue: String(cString: $0)) } ?? .unknown
    var scorer = PairScorer(tables: .builtin)
    switch scorer.score(query, listed, type: type) {
    case .unscreenable(let reason): throw .argument("unscreenable: \(reason.words)")
    case .score(let value): score.pointee = Double(value.tenThousandths) / 10_000
    }
    if let json {
      json.pointee =
        scorer.explain(query, listed, type: type)
        .map { strdup(ExplanationJSON.score($0)) } ?? nil
    }
  }
}

/// Frees text.
@c @implementation
public func namesift_free(_ text: UnsafeMutablePointer<CChar>!) { free(text) }

// MARK: - Crossings

/// Runs `body` and hands its error out.
private func status(
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ body: () throws(LibraryError) -> Void
) -> namesift_status {
  do throws(LibraryError) {
    try body()
    return NAMESIFT_OK
  } catch {
    message?.pointee = strdup(error.message)
    return error.status
  }
}

private func handle(_ screener: OpaquePointer?) throws(LibraryError) -> ScreenerHandle {
  guard let screener else { throw .argument("no screener") }
  return ScreenerHandle.of(screener)
}

/// The version as text that stays.
private struct StaticText: @unchecked Sendable {
  // SAFETY: written once, before anyone has the pointer.
  let pointer: UnsafePointer<CChar>?
  init(_ text: String) { pointer = UnsafePointer(strdup(text)) }
}

private let engineVersion = StaticText(EngineVersion.current)
