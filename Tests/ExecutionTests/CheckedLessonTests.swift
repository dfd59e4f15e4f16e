import Execution
import LessonTesting
import Testing

@Suite("A lesson of a test that has a mistake")
struct CheckedLessonTests {
  @Test func failsItsTestAndNoOther() {
    withKnownIssue {
      let lesson = CheckedLesson("```{sample a}\n«cuont»: 3\n```\n", commands: testCommands).run()
      #expect(lesson.outcomes.map(\.status) == [.notRun])
      #expect(lesson.value("a", "size") == nil)
    } matching: { issue in
      issue.comments.contains {
        $0.rawValue.contains("did you mean 'count'?") && $0.rawValue.contains("«cuont»: 3")
      }
    }
  }
}
