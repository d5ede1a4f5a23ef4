/// How alike two names are: 0...1 in steps of one ten-thousandth.
///
/// Scores are integers so that they are the same on every machine, and so that what is printed is
/// what was compared with the threshold.
public struct Score: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The score in ten-thousandths, 0...10000.
  public let tenThousandths: Int32

  /// No likeness.
  public static let zero = Score(unchecked: 0)
  /// The same name.
  public static let one = Score(unchecked: scale)
  /// The number of steps from 0 to 1.
  static let scale: Int32 = 10_000

  private init(unchecked value: Int32) { tenThousandths = value }

  /// Creates a score.
  ///
  /// - Precondition: `value` is in 0...10000.
  public init(tenThousandths value: Int32) {
    precondition((0...Self.scale).contains(value), "a score must be in 0...10000")
    tenThousandths = value
  }

  /// Reads a decimal number such as `0.85`, or returns nil when `text` is not one in 0...1 with at
  /// most four digits after the point.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole == "0" || whole == "1" || whole.isEmpty else { return nil }
    var value: Int32 = whole == "1" ? Self.scale : 0
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard digits.count <= 4, !(whole.isEmpty && digits.isEmpty) else { return nil }
      var step = Self.scale / 10
      for digit in digits {
        guard (0x30...0x39).contains(digit) else { return nil }
        value += Int32(digit - 0x30) * step
        step /= 10
      }
    } else if whole.isEmpty {
      return nil
    }
    guard value <= Self.scale else { return nil }
    tenThousandths = value
  }

  /// Whether `a` is the lower score.
  public static func < (a: Score, b: Score) -> Bool { a.tenThousandths < b.tenThousandths }

  /// The score with four digits after the point, such as `0.8500`.
  public var description: String {
    let digits = String(tenThousandths % Self.scale)
    return "\(tenThousandths / Self.scale)." + String(repeating: "0", count: 4 - digits.count)
      + digits
  }
}
