internal import NameScreening
internal import Watchlists

/// A record of the sample that is screened again after the run.
struct VerificationSample {
  /// What screening one of its names gave.
  struct Name {
    var text: [UInt8]
    var party: OwnedPartyFacts
    var verdict: NameVerdict
    var matches: [NameMatch]
  }

  /// Its place in the order of sampling.
  var rank: UInt64
  var sourceNumber: Int
  var offset: Int
  /// Its number, counting from 1: in the chunk at first, in the source once the writer has it.
  var number: Int
  var names: [Name] = []

  /// The rank of a record: the sample is the records with the lowest, so it depends on neither
  /// threads nor chunks. Source: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  static func rank(seed: UInt64, sourceNumber: Int, offset: Int) -> UInt64 {
    var z = seed &+ UInt64(offset) &* 0x9E37_79B9_7F4A_7C15
    z ^= UInt64(sourceNumber) &* 0xD1B5_4A32_D192_ED03
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What a record tells of a party, kept when the record is gone.
struct OwnedPartyFacts {
  private let type: PartyType
  private let birthDate: [UInt8]?
  private let country: [UInt8]?

  init(_ facts: PartyFacts) {
    type = facts.type
    birthDate = facts.birthDate.map { Array($0) }
    country = facts.country.map { Array($0) }
  }

  /// Calls `body` with the facts, whose bytes are valid until it returns.
  func withFacts<Result>(_ body: (PartyFacts) -> Result) -> Result {
    (birthDate ?? []).withUnsafeBufferPointer { dateBytes in
      (country ?? []).withUnsafeBufferPointer { countryBytes in
        body(
          PartyFacts(
            type: type, birthDate: birthDate == nil ? nil : dateBytes,
            country: country == nil ? nil : countryBytes))
      }
    }
  }
}

/// The lowest-ranking records so far.
struct VerificationReservoir: ~Copyable {
  private let limit: Int
  private(set) var samples: [VerificationSample] = []
  /// Records of this rank and higher are no longer wanted.
  private(set) var bound = UInt64.max

  init(limit: Int) {
    self.limit = limit
    if limit == 0 { bound = 0 }
  }

  /// Adds a record. Room for twice the sample is filled and then cut, so that adding costs
  /// O(log n) on average.
  mutating func add(_ sample: VerificationSample) {
    guard sample.rank < bound else { return }
    samples.append(sample)
    if samples.count >= 2 * limit { cut() }
  }

  /// The sample, in input order.
  mutating func finish() -> [VerificationSample] {
    cut()
    return samples.sorted { ($0.sourceNumber, $0.offset) < ($1.sourceNumber, $1.offset) }
  }

  private mutating func cut() {
    guard samples.count > limit else { return }
    samples.sort { $0.rank < $1.rank }
    samples.removeSubrange(limit...)
    if let last = samples.last { bound = last.rank }
  }
}
