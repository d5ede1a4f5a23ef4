/// The server of `misbehaving-server`, for as long as the value lives.
final class MisbehavingServer {
  /// The port of plain HTTP.
  let port: Int
  /// The port of TLS, with a certificate that nobody trusts; nil without one.
  let securePort: Int?
  private let process: RunningCommand

  /// Starts it; returns nil, after saying so, where there is no Python.
  init?(certificate: String? = nil) throws {
    let script = "\(RunningCommand.packageRoot)/Tests/CommandTests/misbehaving-server"
    process = try RunningCommand(program: script, certificate.map { [$0] } ?? [])
    guard let line = process.readLine(withinMilliseconds: 20_000) else {
      print("skipped: there is no python3")
      return nil
    }
    let ports = try decoded([Int].self, from: line)
    port = ports[0]
    securePort = ports.count > 1 ? ports[1] : nil
  }

  deinit { _ = try? process.finish() }
}
