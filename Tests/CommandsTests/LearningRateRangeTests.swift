import Commands
import Execution
import LessonTesting
import Testing

@Suite("A learning rate range")
struct LearningRateRangeTests {
  @Test func suggestsNoRateWhereNoLossIsFinite() {
    let lesson = CheckedLesson(
      """
      ```{data far}
      features: [[1e200], [-1e200], [2e200]]
      targets: [1, 2, 3]
      ```
      ```{network net}
      layers: [1, 1]
      activations: [linear]
      ```
      ```{learning_rate_range range}
      network: net
      data: far
      ```
      """, commands: blockCommands)
    #expect(lesson.messages == [])
    let executed = lesson.run()
    #expect(executed.value("range", "loss") == .list([]))
    #expect(executed.value("range", "suggestion")?.asNumber?.isNaN == true)
    #expect(executed.value("range", "lowest_at")?.asNumber?.isNaN == true)
    #expect(
      executed.outcome("range")?.outputs == [
        .note(Note(.warning, "The loss got out of hand at the first rate already."))
      ])
  }
}
