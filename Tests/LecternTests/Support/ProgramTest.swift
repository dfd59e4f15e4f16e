import Foundation
import Testing

/// One run of the program with everything that is expected of it.
///
/// What a test does not mention is expected to be empty: a run that says a word more, or leaves a file more, fails. No
/// run may end by a trap, and neither what it says nor what it leaves may name the folder it ran in.
struct ProgramTest {
  private let arguments: [String]
  private var files: [String: Data] = [:]
  private var workingFolder = ""
  private var environment: [String: String] = [:]
  private var emulatedCPU: Emulator.CPU?
  private var standardOutput = Program.StandardOutput.kept
  private var signal: Program.Signal?
  private var timeLimit = 30.0
  private var expectedCode: Int32 = 0
  private var expectedStdout = Expectation.exactly("")
  private var expectedStderr = Expectation.exactly("")
  private var expectedFiles: Set<String> = []

  /// What a text is expected to be.
  private enum Expectation {
    case exactly(String)
    case containing([String])
    case anything
  }

  /// What a run left for closer looks.
  struct Result {
    var stdout: String
    var stderr: String
    var secondsAfterSignal: Double?
    /// The files that the run made, by their paths.
    var files: [String: Data]

    /// A file that the run made, as text.
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files[path], "no file \(path)"), as: UTF8.self)
    }

    /// A file of results that the run made.
    func results(_ path: String) throws -> Results {
      try Results(text(path))
    }
  }

  init(_ arguments: String...) { self.arguments = arguments }
  init(_ arguments: [String]) { self.arguments = arguments }
}

// MARK: - Building

extension ProgramTest {
  private func with(_ change: (inout ProgramTest) -> Void) -> ProgramTest {
    var test = self
    change(&test)
    return test
  }

  /// A file that is there before the run.
  func file(_ path: String, _ text: String) -> ProgramTest {
    with { $0.files[path] = Data(text.utf8) }
  }

  /// A file whose content is no text.
  func file(_ path: String, bytes: Data) -> ProgramTest {
    with { $0.files[path] = bytes }
  }

  /// The folder to run in, when it is not the one that holds all files.
  func from(_ folder: String) -> ProgramTest { with { $0.workingFolder = folder } }
  func environment(_ variables: [String: String]) -> ProgramTest {
    with { $0.environment = variables }
  }
  /// Runs the program on another CPU.
  func on(_ cpu: Emulator.CPU) -> ProgramTest { with { $0.emulatedCPU = cpu } }
  func output(to output: Program.StandardOutput) -> ProgramTest {
    with { $0.standardOutput = output }
  }

  /// Sends a signal once the program has said something.
  func send(_ signal: Int32, afterSaying text: String) -> ProgramTest {
    with { $0.signal = Program.Signal(number: signal, moment: .said(text)) }
  }

  /// How long the run may take, in seconds.
  func within(seconds: Double) -> ProgramTest { with { $0.timeLimit = seconds } }
  func exits(_ code: Int32) -> ProgramTest { with { $0.expectedCode = code } }
  func says(_ text: String) -> ProgramTest { with { $0.expectedStdout = .exactly(text) } }
  func says(containing parts: String...) -> ProgramTest {
    with { $0.expectedStdout = .containing(parts) }
  }

  /// The log is examined elsewhere.
  func saysAnything() -> ProgramTest { with { $0.expectedStdout = .anything } }
  func complains(_ text: String) -> ProgramTest { with { $0.expectedStderr = .exactly(text) } }
  func complains(containing parts: String...) -> ProgramTest {
    with { $0.expectedStderr = .containing(parts) }
  }

  /// Its complaints are examined elsewhere.
  func complainsAnything() -> ProgramTest { with { $0.expectedStderr = .anything } }

  /// The files that the run makes, and no others.
  func leaves(_ paths: String...) -> ProgramTest { leaves(paths) }
  func leaves(_ paths: [String]) -> ProgramTest { with { $0.expectedFiles = Set(paths) } }
}

// MARK: - Running

extension ProgramTest {
  /// Runs the program and compares.
  @discardableResult
  func run(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Result {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    for (path, bytes) in files { try folder.write(bytes, to: path) }
    let ending = try await ending(in: folder.url.appending(path: workingFolder))
    let left = try folder.contents()
    check(ending, sourceLocation)
    check(left, sourceLocation)
    return Result(
      stdout: ending.stdout, stderr: ending.stderr, secondsAfterSignal: ending.secondsAfterSignal,
      files: left.filter { files[$0.key] == nil })
  }

  private func ending(in folder: URL) async throws -> Program.Ending {
    func run(_ executable: URL, _ arguments: [String]) async throws -> Program.Ending {
      try await Program.run(
        arguments, in: folder, environment: environment, stdout: standardOutput, signal: signal,
        timeLimit: timeLimit, executable: executable)
    }
    guard let emulatedCPU else { return try await run(Program.executable, arguments) }
    let emulator = try #require(Emulator.executable, "qemu-x86_64 is not on the PATH")
    var ending = try await run(
      emulator, ["-cpu", emulatedCPU.rawValue, Program.executable.path] + arguments)
    ending.stderr = Emulator.withoutWarnings(ending.stderr)
    return ending
  }

  private func check(_ ending: Program.Ending, _ place: SourceLocation) {
    #expect(
      !ending.ranOutOfTime, "still running after \(timeLimit) seconds", sourceLocation: place)
    #expect(
      ending.code == expectedCode,
      "exit code (nil is a crash); it complained: \(ending.stderr.suffix(2000))",
      sourceLocation: place)
    compare(ending.stdout, expectedStdout, "standard output", place)
    compare(ending.stderr, expectedStderr, "standard error", place)
    #expect(!(ending.stdout + ending.stderr).contains(TemporaryFolder.mark), sourceLocation: place)
  }

  private func compare(
    _ text: String, _ expected: Expectation, _ what: Comment, _ place: SourceLocation
  ) {
    switch expected {
    case .anything: return
    case .exactly(let whole): #expect(text == whole, what, sourceLocation: place)
    case .containing(let parts):
      for part in parts { #expect(text.contains(part), what, sourceLocation: place) }
    }
  }

  /// The files that were there are as they were, and the new ones are those expected.
  private func check(_ left: [String: Data], _ place: SourceLocation) {
    for (path, bytes) in files {
      #expect(left[path] == bytes, "\(path) has changed", sourceLocation: place)
    }
    let made = Set(left.keys).subtracting(files.keys)
    #expect(made == expectedFiles, "files that the run made", sourceLocation: place)
    for (path, bytes) in left where files[path] == nil {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(TemporaryFolder.mark), "\(path)", sourceLocation: place)
    }
  }
}
