internal import Dispatch
internal import NameScreening
internal import Synchronization

/// Screens the sample again by brute force.
enum Verifier {
  /// Compares what the index found with what scoring every listed name finds.
  ///
  /// - Parameter samples: The sample in input order.
  static func verify(
    _ samples: [VerificationSample], with screener: Screener, policy: ScreeningPolicy,
    sources: [String], threadCount: Int
  ) -> VerificationResult {
    let next = Atomic<Int>(0)
    let differing = Mutex<[Int]>([])
    let group = DispatchGroup()
    for worker in 0..<max(1, min(threadCount, samples.count)) {
      DispatchQueue(label: "namesift.verify.\(worker)").async(group: group) {
        var worker = ScreeningWorker(screener, policy: policy)
        while true {
          let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard i < samples.count else { return }
          if differs(samples[i], &worker) { differing.withLock { $0.append(i) } }
        }
      }
    }
    group.wait()
    let differences = differing.withLock { $0.sorted() }.map { i in
      VerificationResult.Difference(
        source: sources[samples[i].sourceNumber], offset: samples[i].offset,
        number: samples[i].number)
    }
    return VerificationResult(recordCount: samples.count, differences: differences)
  }

  private static func differs(
    _ sample: VerificationSample, _ worker: inout ScreeningWorker
  ) -> Bool {
    for name in sample.names {
      let verdict = name.text.withUnsafeBufferPointer { text in
        name.party.withFacts { worker.screenExhaustively(text, of: $0) }
      }
      if verdict != name.verdict { return true }
      if case .alert = verdict, worker.matches != name.matches { return true }
    }
    return false
  }
}
