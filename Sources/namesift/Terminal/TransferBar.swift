/// How far a file has come, as a bar.
struct TransferBar {
  /// The bytes that have come.
  let received: Int
  /// The bytes of the whole file, or 0 when the server does not tell.
  let expected: Int

  private static let width = 30

  /// `us-csl [=========>                    ] 31 %, 3.1 of 10.0 MiB`.
  func text(named name: String) -> String {
    guard expected > 0, received <= expected else {
      return "\(name) \(Self.mebibytes(received)) MiB"
    }
    let filled = received * Self.width / expected
    let head = filled < Self.width ? ">" : ""
    let bar =
      String(repeating: "=", count: filled) + head
      + String(repeating: " ", count: Self.width - filled - head.count)
    return "\(name) [\(bar)] \(received * 100 / expected) %, "
      + "\(Self.mebibytes(received)) of \(Self.mebibytes(expected)) MiB"
  }

  private static func mebibytes(_ count: Int) -> String {
    let tenths = (count * 10) >> 20
    return "\(tenths / 10).\(tenths % 10)"
  }
}
