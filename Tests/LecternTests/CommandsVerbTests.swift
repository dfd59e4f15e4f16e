import Foundation
import Testing

/// `lectern commands`: what can be written in lessons.
struct CommandsVerbTests {
  @Test func codesAreListedWithTheirMeanings() async throws {
    let lines = try await ProgramTest("commands", "--codes").saysAnything().run()
      .stdout.split(separator: "\n")
    #expect(lines.count > 60)
    #expect(lines.allSatisfy { $0.wholeMatch(of: /[a-z-]+ {2,}[A-Z].*\./) != nil })
    #expect(lines.contains { $0.hasPrefix("unknown-option ") })
  }

  @Test func expressionsHaveAPageOfTheirOwn() async throws {
    try await ProgramTest("commands", "expressions")
      .says(
        containing: "argmin(x)", "sqrt(x)", "a = b ± c", "+- and +/-", "rates[batch_size=32]",
        "diverges(x)", "%.4f"
      )
      .run()
  }

  @Test func cellOptionsHaveAPageOfTheirOwn() async throws {
    try await ProgramTest("commands", "cells")
      .says(
        containing: "  echo (default true)\n", "  code-fold (default false)\n", "  fig-cap\n",
        "for echo, output, error, include and code-fold;", "cited in prose as @fig-loss",
        "with values and math"
      )
      .run()
    try await ProgramTest("commands", "cell").exits(64)
      .complains(containing: "did you mean 'cells'?").run()
  }

  @Test func frontMatterHasAPageOfItsOwn() async throws {
    try await ProgramTest("commands", "front-matter")
      .says(
        containing: "  title\n", "  seed (default 0)\n", "  random_stream (default block)\n",
        "params: {hidden: 8}", "used as $hidden"
      )
      .run()
    try await ProgramTest("commands", "frontmatter").exits(64)
      .complains(containing: "did you mean 'front-matter'?").run()
  }

  @Test func aBodyThatMayBeAListIsSaidToBe() async throws {
    try await ProgramTest("commands", "expect")
      .says(containing: "The body is a mapping of options, or the list of 'claims' alone.").run()
  }

  @Test func declarationsAreThereAsJSON() async throws {
    let text = try await ProgramTest("commands", "--format", "json").saysAnything().run().stdout
    let commands = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let names = try await ProgramTest("commands").saysAnything().run().stdout
      .split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.compactMap { $0["name"] as? String } == names)
    let network = try #require(commands.first { $0["name"] as? String == "network" })
    let options = try #require(network["options"] as? [[String: Any]])
    let precision = try #require(options.first { $0["name"] as? String == "precision" })
    #expect(precision["choices"] as? [String] == ["float64", "float32"])
    #expect(precision["default"] as? String == "float64")
    let train = try #require(commands.first { $0["name"] as? String == "train" })
    let batch = (train["options"] as? [[String: Any]])?.first {
      $0["name"] as? String == "batch_size"
    }
    #expect(batch?["unit"] as? String == "examples")
    #expect(batch?["range"] as? String == "from 1 to 1000000000")
  }

  @Test func oneCommandIsThereAsJSONToo() async throws {
    let text = try await ProgramTest("commands", "show", "--format", "json").saysAnything().run()
      .stdout
    let commands = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    #expect(commands?.map { $0["name"] as? String } == ["show"])
  }

  @Test(arguments: [
    ["expressios"], ["train", "--codes"], ["--codes", "--format", "json"], ["--format", "xml"],
    ["cells", "--format", "json"], ["front-matter", "--format", "json"],
  ])
  func whatMakesNoSenseIsRefused(_ arguments: [String]) async throws {
    try await ProgramTest(["commands"] + arguments)
      .exits(64).complains(containing: "Error: ").run()
  }

  @Test(arguments: [
    ("bash", "_lectern"), ("zsh", "#compdef lectern"), ("fish", "complete -c 'lectern'"),
  ])
  func completionsAreMadeForShells(_ shell: String, _ words: String) async throws {
    try await ProgramTest("--generate-completion-script", shell)
      .says(containing: words, "check", "render").run()
  }
}
