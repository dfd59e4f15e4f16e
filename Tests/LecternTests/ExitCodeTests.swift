import Foundation
import Testing

/// What the exit code says: 0 all well, 1 a block failed, 2 the check found errors, 3 a claim does not hold, 64 wrong usage,
/// 74 a file cannot be read or written, 130 interrupted.
struct ExitCodeTests {
  @Test func aLessonThatGoesWellEndsWith0() async throws {
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Lessons.data).file("points.csv", Lessons.points)
      .says("{data points}\npoints.csv: 4 rows; left: 2, right: 2\n\n")
      .run()
  }

  @Test func aLessonWithoutBlocksEndsWith0() async throws {
    try await ProgramTest("run", "lesson.md").file("lesson.md", "# Words only\n").run()
    try await ProgramTest("run", "lesson.md").file("lesson.md", "").run()
  }

  @Test func checkSaysNothingAboutASoundLesson() async throws {
    try await ProgramTest("check", "lesson.md")
      .file("lesson.md", Lessons.training).file("points.csv", Lessons.points)
      .run()
  }

  @Test func aVocabularySmallerThanTheFirstLayerFailsTheBlock() async throws {
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Lessons.failing).file("mail.csv", Lessons.mail)
      .exits(1)
      .complains(
        """
        lesson.md:18:10: error: the network takes 100 inputs, but 'words' has 5 columns
          network: net
                   ^^^

        """
      )
      .run()
  }

  @Test func aCellThatIsNoNumberIsFoundBeforeTheRun() async throws {
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Lessons.data)
      .file("points.csv", "x,y,class\n0,0,left\n0,nan,left\n1,0,right\n")
      .exits(2)
      .complains(containing: "lesson.md:2:9: error: ", "row 3", "'y'", "'nan'")
      .run()
  }

  @Test func aFailureWinsOverAClaimThatDoesNotHold() async throws {
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Lessons.failing + "```{expect}\n- mail.rows = 5\n```\n")
      .file("mail.csv", Lessons.mail)
      .exits(1).complains(containing: "the network takes 100 inputs", "mail.rows = 5")
      .run()
  }

  @Test func aClaimThatDoesNotHoldEndsWith3() async throws {
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Lessons.claim("points.rows = 5")).file("points.csv", Lessons.points)
      .exits(3)
      .says(
        """
        {data points}
        points.csv: 4 rows; left: 2, right: 2

        {expect}
        ✗ points.rows = 5  (found 4)


        """
      )
      .complains(
        """
        lesson.md:6:3: error: this does not hold: points.rows = 5 (found 4)
          - points.rows = 5
            ^^^^^^^^^^^^^^^

        """
      )
      .run()
  }

  @Test func aClaimThatIsNotMeantForThisRunIsNoFailure() async throws {
    let claim = "```{expect}\nwhen: points.rows > 4\nclaims:\n- points.columns = 9\n```\n"
    try await ProgramTest("run", "--quiet", "lesson.md")
      .file("lesson.md", Lessons.data + claim).file("points.csv", Lessons.points)
      .run()
  }

  @Test func aMistakeThatIsPartOfTheLessonLeavesTheExitCodeAlone() async throws {
    let wrong = "```{network net}\n#| error: true\nlayers: [2]\nactivations: [softmax]\n```\n"
    let failing = Lessons.failing.replacing("train run}", with: "train run}\n#| error: true")
    let claim = "```{expect}\n#| error: true\n- points.rows = 5\n```\n"
    for lesson in [wrong, failing, Lessons.data + claim] {
      func test(_ arguments: String...) -> ProgramTest {
        ProgramTest(["run", "lesson.md"] + arguments).file("lesson.md", lesson)
          .file("mail.csv", Lessons.mail).file("points.csv", Lessons.points)
      }
      try await test("--quiet").run()
      try await test("--strict").says(containing: "\nlesson.md:", ": error: ").run()
    }
  }

  @Test func severalLessonsEndWithTheWorst() async throws {
    try await ProgramTest("run", "--quiet", "claim.md", "failing.md", "good.md")
      .file("claim.md", Lessons.claim("points.rows = 5")).file("points.csv", Lessons.points)
      .file("failing.md", Lessons.failing).file("mail.csv", Lessons.mail)
      .file("good.md", Lessons.data)
      .exits(1).complains(containing: "claim.md:6:3", "failing.md:18:10")
      .run()
  }

  @Test func aMistakeEndsWith2AndNothingRuns() async throws {
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", Lessons.data + "```{train run}\n```\n").file("points.csv", Lessons.points)
      .exits(2).complains(containing: "lesson.md:5:5: error: ")
      .run()
  }

  @Test func aCallThatMeansNothingEndsWith64() async throws {
    try await ProgramTest("run", "lesson.md", "--seed", "many").file("lesson.md", Lessons.data)
      .exits(64).complains(containing: "Error: ").run()
    try await ProgramTest("run", "lesson.md", "-p", "rate=1").file("lesson.md", Lessons.data)
      .exits(64).complains("error: unknown parameter 'rate'; the lesson has none\n").run()
  }

  @Test func aFileThatCannotBeReadOrWrittenEndsWith74() async throws {
    try await ProgramTest("run", "lesson.md")
      .exits(74).complains("error: 'lesson.md' does not exist\n").run()
    try await ProgramTest("render", "--quiet", "lesson.md", "--output-dir", "lesson.md")
      .file("lesson.md", "Words.\n")
      .exits(74).complains(
        "error: 'lesson.md/lesson.html' cannot be written: a part of its path is no folder\n"
      ).run()
  }

  @Test func anInterruptionEndsWith130WhateverElseWentWrong() async throws {
    try await ProgramTest("run", "lesson.md")
      .file("lesson.md", "```{expect}\n- 1 > 2\n```\n\n" + Lessons.endless)
      .send(SIGINT, afterSaying: "Epoch 1").exits(130).saysAnything()
      .complains(containing: "this does not hold: 1 > 2", "not run: the run was interrupted").run()
  }

  /// Lessons of one call that end differently, and how the call ends.
  @Test(arguments: [
    (["claim.md", "good.md"], 3), (["claim.md", "failing.md"], 1), (["failing.md", "bad.md"], 2),
    (["bad.md", "missing.md", "claim.md"], 74), (["good.md", "good.md"], 0),
  ])
  func theWorstCounts(_ lessons: [String], _ code: Int) async throws {
    let test = ProgramTest(["run", "--quiet"] + lessons)
      .file("claim.md", Lessons.claim("points.rows = 5")).file("points.csv", Lessons.points)
      .file("failing.md", Lessons.failing).file("mail.csv", Lessons.mail)
      .file("good.md", Lessons.data).file("bad.md", "```{trian x}\n```\n").exits(Int32(code))
    try await (code == 0 ? test : test.complains(containing: "error: ")).run()
  }
}
