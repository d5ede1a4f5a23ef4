internal import JSONDocuments

/// One entity of FollowTheMoney, the model of the data of OpenSanctions.
struct FTMEntity {
  /// The line on which it starts, counting from 1.
  let line: Int
  let id: String
  let schema: String
  let caption: String
  /// Whether it is listed itself, rather than linked to what is; nil when the file does not tell.
  let isTarget: Bool?
  let datasets: [String]
  let lastSeen: CalendarDate?
  let lastChange: CalendarDate?
  /// The texts of its properties, in file order.
  private(set) var properties: [String: [String]] = [:]
  /// The linked entities inside its properties, as nested exports have them.
  private(set) var linked: [FTMEntity] = []

  /// Reads an entity.
  ///
  /// - Throws: ``WatchlistError`` when a required member is missing or of another kind.
  init(_ object: JSONMembers, path: String) throws(WatchlistError) {
    if object.node("op") != nil {
      throw WatchlistError(
        .unsupportedLayout(
          what: "a delta of OpenSanctions, which holds changes only; fetch the whole export"),
        path: path, line: object.line)
    }
    line = object.line
    id = try object.text("id")
    schema = try object.text("schema")
    for (value, key) in [(id, "id"), (schema, "schema")] where value.isEmpty {
      throw WatchlistError(.missingField(name: key), path: path, line: line)
    }
    caption = try object.text("caption")
    isTarget = try object.bool("target")
    datasets = try object.texts("datasets")
    lastSeen = OpenSanctions.day(ofTime: try object.text("last_seen"))
    lastChange = OpenSanctions.day(ofTime: try object.text("last_change"))
    guard let node = object.node("properties") else { return }
    let members = try JSONMembers(
      node, name: "properties", path: path, allowsRepeatedKeys: true)
    for member in members.members {
      for value in members.values(of: member) {
        if case .object = value.value {
          let object = try JSONMembers(value, name: member.key, path: path)
          if Self.linkedSchemas.contains(try object.text("schema")) {
            linked.append(try FTMEntity(object, path: path))
          }
        } else {
          let text = singleLine(try members.text(of: value, name: member.key))
          if !text.isEmpty { properties[member.key, default: []].append(text) }
        }
      }
    }
  }

  /// The schemas of entities that give facts to a party: of the objects inside properties no others
  /// are read.
  static let linkedSchemas: Set<String> = [
    "Address", "Sanction", "Identification", "Passport", "CryptoWallet", "Security",
  ]

  /// The texts of properties, those of the first one first.
  func texts(_ names: String...) -> [String] { names.flatMap { properties[$0] ?? [] } }
}
