internal import ArgumentParser
internal import NameScreening
internal import Records

/// Turns lists into one index file that `screen` maps into memory.
struct CompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Make one index file of lists, which screen --index opens at once.")

  @OptionGroup(title: "Lists") var lists: ListOptions

  @Option(name: .long, help: ArgumentHelp("The index file to write.", valueName: "file.nsx"))
  var output: String

  func validate() throws { try lists.requireSome() }

  func run() throws {
    let screener = try reportingFailure {
      let screener = try lists.screener()
      var file = try AtomicOutputFile(path: output)
      try screener.withIndexFileBytes { bytes in
        try writeAll(bytes, to: file.fileDescriptor, named: output)
      }
      try file.commit()
      return screener
    }
    StandardError.write(
      "\(output): \(grouped(screener.entryCount)) entries, \(grouped(screener.nameCount)) names")
  }
}
