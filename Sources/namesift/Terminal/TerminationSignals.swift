internal import Records
internal import Synchronization
private import Glibc

/// Turns SIGINT and SIGTERM into a request to stop a run.
///
/// The signals are blocked and a thread of its own waits for them, so no code runs in a signal
/// handler. A second signal ends the process at once, for a run that does not come to its end.
final class TerminationSignals: Sendable {
  private let received = Atomic<Int32>(0)
  private let control: RunControl

  /// Watches from now on; call it before the threads of the run are started, which inherit the
  /// blocked signals.
  init(stopping control: RunControl) {
    self.control = control
    var signals = Self.watched
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        // SAFETY: the retain of `passRetained` is never given back: the thread lives as long as
        // the process.
        Unmanaged<TerminationSignals>.fromOpaque(context).takeUnretainedValue().wait()
        return nil
      }, context)
    pthread_detach(thread)
  }

  /// The signal that came, or nil.
  var signal: Int32? {
    let number = received.load(ordering: .acquiring)
    return number == 0 ? nil : number
  }

  private func wait() {
    var signals = Self.watched
    while true {
      var number: Int32 = 0
      guard sigwait(&signals, &number) == 0 else { continue }
      if received.load(ordering: .relaxed) != 0 { _exit(128 + number) }
      received.store(number, ordering: .releasing)
      control.requestStop()
    }
  }

  private static var watched: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}

/// Ends the process as the signal of a closed pipe does, whose status shells show as 141.
func endByClosedPipe() -> Never {
  signal(SIGPIPE, SIG_DFL)
  raise(SIGPIPE)
  // Only reached when the signal is blocked, which we never do.
  _exit(128 + SIGPIPE)
}
