import Commands
import Execution
import LessonTesting
import Testing

@Suite("What nobody uses")
struct AdviceTests {
  private func advice(_ text: String) -> [String] {
    let lesson = CheckedLesson(text, commands: blockCommands)
    return lesson.plan.advice.messages
  }

  private static let data = "```{data points}\nsource: builtin:xor\n```\n"

  private static let other = "```{show}\nvalue: 1\n```\n"

  @Test func isNotToldOfBlocksThatStandForThemselves() {
    #expect(advice(Self.data).isEmpty)
    #expect(advice(Self.data + "```{split s}\ndata: points\ntest: 0.5\n```\n").isEmpty)
  }

  @Test func isToldOfBlocksThatAreOnlyForOthers() {
    #expect(advice(Self.data + Self.other) == ["warning: nothing reads 'points'"])
    #expect(
      advice(Self.data + Self.other + "```{split s}\ndata: points\ntest: 0.5\n```\n")
        == ["warning: nothing reads 's'"])
    #expect(
      advice(Self.other + "```{network n}\nlayers: [2, 2]\nactivations: [softmax]\n```\n")
        == ["warning: nothing reads 'n'"])
  }

  @Test(arguments: [
    "```{show}\nvalue: points\n```\n", "```{show}\nvalue: points.rows\n```\n",
    "There are `{value} points.rows` rows.\n", "```{expect}\n- points.rows = 4\n```\n",
  ])
  func isNotToldOfBlocksThatAreRead(_ rest: String) {
    #expect(advice(Self.data + rest).isEmpty)
  }

  @Test func isNotToldOfBlocksThatSaySomethingThemselves() {
    let run =
      "```{network n}\nlayers: [2, 2]\nactivations: [softmax]\n```\n"
      + "```{train r}\nnetwork: n\ndata: points\n```\n"
    #expect(advice(Self.data + run).isEmpty)
    #expect(advice(Self.data + run + "```{evaluate e}\nrun: r\n```\n").isEmpty)
  }

  @Test(arguments: [
    "```{show}\nvalue: pints\n```\n", "```{split s}\ndata: points\ntets: 0.5\n```\n",
    "`{value} points.rows +`\n", "```{shwo}\nvalue: points\n```\n",
    "```{show\nvalue: points\n```\n",
    "```{network part}\nlayers: [2, 2]\nactivations: [softmax]\n```\n```{show}\nvalue: part\n```\n"
      + "```split parts\ndata: points\n```\n```{show}\nvalue: parts\n```\n",
  ])
  func isNotToldWhereAMistakeMayHideTheUse(_ rest: String) {
    #expect(advice(Self.data + rest).isEmpty)
  }

  @Test(arguments: [
    ("", ["warning: nothing uses parameter 'a'"]),
    ("`{value} $a`", []), ("`{value} ${a} + 1`", []),
    ("```{data points}\nsource: builtin:blobs\nrows: $a\n```\n\n`{value} points.rows`", []),
    ("```{show}\nvalue: $a +\n```\n", []),
  ])
  func isToldOfParameters(_ rest: String, _ messages: [String]) {
    #expect(advice("---\nparams: {a: 3}\n---\n\(rest)\n") == messages)
  }
}
