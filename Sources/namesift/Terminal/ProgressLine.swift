internal import Dispatch
internal import Records
private import Glibc

/// The line on a terminal that shows how far a run is.
final class ProgressLine {
  private static let intervalMilliseconds = 250

  private let timer: any DispatchSourceTimer

  /// Shows the state of `control` until ``end()``; returns nil when nobody watches.
  init?(_ control: RunControl) {
    guard StandardError.isTerminal else { return nil }
    let start = monotonicSeconds()
    timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "progress"))
    timer.schedule(
      deadline: .now() + .milliseconds(Self.intervalMilliseconds),
      repeating: .milliseconds(Self.intervalMilliseconds))
    timer.setEventHandler {
      StandardError.showProgress(Self.text(control, seconds: monotonicSeconds() - start))
    }
    timer.activate()
  }

  /// Takes the line away.
  func end() {
    timer.cancel()
    StandardError.showProgress("")
  }

  /// Records, rate, alerts and, when the size of the input is known, the time left.
  private static func text(_ control: RunControl, seconds: Double) -> String {
    let records = control.recordCount
    let bytes = control.byteCount
    var text = "\(grouped(records)) records, \(grouped(Int(Double(records) / seconds)))/s, "
    text += "\(grouped(control.alertCount)) alerts"
    if let total = control.totalByteCount, bytes > 0, total > bytes {
      let left = seconds / Double(bytes) * Double(total - bytes)
      text += ", \(bytes * 100 / total) %, \(clock(left)) left"
    }
    return text
  }

  /// Seconds as `m:ss` or `h:mm:ss`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let (hours, minutes) = (whole / 3600, whole / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
  }
}

/// `number` with a comma between thousands.
func grouped(_ number: Int) -> String {
  var text = ""
  for (i, digit) in String(number).reversed().enumerated() {
    if i > 0 && i % 3 == 0 && digit != "-" { text.append(",") }
    text.append(digit)
  }
  return String(text.reversed())
}

/// The seconds of a clock that never goes back.
private func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
