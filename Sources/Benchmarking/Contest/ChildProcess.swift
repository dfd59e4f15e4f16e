import Foundation

/// A program that runs to its end while we wait.
struct ChildProcess {
  /// How a run ended.
  struct Ending {
    /// The exit code; nil if a signal ended the program.
    var code: Int32?
    var output: String
    var errors: String
    var seconds: Double
    var peakBytes: Int
  }

  /// The program, searched for in PATH, and its arguments.
  let command: [String]
  /// Added to our own environment.
  var environment: [String: String] = [:]
  /// Where output is kept until it is read.
  let folder: URL

  /// Runs the program. `posix_spawn` and `wait4` rather than `Process`: they cost no milliseconds of their own, and tell
  /// the memory of just this child.
  ///
  /// - Throws: a program that cannot be started, or output that cannot be kept.
  func run() throws -> Ending {
    let outputFile = folder.appending(path: "stdout")
    let errorFile = folder.appending(path: "stderr")
    let clock = ContinuousClock()
    let start = clock.now
    let child = try spawn(output: outputFile.path, errors: errorFile.path)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0 && errno == EINTR {}
    let seconds = (clock.now - start) / .seconds(1)
    return Ending(
      code: status & 0x7f == 0 ? (status >> 8) & 0xff : nil,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self),
      seconds: seconds, peakBytes: Self.bytes(ofPeak: usage))
  }

  private func spawn(output: String, errors: String) throws -> pid_t {
    let everything = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = everything.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    #if os(macOS)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, creating, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, creating, 0o600)
    var child: pid_t = 0
    let problem = posix_spawnp(&child, command[0], &actions, nil, &arguments, &variables)
    guard problem == 0 else {
      throw BenchProblem("cannot start \(command[0]): \(String(cString: strerror(problem)))")
    }
    return child
  }

  private static func bytes(ofPeak usage: rusage) -> Int {
    #if os(macOS)
      usage.ru_maxrss
    #else
      // Linux counts in kilobytes.
      usage.ru_maxrss * 1024
    #endif
  }
}
