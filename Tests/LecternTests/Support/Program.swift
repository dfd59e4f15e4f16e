import Foundation
import Synchronization

/// The built program, run as its users run it.
enum Program {
  /// How a run ended, and what it said.
  struct Ending: Sendable {
    /// The exit code; nil if a signal ended the program.
    var code: Int32?
    var stdout: String
    var stderr: String
    /// Whether the program had to be killed because it ran out of time.
    var ranOutOfTime: Bool
    /// How long it went on after it was sent a signal.
    var secondsAfterSignal: Double?
  }

  /// Where standard output goes.
  enum StandardOutput {
    /// To the test.
    case kept
    /// To a file or a device.
    case file(String)
    /// To a reader that has gone away.
    case closedPipe
  }

  /// Something that happens to the program while it runs.
  struct Signal {
    var number: Int32
    var moment: Moment
  }

  /// When a signal is sent.
  enum Moment {
    /// Once standard output holds this text.
    case said(String)
    /// Once something else is the case.
    case found(@Sendable () throws -> Bool)
  }

  /// The executable beside the test bundle.
  static var executable: URL {
    var folder = Bundle.main.bundleURL
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      folder = bundle.bundleURL.deletingLastPathComponent()
    }
    return folder.appending(path: "lectern")
  }

  /// Another program that is installed.
  static func executable(onPath name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "")
      .split(separator: ":")
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs the program to its end, or kills it when its time is over.
  ///
  /// What it says goes to files, which can hold any amount, so nothing ever waits for a reader.
  static func run(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:],
    stdout: StandardOutput = .kept, signal: Signal? = nil, timeLimit: Double,
    executable: URL = Program.executable
  ) async throws -> Ending {
    try await onThreadOfItsOwn {
      places.wait()
      defer { places.signal() }
      let said = try TemporaryFolder()
      defer { said.remove() }
      let outputFile = said.url.appending(path: "stdout")
      let errorFile = said.url.appending(path: "stderr")
      for file in [outputFile, errorFile] { try Data().write(to: file) }

      let process = Process()
      process.executableURL = executable
      process.arguments = arguments
      process.currentDirectoryURL = folder
      process.environment = self.environment.merging(environment) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try handle(for: stdout, kept: outputFile)
      process.standardError = try FileHandle(forWritingTo: errorFile)
      return try watch(
        process, outputFile: outputFile, errorFile: errorFile, signal: signal,
        timeLimit: timeLimit)
    }
  }

  /// For how many programs there is room at a time. All tests begin at once, and their programs would keep each other from
  /// what they have to do in their time. Nor may the tests have very many files open: with some 1,300 of them `Process` reads
  /// beyond the list of their names.
  private static let places = DispatchSemaphore(
    value: 2 * ProcessInfo.processInfo.activeProcessorCount)

  /// Runs a process and sees to its signal and its end.
  private static func watch(
    _ process: Process, outputFile: URL, errorFile: URL, signal: Signal?, timeLimit: Double
  ) throws -> Ending {
    let end = EndOfProcess(process)
    try start(process)
    var deadline = ContinuousClock.now + .seconds(timeLimit)
    var awaitedSignal = signal
    var signalled: ContinuousClock.Instant?
    while end.instant == nil {
      Thread.sleep(forTimeInterval: 0.005)
      // On a busy machine the sleep may outlast the program: what is over is neither signalled nor killed.
      if end.instant != nil { break }
      if let signal = awaitedSignal, try hasCome(signal.moment, outputFile) {
        kill(process.processIdentifier, signal.number)
        awaitedSignal = nil
        signalled = .now
        // On a busy machine it is sent late, and the program needs its time all the same.
        deadline = max(deadline, .now + .seconds(10))
      }
      if .now > deadline { kill(process.processIdentifier, SIGKILL) }
    }
    return Ending(
      code: process.terminationReason == .exit ? process.terminationStatus : nil,
      stdout: try text(of: outputFile), stderr: try text(of: errorFile),
      ranOutOfTime: end.instant.map { $0 > deadline } ?? true,
      secondsAfterSignal: signalled.flatMap { start in
        end.instant.map { (start.duration(to: $0)) / .seconds(1) }
      })
  }

  private static func hasCome(_ moment: Moment, _ outputFile: URL) throws -> Bool {
    switch moment {
    case .said(let words): try text(of: outputFile).contains(words)
    case .found(let isThere): try isThere()
    }
  }

  /// Does something on a thread that no other test has to do with. Tasks share a few, and on a busy machine one that sleeps
  /// for a moment goes on minutes later, long after what it waits for.
  private static func onThreadOfItsOwn<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Swift.Result { try work() }) }
    }
  }

  /// Starts a process that hears all signals. The threads that tests run on block them, and a process has the mask of
  /// the thread that starts it.
  static func start(_ process: Process) throws {
    var all = sigset_t()
    var former = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_UNBLOCK, &all, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }
    try process.run()
    // They are the other's now, and this one keeps them for ever.
    for case let handle as FileHandle in [process.standardOutput, process.standardError]
    where handle !== FileHandle.nullDevice {
      try? handle.close()
    }
  }

  /// The surroundings of every run: nobody's language, time zone or proxy, and a crash that ends at once.
  static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys
    where name.hasPrefix("LC_") || name == "LANG" || name == "TZ"
      || name.lowercased().hasSuffix("_proxy")
    {
      environment[name] = nil
    }
    // Without a home there is no cache, unless a test names one; and no wish of the tester's is a test's.
    for name in ["HOME", "XDG_CACHE_HOME", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
      environment[name] = nil
    }
    environment["SWIFT_BACKTRACE"] = "enable=no"
    return environment
  }

  private static func handle(for stdout: StandardOutput, kept: URL) throws -> FileHandle {
    switch stdout {
    case .kept: return try FileHandle(forWritingTo: kept)
    case .file(let path): return try FileHandle(forWritingTo: URL(filePath: path))
    case .closedPipe:
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      return pipe.fileHandleForWriting
    }
  }

  private static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// Tells when a process has ended.
private final class EndOfProcess: Sendable {
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  init(_ process: Process) {
    process.terminationHandler = { [self] _ in end.withLock { $0 = .now } }
  }

  /// nil while the process runs.
  var instant: ContinuousClock.Instant? { end.withLock { $0 } }
}

extension Program {
  /// How the program ends for a lesson, for tests that compare runs with each other.
  static func ending(of lesson: String, _ arguments: [String]) async throws -> Ending {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(lesson.utf8), to: "lesson.md")
    return try await run(arguments + ["lesson.md"], in: folder.url, timeLimit: 30)
  }
}
