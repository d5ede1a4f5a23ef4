/// The scale on which scores are reported: the same number means the same for every kind of party.
///
/// The share of evidence at which one of a thousand ordinary people alerts is another than that at
/// which one of a thousand companies does. The reported score is a rising, piecewise linear
/// function of it, with 0.85 where at most 0.5 % of ordinary people and 1 % of ordinary companies
/// alert against the SDN list, and 0.70 where labelled pairs of names are told apart best.
public enum ScoreCalibration {
  // Each row: the share of evidence and the score that it is reported as, in ten-thousandths.
  private static func knots(_ party: PartyClass) -> (Knot, Knot) {
    switch party {
    case .person: (Knot(6000, 7000), Knot(7000, 8500))
    case .other: (Knot(6000, 7000), Knot(7200, 8500))
    }
  }

  private struct Knot {
    var share: Int32
    var score: Int32
    init(_ share: Int32, _ score: Int32) {
      self.share = share
      self.score = score
    }
  }

  /// The score that a share of evidence is reported as, both in ten-thousandths.
  static func score(forShare share: Int32, _ party: PartyClass) -> Int32 {
    let (low, high) = knots(party)
    if share < low.share { return interpolate(share, Knot(0, 0), low) }
    if share < high.share { return interpolate(share, low, high) }
    return interpolate(share, high, Knot(Score.scale, Score.scale))
  }

  private static func interpolate(_ share: Int32, _ low: Knot, _ high: Knot) -> Int32 {
    low.score + (share - low.share) * (high.score - low.score) / (high.share - low.share)
  }

  /// The lowest share of evidence that is reported as at least `score`, for any kind of party.
  ///
  /// - Complexity: O(1): a binary search over 10,001 values.
  public static func lowestShare(for score: Score) -> Score {
    var lowest = Score.scale
    for party in PartyClass.allCases {
      var low: Int32 = 0
      var high = Score.scale
      while low < high {
        let middle = (low + high) / 2
        if self.score(forShare: middle, party) >= score.tenThousandths {
          high = middle
        } else {
          low = middle + 1
        }
      }
      lowest = min(lowest, low)
    }
    return Score(tenThousandths: lowest)
  }
}
