/// A share of ownership from 0 through 100 percent, exact to a millionth of a percent.
///
///     Percentage("49.9")! + Percentage("0.1")! >= .half   // true
public struct Percentage: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The share in millionths of a percent. A sum of several shares may exceed 100,000,000.
  public let millionths: Int

  /// 50 percent.
  public static let half = Percentage(millionths: 50_000_000)
  /// 100 percent.
  public static let whole = Percentage(millionths: 100_000_000)
  static let zero = Percentage(millionths: 0)

  private init(millionths: Int) { self.millionths = millionths }

  /// Reads `60`, `33.333333`, `0.5 %`; nil for anything else, out of 0...100, or with more than six
  /// digits behind the point.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    if text.last == "%" { text.removeLast() }
    while text.last == " " { text.removeLast() }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts[0].utf8.count <= 3,
      let percent = decimal(parts[0].utf8)
    else { return nil }
    var millionths = percent * 1_000_000
    if parts.count == 2 {
      let digits = parts[1].utf8
      guard digits.count <= 6, let fraction = decimal(digits) else { return nil }
      millionths += (digits.count..<6).reduce(fraction) { value, _ in value * 10 }
    }
    guard millionths <= Self.whole.millionths else { return nil }
    self.init(millionths: millionths)
  }

  /// Whether `a` is smaller than `b`.
  public static func < (a: Percentage, b: Percentage) -> Bool { a.millionths < b.millionths }

  /// The sum of two shares.
  public static func + (a: Percentage, b: Percentage) -> Percentage {
    Percentage(millionths: a.millionths + b.millionths)
  }

  /// The share without zeros at the end: `33.3`.
  public var description: String {
    let (percent, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    guard rest > 0 else { return String(percent) }
    var fraction = digits(rest, 6)
    while fraction.last == "0" { fraction.removeLast() }
    return "\(percent).\(fraction)"
  }
}
