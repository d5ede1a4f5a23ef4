/// Numbers the classes of legal forms: the kind in the high four bits, the class within it below,
/// from 1.
///
/// A class is written `kind/class`, or `class` where it is the only one of its kind. The kind `any`,
/// of words that do not tell the form, has number 0.
struct LegalClassNumbers {
  private var kinds = ["any"]
  private var classes: [[String]] = [[]]

  /// The number of a class, which is new if it was not met before.
  mutating func number(of text: String, _ row: TabSeparatedFile.Row) throws -> UInt8 {
    let parts = text.split(separator: "/").map(String.init)
    guard let name = parts.first, parts.count <= 2 else {
      throw row.error("'\(text)' is no class of legal forms")
    }
    let kind = kinds.firstIndex(of: name) ?? kinds.count
    if kind == kinds.count {
      kinds.append(name)
      classes.append([])
    }
    let place = classes[kind].firstIndex(of: text) ?? classes[kind].count
    if place == classes[kind].count { classes[kind].append(text) }
    guard kind < 16, place < 15 else { throw row.error("more than 16 kinds or 15 classes of one") }
    return UInt8(kind << 4 | place + 1)
  }
}
