internal import ArgumentParser

/// What concerns the lists themselves; without a subcommand it shows them.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists",
    abstract: "Show lists and compare their versions.",
    subcommands: [ListsShowCommand.self, ListsDiffCommand.self],
    defaultSubcommand: ListsShowCommand.self)
}
