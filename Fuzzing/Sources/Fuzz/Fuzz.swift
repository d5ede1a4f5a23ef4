import CFuzzer
import Glibc

/// `Fuzz TARGET [OPTION|FOLDER …]`: feeds a reader with damaged input until it crashes or the time
/// is over. The options and folders are libFuzzer's.
@main
struct Fuzz {
  static func main() {
    let names = CommandLine.arguments
    guard names.count > 1, let target = FuzzTarget(name: names[1]) else {
      print("usage: Fuzz TARGET [OPTION|FOLDER ...]", "targets:", separator: "\n")
      FuzzTarget.names.forEach { print("  \($0)") }
      exit(names.count == 2 && names[1] == "--help" ? 0 : 64)
    }
    Self.target = target
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
    exit(
      LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        Fuzz.target.run(Array(UnsafeBufferPointer(start: start, count: count)))
        return 0
      })
  }

  // Set once, before the one thread that reads it starts to.
  nonisolated(unsafe) private static var target = FuzzTarget.index(base: [])
}
