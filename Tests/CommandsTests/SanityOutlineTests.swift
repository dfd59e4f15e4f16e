import Commands
import LessonTesting
import Testing

/// Where the data are still to be fetched, the check knows neither their classes nor how many outputs the network has.
@Suite("What is known of a sanity check of unseen data")
struct SanityOutlineTests {
  private static func lesson(loss: String) -> CheckedLesson {
    CheckedLesson(
      """
      ```{data rows}
      source: https://example.org/rows.csv
      sha256: \(String(repeating: "0", count: 64))
      features: [a, b]
      label: kind
      ```
      ```{network net}
      layers: [2, auto]
      activations: [sigmoid]
      loss: \(loss)
      data: rows
      ```
      ```{sanity looks}
      network: net
      data: rows
      ```
      ```{expect}
      - looks.chance_loss < 1
      ```

      """, commands: blockCommands)
  }

  @Test func isThatASquaredErrorHasNoLossOfGuessing() {
    #expect(
      Self.lesson(loss: "mean_squared_error").messages == [
        "'looks', a sanity check, has no 'chance_loss': that is known where the network's loss is categorical_cross_entropy, or binary_cross_entropy of one output"
      ])
  }

  @Test(arguments: ["binary_cross_entropy", "categorical_cross_entropy"])
  func isThatACrossEntropyMayHaveOne(loss: String) {
    // Of sigmoid outputs without anything against them a warning tells.
    let errors = Self.lesson(loss: loss).messages.filter { !$0.hasPrefix("warning: ") }
    #expect(errors == [])
  }
}
