/// strace, which lets a program's calls to the system fail, or kills it at one of them.
enum Tracer {
  static let executable = Program.executable(onPath: "strace")

  /// Whether the tests can run, or must.
  static var isTested: Bool { Package.requiresEverything || executable != nil }
}
