internal import ArgumentParser

/// What concerns the lists themselves; without a subcommand it shows them.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists",
    abstract: "Show lists, compare their versions, and fetch them.",
    subcommands: [ListsShowCommand.self, ListsDiffCommand.self, ListsFetchCommand.self],
    defaultSubcommand: ListsShowCommand.self)
}
