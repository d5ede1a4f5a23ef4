internal import CNamesift
internal import Measures
internal import NameScreening
internal import NameSimilarity
internal import Records

/// What a screener is opened with, read and checked.
struct HandleConfiguration {
  var policy = ScreeningPolicy()
  var judging = JudgingConfiguration()

  /// Reads what a caller gives.
  ///
  /// - Throws: ``LibraryError`` for the first part that is refused.
  init(_ configuration: namesift_configuration) throws(LibraryError) {
    guard (0...10_000).contains(configuration.threshold) else {
      throw .argument(
        "threshold is \(configuration.threshold); it must be in 1...10000 ten-thousandths")
    }
    do {
      if let json = configuration.policy {
        policy = try ScreeningPolicy(configuration: Self.bytes(json), path: "policy")
      }
      if let lines = configuration.facts {
        judging.facts = try StatedFacts(
          String(cString: lines).split(separator: "\n").map(String.init))
      }
      if let json = configuration.measures {
        judging.measuresPath = "measures"
        judging.catalogue = judging.catalogue.overridden(
          by: try MeasureCatalogue(measures: Self.bytes(json), path: "measures"))
      }
      judging.instruments = try configuration.instruments_path.map {
        try InstrumentFile(path: String(cString: $0))
      }
      judging.ownership = try configuration.ownership_path.map {
        try OwnershipFile(path: String(cString: $0))
      }
    } catch {
      throw LibraryError(status: NAMESIFT_INVALID_CONFIGURATION, message: "\(error)")
    }
    if let text = configuration.as_of.map({ String(cString: $0) }) {
      guard let time = TransactionTime(text) else {
        throw LibraryError(
          status: NAMESIFT_INVALID_CONFIGURATION,
          message: "as_of: '\(text)' is not a day or a time such as '2022-12-10' or "
            + "'2022-12-10T00:01 Eastern'")
      }
      judging.asOf = time
    }
    if configuration.threshold > 0 {
      policy.replaceThresholds(by: Score(tenThousandths: configuration.threshold))
    }
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    Array(String(cString: text).utf8)
  }
}
