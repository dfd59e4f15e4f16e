import ArgumentParser

/// The program: measures Lectern beside the Python libraries that people use for the same work.
package struct Bench: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "lectern-bench",
    abstract: "Measure Lectern beside NumPy, scikit-learn and PyTorch, in turns, in one run.",
    subcommands: [CompareVerb.self, PrepareVerb.self, WorkVerb.self],
    defaultSubcommand: CompareVerb.self)

  /// The call without its arguments.
  package init() {}
}
