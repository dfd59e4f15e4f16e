import Foundation
import Testing

/// Everything that can be known before training ends with exit code 2, and nothing runs.
struct CheckTests {
  /// A lesson with one mistake, and words that its diagnostic must hold.
  struct Mistake: Sendable, CustomTestStringConvertible {
    var title: String
    var lesson: String
    var points = Lessons.points
    var words: [String]
    var testDescription: String { title }
  }

  static let mistakes = [
    Mistake(
      title: "an unknown command", lesson: "```{trian run}\nepochs: 3\n```\n",
      words: ["lesson.md:1:5: error: unknown command 'trian'", "'train'"]),
    Mistake(
      title: "an unknown option",
      lesson: Lessons.training.replacing("learning_rate:", with: "learning_rat:"),
      words: ["lesson.md:12:1: error: ", "'learning_rat'", "'learning_rate'"]),
    Mistake(
      title: "a learning rate that is no number",
      lesson: Lessons.training.replacing("0.5", with: "abc"),
      words: ["lesson.md:12:16: error: 'learning_rate'", "'abc'"]),
    Mistake(
      title: "a learning rate that is infinite",
      lesson: Lessons.training.replacing("0.5", with: "1e999"),
      words: ["lesson.md:12:16: error: 'learning_rate'"]),
    Mistake(
      title: "a number of epochs that no integer holds",
      lesson: Lessons.training.replacing("epochs: 3", with: "epochs: 99999999999999999999"),
      words: ["lesson.md:13:9: error: 'epochs'"]),
    Mistake(
      title: "no epochs", lesson: Lessons.training.replacing("epochs: 3", with: "epochs: 0"),
      words: ["lesson.md:13:9: error: 'epochs'"]),
    Mistake(
      title: "a list where one value belongs",
      lesson: Lessons.training.replacing("epochs: 3", with: "epochs: [1, 2]"),
      words: ["lesson.md:13:9: error: 'epochs'"]),
    Mistake(
      title: "a missing data file", lesson: Lessons.data.replacing("points.csv", with: "pints.csv"),
      words: ["lesson.md:2:9: error: ", "'pints.csv' does not exist"]),
    Mistake(
      title: "a folder as data file", lesson: Lessons.data.replacing("points.csv", with: "."),
      words: ["lesson.md:2:9: error: "]),
    Mistake(
      title: "a ragged row", lesson: Lessons.data,
      points: "x,y,class\n0,0,left\n0,1\n1,0,right\n",
      words: ["lesson.md:2:9: error: ", "points.csv", "row 3", "3 fields", "2"]),
    Mistake(
      title: "an empty file", lesson: Lessons.data, points: "",
      words: ["lesson.md:2:9: error: ", "points.csv"]),
    Mistake(
      title: "an unknown column", lesson: Lessons.data.replacing("class", with: "clas"),
      words: ["lesson.md:3:8: error: ", "'clas'", "'class'"]),
    Mistake(
      title: "more inputs than columns",
      lesson: Lessons.training.replacing("[2, 3, 2]", with: "[4, 3, 2]"),
      words: ["lesson.md:10:10: error: ", "4 inputs", "2 columns"]),
    Mistake(
      title: "more outputs than classes",
      lesson: Lessons.training.replacing("[2, 3, 2]", with: "[2, 3, 5]"),
      words: ["lesson.md:10:10: error: ", "5 outputs", "2 classes"]),
    Mistake(
      title: "a class with one row in a stratified split",
      lesson: Lessons.data + "```{split parts}\ndata: points\nstratify: true\n```\n",
      points: "x,y,class\n0,0,left\n0,1,left\n1,0,right\n",
      words: ["lesson.md:7:11: error: ", "class 'right' has only one row"]),
    Mistake(
      title: "a name that nothing has",
      lesson: Lessons.training.replacing("data: points", with: "data: pints"),
      words: ["lesson.md:11:7: error: ", "'pints'", "'points'"]),
    Mistake(
      title: "a name that is taken", lesson: Lessons.data + Lessons.data,
      words: ["lesson.md:5:10: error: 'points' is already defined on line 1"]),
    Mistake(
      title: "a block without a name", lesson: Lessons.data.replacing(" points}", with: "}"),
      words: ["lesson.md:1:5: error: ", "name"]),
    Mistake(
      title: "a path to a value that is not there",
      lesson: Lessons.training + "```{plot}\nlines: run.val_loss\n```\n",
      words: ["lesson.md:16:", "error: ", "val_loss"]),
    Mistake(
      title: "an unclosed fence", lesson: "```{data points}\nsource: points.csv\nlabel: [class\n",
      words: ["lesson.md:1:1: error: this block is never closed"]),
    Mistake(
      title: "a value in prose that is not there",
      lesson: "Accuracy `{value} run.accuracy`.\n", words: ["lesson.md:1:", "error: ", "'run'"]),
    Mistake(
      title: "a citation of nothing", lesson: "See @fig-loss.\n",
      words: ["lesson.md:1:", "error: ", "fig-loss"]),
    Mistake(
      title: "a seed that does not fit", lesson: "---\nseed: 4294967296\n---\n",
      words: ["lesson.md:2:7: error: 'seed'"]),
    Mistake(
      title: "an anchor in YAML",
      lesson: "```{network net}\nlayers: &sizes [2, 2]\nactivations: [softmax]\n```\n",
      words: ["lesson.md:2:", "error: ", "anchor"]),
  ]

  @Test(arguments: mistakes)
  func aMistakeEndsWith2AndNothingRuns(_ mistake: Mistake) async throws {
    for verb in ["check", "run", "render"] {
      let result = try await ProgramTest(verb, "lesson.md")
        .file("lesson.md", mistake.lesson).file("points.csv", mistake.points)
        .exits(2).complains(containing: mistake.words[0])
        .run()
      for words in mistake.words {
        #expect(result.stderr.contains(words), "what '\(verb)' complained")
      }
    }
  }

  @Test func allMistakesAreSaidAtOnce() async throws {
    let lesson = Lessons.training
      .replacing("points.csv", with: "pints.csv").replacing("0.5", with: "abc")
      .replacing("tanh", with: "than")
    let result = try await ProgramTest("check", "lesson.md")
      .file("lesson.md", lesson)
      .exits(2)
      .complains(containing: "lesson.md:2:9", "lesson.md:7:15", "lesson.md:12:16")
      .run()
    #expect(result.stderr.split(separator: "\n").filter { $0.contains(" error: ") }.count == 3)
  }

  @Test func aFileThatIsNoTextIsOneMistake() async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", bytes: .init([0x23, 0x20, 0xFF, 0xFE, 0x0A]))
      .exits(2).complains(containing: "lesson.md", "error: ", "UTF-8")
      .run()
  }

  @Test func anEndlessFormulaIsRefused() async throws {
    let sum = Array(repeating: "1", count: 20_000).joined(separator: " + ")
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", "```{expect}\n- \(sum) > 0\n```\n")
      .exits(2).complains(containing: "an expression has at most 500 words and signs")
      .run()
  }

  @Test func manyMistakesOnOneLineAreSaidInAMoment() async throws {
    let mistakes = 5_000
    let words = String(repeating: "wörd ", count: 30)
    let line = (0..<mistakes).map { "\(words)`{value} run\($0).loss` " }.joined()
    let result = try await ProgramTest("check", "lesson.md")
      .file("lesson.md", line).within(seconds: 20)
      .exits(2).complains(containing: "lesson.md:1:160: error: unknown name 'run0'")
      .run()
    let lines = result.stderr.split(separator: "\n")
    // The first hundred with their places, and how many more there are.
    #expect(lines.count == 3 * 100 + 1)
    #expect(lines.allSatisfy { $0.count < 200 })
  }

  @Test func whatNobodySeesIsShown() async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", "```{tr\u{202E}ain run}\n```\n")
      .exits(2).complains(containing: "error: ", "  ```{tr<U+202E>ain run}\n      ^^^^^^^^^^^^^")
      .run()
  }
}
