/// The version of the engine, which results depend on besides the lists and the tables.
public enum EngineVersion {
  /// The present version; CHANGELOG.md says what changed.
  public static let current = "0.1.0"
}
