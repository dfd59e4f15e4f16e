import Foundation
import HubTesting
import Testing

/// What a person at a terminal sees; `script` gives the program one.
@Suite struct TerminalTests {
  private static let lesson = """
    ```{data points}
    source: builtin:xor
    ```

    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: net
    data: points
    epochs: 3
    ```
    """

  /// Runs a shell command in a terminal, which has standard output and standard error in one.
  private func seen(
    _ command: String, lesson: String = lesson, environment: [String: String] = [:]
  ) async throws -> String {
    let script = try #require(Program.executable(onPath: "script"), "script is not on the PATH")
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(lesson.utf8), to: "lesson.md")
    let ending = try await Program.run(
      ["-qec", "'\(Program.executable.path)' " + command, "/dev/null"], in: folder.url,
      environment: environment.merging(["TERM": "xterm"]) { given, _ in given }, timeLimit: 120,
      executable: script)
    #expect(!ending.ranOutOfTime, "a loaded machine is slow, but not that slow")
    return ending.stdout
  }

  @Test func progressLeavesNothingBehind() async throws {
    let text = try await seen("run lesson.md > /dev/null")
    #expect(text.contains(/block 3 of 3: \{train run\}, epoch 3 of 3, loss \d\.\d{4}/))
    #expect(text.hasSuffix("\r\u{1B}[K"))
    // Every line that is shown begins by taking the one before it away.
    let shown = text.components(separatedBy: "block ").dropLast()
    #expect(shown.allSatisfy { $0.hasSuffix("\r\u{1B}[K\u{1B}[?7l") })
  }

  @Test func progressThatIsWiderThanTheTerminalLeavesNothingBehindEither() async throws {
    let name = "run_with_a_name_that_takes_more_than_half_of_what_a_terminal_has_room_for"
    let lesson = Self.lesson.replacing("{train run}", with: "{train \(name)}")
    let quiet = try await seen("run lesson.md > /dev/null", lesson: lesson)
    #expect(quiet.contains("{train \(name)}, epoch 3 of 3"))
    #expect(TerminalScreen(columns: 80, showing: quiet).lines == [])
    let log = try await seen("run lesson.md", lesson: lesson)
    #expect(log.contains("{train \(name)}, epoch 3 of 3"))
    let lines = TerminalScreen(columns: 80, showing: log).lines
    #expect(lines.contains { $0.hasPrefix("Epoch 3/3 - loss: ") })
    #expect(!lines.contains { $0.contains("block ") || $0.contains("of 3") })
  }

  @Test func aDownloadShowsHowFarItIs() async throws {
    let rows = (0..<50_000).map { "\($0),\($0 % 2 == 0 ? "even" : "odd")\n" }.joined()
    let hub = try StandInHub(files: ["points.csv": Array(("x,kind\n" + rows).utf8)], fault: .slow)
    let cache = try TemporaryFolder()
    defer {
      hub.stop()
      cache.remove()
    }
    let text = try await seen(
      "run lesson.md > /dev/null", lesson: "```{data d}\nsource: hf:owner/name\nlabel: kind\n```\n",
      environment: [
        "HF_ENDPOINT": hub.endpoint, "HF_HUB_CACHE": cache.url.path, "HF_HUB_OFFLINE": "",
      ])
    let shown = text.matches(of: /fetching points\.csv: (█*)(░*) (\d\.\d) of 0\.5 MB/)
    #expect(shown.count > 2)
    #expect(shown.allSatisfy { $0.1.count + $0.2.count == 20 })
    let full = shown.map(\.1.count)
    #expect(full == full.sorted() && Set(full).count > 2)
    #expect(text.hasSuffix("\r\u{1B}[K"))
  }

  @Test func theLogStaysWhole() async throws {
    let text = try await seen("run lesson.md")
    for epoch in 1...3 { #expect(text.contains("\r\u{1B}[KEpoch \(epoch)/3 - loss: ")) }
  }

  @Test(arguments: ["run --quiet lesson.md", "check lesson.md"])
  func nothingMovesWhereNothingIsSaid(command: String) async throws {
    #expect(try await seen(command) == "")
  }

  @Test func aTerminalThatCannotTakeALineBackShowsNoProgress() async throws {
    #expect(
      try await seen("run lesson.md > /dev/null", environment: ["TERM": "dumb"]) == "")
  }

  @Test(arguments: [
    ([:], true), (["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), (["CLICOLOR": "0"], false),
    (["TERM": "dumb"], false), (["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
  ])
  func coloursFollowTheConventions(environment: [String: String], hasColors: Bool) async throws {
    let text = try await seen(
      "check lesson.md", lesson: "```{train x}\n```\n", environment: environment)
    #expect(text.contains("error:"))
    #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m") == hasColors)
    #expect(text.contains("\u{1B}") == hasColors)
  }

  @Test func aFileGetsNeitherColoursNorProgress() async throws {
    try await ProgramTest("run", "lesson.md").file("lesson.md", Self.lesson)
      .says(containing: "Epoch 3/3 - loss: ").run()
    let result = try await ProgramTest("check", "lesson.md")
      .file("lesson.md", "```{train x}\n```\n").exits(2).complains(containing: "error:").run()
    #expect(!result.stderr.contains("\u{1B}"))
  }

  /// A sweep of many runs that each take a good part of a second.
  private static func sweep(runs: Int) -> String {
    let rates = (1...runs).map { "0.0\(1000 + $0)" }.joined(separator: ", ")
    return """
      ```{data rings}
      source: builtin:circles
      rows: 2000
      ```

      ```{sweep rates}
      network: {layers: [2, 64, 2], activations: [tanh, softmax]}
      data: rings
      learning_rate: [\(rates)]
      batch_size: 1
      epochs: 100
      record_every: 50
      ```
      """
  }

  @Test func aSweepTellsHowManyRunsAreDone() async throws {
    let text = try await seen("run lesson.md > /dev/null", lesson: Self.sweep(runs: 6))
    #expect(text.contains(/block 2 of 2: \{sweep rates\}, [1-6] of 6 runs/))
    #expect(text.contains(#/of 6 runs, \d+ s left/#))
    #expect(text.hasSuffix("\r\u{1B}[K"))
  }

  @Test func aSweepTellsAFileSometimesHowManyRunsAreDone() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Data(Self.sweep(runs: 300).utf8), to: "lesson.md")
    let nice = try #require(Program.executable(onPath: "nice"), "nice is not on the PATH")
    // Long enough for one line, and in nobody's way.
    let command = ["timeout", "-s", "INT", "40", Program.executable.path, "run", "lesson.md"]
    let ending = try await Program.run(
      ["-n", "19"] + command + ["--threads", "1"], in: folder.url, timeLimit: 100,
      executable: nice)
    let lines = ending.stderr.split(separator: "\n").filter { $0.contains(" of 300 runs") }
    #expect(lines.count == 1, "\(ending.stderr)")
    let pattern = /block 2 of 2: \{sweep rates\}, \d+ of 300 runs, (\d+ s|\d+ min|.* h .*) left/
    #expect(lines.allSatisfy { $0.wholeMatch(of: pattern) != nil })
  }
}
