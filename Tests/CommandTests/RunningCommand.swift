import Glibc
import Synchronization

/// A `namesift` that runs as a process of its own, with pipes to its three standard streams.
final class RunningCommand {
  /// How a process ended, and what it wrote.
  struct Outcome {
    /// The exit status, or nil when a signal ended it.
    var status: Int32?
    /// The signal that ended it, or nil.
    var signal: Int32?
    /// What it wrote to stdout.
    var output = ""
    /// What it wrote to stderr.
    var errors = ""

    /// The lines of the output.
    var lines: [Substring] { output.split(separator: "\n") }
  }

  /// A process that could not be started or talked to.
  struct Failure: Error {
    var operation: String
    var errno: Int32
  }

  private let process: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32

  // Pipe ends are inherited until they are marked, so only one process is started at a time.
  private static let starting = Mutex(())

  /// Starts the command.
  ///
  /// - Parameters:
  ///   - program: The program to start in place of `namesift`.
  ///   - outputPath: A file to take stdout, in place of the pipe.
  init(program: String = binary, _ arguments: [String], outputPath: String? = nil) throws {
    // A test that writes to a command that has ended must get an error, not a signal.
    signal(SIGPIPE, SIG_IGN)
    (process, input, output, errors) = try Self.starting.withLock { _ in
      try Self.start(program, arguments, outputPath: outputPath)
    }
  }

  private static func start(
    _ program: String, _ arguments: [String], outputPath: String?
  ) throws -> (process: pid_t, input: Int32, output: Int32, errors: Int32) {
    let (childInput, input) = try pipe()
    let (output, childOutput) = try pipe()
    let (errors, childErrors) = try pipe()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, childInput, 0)
    posix_spawn_file_actions_adddup2(&actions, childOutput, 1)
    if let outputPath { posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY, 0) }
    posix_spawn_file_actions_adddup2(&actions, childErrors, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, program, &actions, &attributes, words, environ)
    for end in [childInput, childOutput, childErrors] { close(end) }
    guard status == 0 else { throw Failure(operation: program, errno: status) }
    return (process, input, output, errors)
  }

  /// Runs the command to its end.
  static func run(
    _ arguments: String..., input: String = "", outputPath: String? = nil
  ) throws -> Outcome {
    try run(arguments, input: Array(input.utf8), outputPath: outputPath)
  }

  /// Runs the command, or another program, to its end.
  static func run(
    program: String = binary, _ arguments: [String], input: [UInt8] = [],
    outputPath: String? = nil
  ) throws -> Outcome {
    let command = try RunningCommand(program: program, arguments, outputPath: outputPath)
    return try command.finish(sending: input)
  }

  deinit {
    for end in [input, output, errors] where end >= 0 { close(end) }
  }

  /// Writes to stdin; returns false when the command no longer reads it.
  @discardableResult
  func send(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return write(input, bytes, bytes.count) == bytes.count
  }

  /// Reads stdout up to a line end, which is not part of the result; nil at the end of the output
  /// or when it does not come in time.
  func readLine(withinMilliseconds timeout: Int32) -> String? {
    var line: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, timeout) > 0, read(output, &byte, 1) == 1 else { return nil }
      if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(byte)
    }
  }

  /// Goes away as a reader of stdout.
  func closeOutput() {
    close(output)
    output = -1
  }

  /// Sends a signal.
  func kill(_ signal: Int32) { Glibc.kill(process, signal) }

  /// Sends `bytes`, closes stdin, and reads until the command ends.
  func finish(sending bytes: [UInt8] = []) throws -> Outcome {
    var rest = bytes[...]
    var written: [Int32: [UInt8]] = [:]
    var open = [output, errors].filter { $0 >= 0 }
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    if rest.isEmpty { closeInput() }
    while !open.isEmpty {
      var requests = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if input >= 0 { requests.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
      guard poll(&requests, nfds_t(requests.count), 60_000) > 0 else {
        kill(SIGKILL)
        throw Failure(operation: "wait for output", errno: ETIMEDOUT)
      }
      for request in requests where request.revents != 0 {
        if request.fd == input {
          let count = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
          if count > 0 { rest = rest.dropFirst(count) }
          if rest.isEmpty || (count < 0 && errno != EAGAIN) { closeInput() }
        } else {
          var buffer = [UInt8](repeating: 0, count: 1 << 16)
          let count = read(request.fd, &buffer, buffer.count)
          if count > 0 { written[request.fd, default: []] += buffer[..<count] }
          if count <= 0 { open.removeAll { $0 == request.fd } }
        }
      }
    }
    closeInput()
    var state: Int32 = 0
    waitpid(process, &state, 0)
    let signal = state & 0x7F
    return Outcome(
      status: signal == 0 ? state >> 8 & 0xFF : nil, signal: signal == 0 ? nil : signal,
      output: String(decoding: written[output] ?? [], as: UTF8.self),
      errors: String(decoding: written[errors] ?? [], as: UTF8.self))
  }

  private func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// A pipe whose ends other processes do not inherit.
  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw Failure(operation: "pipe", errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// The root folder of the package: this file is <root>/Tests/CommandTests/RunningCommand.swift.
  static var packageRoot: String {
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  }

  /// The command, which is built into the same folder as the tests.
  static var binary: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(
      decoding: buffer[..<max(count, 0)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "/" + tests.split(separator: "/").dropLast().joined(separator: "/") + "/namesift"
  }
}
