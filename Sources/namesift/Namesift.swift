internal import ArgumentParser
internal import NameScreening

/// The command: one subcommand a file, options that several share in `Options`.
@main
struct Namesift: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "namesift",
    abstract: "Screens names against restricted-party lists.",
    discussion: """
      Exit status: 0 done, 1 done but some records could not be read, 2 could not start or \
      finish, 64 wrong usage, 130 or 143 stopped by a signal.
      """,
    version: EngineVersion.text,
    subcommands: [
      ScreenCommand.self, RescreenCommand.self, CompileCommand.self, ScoreCommand.self,
      ExplainCommand.self,
      ListsCommand.self, EvaluateCommand.self,
    ])
}
