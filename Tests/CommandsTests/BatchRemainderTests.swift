import Commands
import LessonTesting
import Testing

/// A batch of one row has no spread that batch normalization could bring to 1.
@Suite("Batches of one row")
struct BatchRemainderTests {
  private static func lesson(rows: Int, normalizes: Bool, batchSize: String) -> String {
    """
    ```{data points}
    source: builtin:gaussian
    rows: \(rows)
    ```
    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    batch_normalization: \(normalizes)
    ```
    ```{train run}
    network: net
    data: points
    batch_size: \(batchSize)
    ```

    """
  }

  @Test(arguments: [
    (33, "«8»", "of 33 rows in batches of 8 the last is alone", 9),
    (31, "«5»", "of 31 rows in batches of 5 the last is alone", 7),
    (33, "«32»", "of 33 rows in batches of 32 the last is alone", 33),
    (31, "«1»", "in batches of 1 each is alone", 4),
  ])
  func areDoubtfulWithBatchNormalization(
    rows: Int, batchSize: String, reason: String, better: Int
  ) {
    expectMistakes(
      Self.lesson(rows: rows, normalizes: true, batchSize: batchSize),
      [
        "warning: batch normalization learns nothing from a row that is alone in its batch, and"
          + " \(reason); choose another size, such as \(better)"
      ])
  }

  /// Some runs of a sweep may normalize and others not.
  @Test(arguments: [("[false, true]", "«8»"), ("[false]", "8")])
  func areDoubtfulInASweep(normalizes: String, batchSize: String) {
    let words =
      "batch normalization learns nothing from a row that is alone in its batch, and of 33 rows in"
      + " batches of 8 the last is alone; choose another size, such as 9"
    expectMistakes(
      """
      ```{data points}
      source: builtin:gaussian
      rows: 33
      ```
      ```{sweep runs}
      network: {layers: [2, 4, 2], activations: [tanh, softmax], batch_normalization: \(normalizes)}
      data: points
      batch_size: \(batchSize)
      ```

      """,
      batchSize.contains("«") ? ["warning: \(words)"] : [])
  }

  @Test(arguments: [(32, true, "8"), (33, true, "64"), (34, true, "8"), (33, false, "8")])
  func areFineWithoutItAndMissedByOtherSizes(rows: Int, normalizes: Bool, batchSize: String) {
    expectMistakes(Self.lesson(rows: rows, normalizes: normalizes, batchSize: batchSize), [])
  }
}
