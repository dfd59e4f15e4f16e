import Foundation
import Testing

/// `lectern preview` while it runs, in a folder of its own.
final class LivePreview: Sendable {
  let folder: TemporaryFolder
  private let said: TemporaryFolder
  private let process = Process()

  /// Starts a preview of `lesson.md` beside some other files, and waits for its address.
  init(
    _ lesson: String, files: [String: String] = [:], _ arguments: String...
  ) async throws {
    folder = try TemporaryFolder()
    said = try TemporaryFolder()
    do {
      try folder.write(Data(lesson.utf8), to: "lesson.md")
      for (path, text) in files { try folder.write(Data(text.utf8), to: path) }
      try start(["preview", "lesson.md"] + arguments)
      try await wait { try self.stdout.contains(" until Ctrl-C is pressed\n") }
    } catch {
      close()
      throw error
    }
  }

  private func start(_ arguments: [String]) throws {
    process.executableURL = Program.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    // Results of other tests would come as a surprise.
    process.environment = Program.environment
      .merging(["XDG_CACHE_HOME": said.url.appending(path: "cache").path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try output("stdout")
    process.standardError = try output("stderr")
    try Program.start(process)
  }

  private func output(_ name: String) throws -> FileHandle {
    try said.write(Data(), to: name)
    return try FileHandle(forWritingTo: said.url.appending(path: name))
  }

  /// Ends the preview, if it has not ended.
  func close() {
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    folder.remove()
    said.remove()
  }

  /// Presses Ctrl-C, and returns the exit code (nil if it was a signal that ended the program) and the seconds until then.
  func interrupt() -> (code: Int32?, seconds: Double) {
    let start = ContinuousClock.now
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    let code = process.terminationReason == .exit ? process.terminationStatus : nil
    return (code, start.duration(to: .now) / .seconds(1))
  }

  var processIdentifier: Int32 { process.processIdentifier }

  var stdout: String { get throws { try text("stdout") } }
  var stderr: String { get throws { try text("stderr") } }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: said.url.appending(path: name)), as: UTF8.self)
  }

  /// The lines about pages, the last one last.
  var refreshes: [Substring] {
    get throws { try stdout.split(separator: "\n").filter { $0.contains(" ms; ") } }
  }

  /// The address of the page.
  var address: String {
    get throws { String(try #require(try stdout.firstMatch(of: /http:\S+/)).0) }
  }

  var port: UInt16 {
    get throws {
      let match = try #require(try address.firstMatch(of: /:(\d+)\//))
      return try #require(UInt16(match.1))
    }
  }

  /// Waits until a condition holds.
  func wait(
    seconds: Double = 20, sourceLocation: SourceLocation = #_sourceLocation,
    until condition: () throws -> Bool
  ) async throws {
    if try await Patience.holds(condition, within: seconds) { return }
    Issue.record(
      "it never happened; the preview said: \(try stdout)\(try stderr)",
      sourceLocation: sourceLocation)
  }

  /// Saves a file as a simple editor does, in its place.
  func save(_ text: String, to path: String = "lesson.md") throws {
    try Data(text.utf8).write(to: folder.url.appending(path: path))
  }

  /// Saves a file as a careful editor does: a new file takes the place of the old one.
  func saveByRenaming(_ text: String) throws {
    try Data(text.utf8).write(to: folder.url.appending(path: "lesson.md"), options: .atomic)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: path))
  }
}
