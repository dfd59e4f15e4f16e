import Foundation
import Testing

/// Parameters of lessons whose front matter has mistakes: nobody knows which there are.
struct UnreadableParameterTests {
  @Test(arguments: ["params: {rate: @1}", "parms: {rate: 1}", "params: {2rate: 1}", "- rate"])
  func areNotSaidToBeUnknown(_ line: String) async throws {
    let lesson = "---\n\(line)\n---\n\n`{value} $rate`\n"
    for given in [["-p", "rate=2"], ["--params", "p.yml"]] {
      let complaints = try await ProgramTest(["check", "lesson.md"] + given)
        .file("lesson.md", lesson).file("p.yml", "matrix: {rate: [1, 2]}\n")
        .exits(2).complains(containing: "lesson.md:2:").run().stderr
      #expect(complaints.matches(of: /error:/).count == 1, "\(complaints)")
    }
  }

  @Test func areKnownInSpiteOfOtherMistakes() async throws {
    try await ProgramTest("check", "lesson.md", "--params", "p.yml").file("p.yml", "rat: 2\n")
      .file("lesson.md", "---\ntitel: a\nparams: {rate: 1}\n---\n\n`{value} $rate`\n")
      .exits(2).complains(
        containing: "p.yml:1:1: error: unknown parameter 'rat'; did you mean 'rate'?"
      ).run()
  }
}
