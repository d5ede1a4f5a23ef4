internal import NameNormalization

/// What results depend on besides the lists: it goes into manifests and `--version`.
enum EngineVersion {
  /// The version of the engine; CHANGELOG.md says what changed.
  static let engine = "0.1.0"

  /// The engine with the tables inside it and the ICU that they were made from.
  static var text: String {
    let tables = NameTables.builtin
    return "namesift \(engine)\ntables \(tables.version)\nICU \(tables.icuVersion)"
  }
}
