internal import NameNormalization
internal import NameScreening

extension EngineVersion {
  /// The engine with the tables inside it and the ICU that they were made from: for `--version`.
  static var text: String {
    let tables = NameTables.builtin
    return "namesift \(current)\ntables \(tables.version)\nICU \(tables.icuVersion)"
  }
}
