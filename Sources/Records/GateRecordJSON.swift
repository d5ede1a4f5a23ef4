package import Watchlists

extension JSONWriter {
  /// Writes what the gate did, as `Data/schema/manifest-1.schema.json` has it, or null.
  package mutating func member(_ key: String, _ gate: GateRecord?) {
    self.key(key)
    guard let gate else { return null() }
    object {
      $0.member("previous_sha256", gate.previousSHA256)
      $0.member("added", gate.addedCount)
      $0.member("changed", gate.changedCount)
      $0.member("removed", gate.removedCount)
      $0.member("held", gate.heldCount)
      $0.member("approved", gate.approvedCount)
      $0.key("suspicions")
      $0.array(gate.suspicions) { suspicion, json in json.value(suspicion) }
    }
  }
}
