import LessonTesting
import Notebook
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  @Test func saysEverythingThatALessonCanSayOfItself() {
    let lesson = ReadLesson(
      """
      ---
      title: "Spam: a lesson"
      author: [Ada, Grace]
      date: 2026-01-31
      description: >
        Two lines
        folded.
      order: 7
      lang: en-GB
      seed: 4294967295
      random_stream: notebook
      toc: no
      params:
        corpus: builtin:emails
        rate: 0.1
        epochs: 50
        quick: false
        sizes: [32, 128]
      execute: {echo: false, code-fold: true}
      ---
      """)
    let matter = lesson.notebook.frontMatter
    #expect(lesson.messages.isEmpty)
    #expect(matter.title == "Spam: a lesson")
    #expect(matter.author == "Ada, Grace")
    #expect(matter.date == "2026-01-31")
    #expect(matter.description == "Two lines folded.\n")
    #expect(matter.order == 7)
    #expect(matter.language == "en-GB")
    #expect(matter.seed == .max)
    #expect(matter.randomStream == .notebook)
    #expect(!matter.hasContents)
    #expect(matter.parameters.map(\.name) == ["corpus", "rate", "epochs", "quick", "sizes"])
    #expect(matter.parameters.map(\.kind) == [.text, .number, .integer, .boolean, .list])
    #expect(!matter.cellDefaults.echo && matter.cellDefaults.codeFold)
    #expect(matter.cellDefaults.output && !matter.cellDefaults.error)
  }

  @Test(arguments: ["", "\n", "   \n\t\n", "---\n---\n", "---\n# a comment\n---", "text\n---\n"])
  func mayBeLeftOut(_ text: String) {
    let lesson = ReadLesson(text)
    #expect(lesson.messages.isEmpty)
    #expect(lesson.notebook.frontMatter == FrontMatter())
  }

  @Test(arguments: ["---\ntitle: A\n---\n", "---  \r\ntitle: A\r\n---\r\n", "---\rtitle: A\r...\r"])
  func endsWithDashesOrDotsWhateverEndsALine(_ text: String) {
    #expect(ReadLesson(text).notebook.frontMatter.title == "A")
    #expect(ReadLesson("\u{FEFF}" + text).notebook.frontMatter.title == "A")
  }

  @Test func isNoProse() {
    #expect(ReadLesson("---\ntitle: A\n---\nText").html == "<p>Text</p>\n")
  }

  @Test func isOnlyWhatStandsAtTheTop() {
    #expect(ReadLesson("\n---\ntitle: A\n---\n").notebook.frontMatter.title == nil)
  }

  @Test(arguments: [
    "\n\n«---»\ntitle: A\n---\n", " «---»\nseed: 1\nparams:\n  a: 1\n---\n",
    "\t\r\n«---»\r\n\r\nparams: {a: 1}\r\n...\r\n", "\n«---»\ntitel: A\nlang: de\n---\n",
  ])
  func isToldWhereSomethingStandsBeforeIt(_ text: String) {
    expectMistakes(text, ["front matter begins with the lesson: nothing stands before its '---'"])
    #expect(!ReadLesson(text).notebook.frontMatter.hasReadableParameters)
  }

  @Test(arguments: [
    "\n---\n\nText\n\n---\n", "\n---\nNote: a\n---\n", "\n---\ntitle: A\n", "\n---",
    "\n---\ntitle: A\n\n```{{a}}\n```\n\n---\n", "Text\n\n---\ntitle: A\n---\n",
    "\n---\ntitle\n---\n",
  ])
  func isNotSeenInRules(_ text: String) {
    #expect(ReadLesson(text).messages == [])
  }

  @Test(arguments: [
    ("seed: «-1»", "'seed' is a whole number from 0 to 4294967295, not '-1'"),
    ("seed: «4294967296»", "'seed' is a whole number from 0 to 4294967295, not '4294967296'"),
    ("seed: «1.5»", "'seed' is a whole number from 0 to 4294967295, not '1.5'"),
    (
      "seed: «\"1\"»",
      "'seed' is a whole number from 0 to 4294967295, not '1' in quotes, which is text"
    ),
    ("order: «'2'»", "'order' is a whole number of at least 0, not '2' in quotes, which is text"),
    ("toc: «'no'»", "'toc' is true or false, not 'no' in quotes, which is text"),
    ("params: «[]»", "'params' maps names to defaults; this is an empty list"),
    ("«seed»:", "'seed' is a whole number from 0 to 4294967295, nothing is given"),
    ("«order»: # 1", "'order' is a whole number of at least 0, nothing is given"),
    ("«toc»:", "'toc' is true or false, nothing is given"),
    ("«random_stream»:", "'random_stream' is block or notebook, nothing is given"),
    (
      "seed: «99999999999999999999»",
      "'seed' is a whole number from 0 to 4294967295, not '99999999999999999999', which is too large"
    ),
    ("order: «1e999»", "'order' is a whole number of at least 0, not '1e999', which is too large"),
    ("execute: {echo: «'no'»}", "'echo' is true or false, not 'no' in quotes, which is text"),
    (
      "lang: «British English»",
      "'lang' is a language tag such as en or pt-BR, not 'British English'"
    ),
    (
      "lang: «de_DE»",
      "'lang' is a language tag such as en or pt-BR, not 'de_DE'; did you mean 'de-DE'?"
    ),
    ("lang: «_»", "'lang' is a language tag such as en or pt-BR, not '_'"),
    ("title: «[a, b]»", "'title' is text, not a list"),
    ("author: «{a: b}»", "'author' is text, not a mapping"),
    ("author: «[[a], b]»", "'author' is text, not a list"),
    (
      "random_stream: «notebok»",
      "'random_stream' is block or notebook, not 'notebok'; did you mean 'notebook'?"
    ),
    ("random_stream: «[block]»", "'random_stream' is block or notebook, not a list"),
    ("order: «-1»", "'order' is a whole number of at least 0, not '-1'"),
    ("order: «first»", "'order' is a whole number of at least 0, not 'first'"),
    ("toc: «maybe»", "'toc' is true or false, not 'maybe'"),
    ("params: «3»", "'params' maps names to defaults; this is '3'"),
    ("execute: «[echo]»", "'execute' maps cell options to values; this is a list"),
    ("«titel»: A", "unknown key 'titel' in the front matter; did you mean 'title'?"),
    (
      "«colour»: A",
      "unknown key 'colour' in the front matter; there are title, author, date, description, order, lang,"
        + " seed, random_stream, params, execute, toc"
    ),
    ("«- a»", "front matter is a mapping, not a list"),
    ("«text»", "front matter is a mapping, not 'text'"),
    ("execute: {«ecko»: true}", "unknown cell option 'ecko'; did you mean 'echo'?"),
    ("execute: {«fig-cap»: A}", "unknown cell option 'fig-cap'"),
    ("execute: {echo: «3»}", "'echo' is true or false, not '3'"),
    ("params: {a: 1, «1b»: 2}", name("1b")), ("params: {«a-b»: 2}", name("a-b")),
    ("params: {«a»: }", "parameter 'a' \(needsDefault)"),
    ("params: {a: «null»}", "parameter 'a' \(needsDefault)"),
    ("params: {a: «{b: 1}»}", "parameter 'a' \(needsDefault)"),
    ("params: {a: «[1, [2]]»}", "parameter 'a' \(needsDefault)"),
  ])
  func isCheckedKeyByKey(_ line: String, _ message: String) {
    expectMistakes("---\n\(line)\n---\nText\n", [message])
  }

  @Test func tellsEveryMistakeAtOnce() {
    expectMistakes(
      "---\n«titel»: A\nseed: «x»\nparams: {«1»: 1}\n---\n",
      [
        "unknown key 'titel' in the front matter; did you mean 'title'?",
        "'seed' is a whole number from 0 to 4294967295, not 'x'", Self.name("1"),
      ])
  }

  @Test func mustBeClosed() {
    expectMistakes(
      "«---»\ntitle: A\n\nText\n", ["the front matter that opens here has no closing '---'"])
    expectMistakes("«---»", ["the front matter that opens here has no closing '---'"])
    expectMistakes(
      "«---»\ntitle: A\n\n```{a}\n```\n\n---\n\nText\n",
      ["the front matter that opens here has no closing '---'"])
    #expect(ReadLesson("---\ntitle: A\n```{a}\n```\n---\n").notebook.blocks.count == 1)
  }

  @Test func mayShowAFenceInAText() {
    let lesson = ReadLesson("---\ndescription: |\n  ```{a}\n  ```\n---\n")
    #expect(lesson.messages == [])
    #expect(lesson.notebook.frontMatter.description == "```{a}\n```\n")
  }

  private static let needsDefault =
    "needs a default: a number, a text, true or false, or a list of these"

  private static func name(_ word: String) -> String {
    "'\(word)' is not a name: names consist of letters, digits and '_', and do not begin with a"
      + " digit"
  }
}
