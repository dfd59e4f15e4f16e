import Commands
import LessonTesting
import Testing

@Suite("Single runs of a sweep")
struct NamedRunTests {
  private static let lengths = """
    {sweep lengths}
    network: {layers: [2, 2], activations: [softmax]}
    data: points
    epochs: [4, 2, 1]
    learning_rate: [0.1, 1]

    """

  private static func claim(_ claim: String, of sweep: String) -> String {
    lesson(sweep + "```\n```{expect}\n- \(claim)")
  }

  @Test(arguments: [
    ("lengths[epochs=2, learning_rate=1].train_loss«[3]» < 9", 2),
    ("lengths[learning_rate=1, epochs=2].train_acc«[-3]» < 9", 2),
    ("max(lengths[epochs=2].train_loss«[2]») < 9", 2),
    ("lengths[epochs=4, learning_rate=1].epoch«[4]» < 9", 4),
  ])
  func areAsLongAsTheirSettingsSay(_ claim: String, _ count: Int) {
    expectMistakes(
      Self.claim(claim, of: Self.lengths), ["there are only \(count) elements"])
  }

  @Test func haveAsManyElementsAsAreRecorded() {
    let sweep = Self.lengths + "record_every: 2\n"
    expectMistakes(
      Self.claim("lengths[epochs=4, learning_rate=1].train_loss«[3]» < 9", of: sweep),
      ["there are only 3 elements"])
  }

  /// Which of several runs is too short for an index is known to the run alone.
  @Test(arguments: [
    "lengths[epochs=4, learning_rate=1].train_loss[3] < 9",
    "max(lengths[learning_rate=1].train_loss[3]) < 9",
  ])
  func mayBeLongEnough(_ claim: String) {
    expectMistakes(Self.claim(claim, of: Self.lengths), [])
  }

  /// How many updates each of several runs makes is known if it is the same for all.
  @Test(arguments: [
    ("batch_size: 3\nl2: [0, 1]", "updates[l2=1].gradient_norm«[6]» < 9"),
    ("batch_size: 3\nl2: [0, 1]", "updates[l2=1].gradient_norm[5] < 9"),
    ("batch_size: [1, 3]", "updates[batch_size=1].gradient_norm[6] < 9"),
  ])
  func haveSoManyUpdates(_ options: String, _ claim: String) {
    let sweep = """
      {sweep updates}
      network: {layers: [2, 2], activations: [softmax]}
      data: points
      epochs: 3
      track: gradient_norm
      \(options)

      """
    expectMistakes(
      Self.claim(claim, of: sweep), claim.contains("«") ? ["there are only 6 elements"] : [])
  }

  @Test func mayStopEarly() {
    let rings = """
      {data rings}
      source: builtin:circles
      ```
      ```{split parts_of_rings}
      data: rings
      validation: 0.2
      ```
      ```
      """
    let sweep = Self.lengths.replacing("data: points", with: "data: parts_of_rings")
    expectMistakes(
      Self.claim(
        "lengths[epochs=4, learning_rate=1].val_loss[9] < 9",
        of: rings + sweep + "early_stopping: true\n"), [])
  }
}
