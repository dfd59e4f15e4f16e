import Commands
import Execution
import LessonTesting
import Testing

/// Examples whose columns a lesson names, with the categories that its data have.
@Suite("Examples by their columns")
struct NamedFeatureTests {
  private static let table = """
    rooms,color,price
    1,red,10
    2,blue,25
    3,red,30
    4,green,41
    5,blue,52
    6,green,61

    """

  private static let houses = """
    ```{data houses}
    source: houses.csv
    target: price
    categories: [color]
    scale: standard
    scale_target: standard
    ```
    ```{network net}
    layers: [auto, auto]
    activations: [linear]
    data: houses
    ```
    ```{train trained}
    network: net
    data: houses
    learning_rate: 0.1
    epochs: 20
    ```

    """

  private func withTable<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withLessonFolder(["houses.csv": Self.table], body)
  }

  private func expectMistakes(_ options: String, _ messages: [String]) throws {
    try withTable { folder in
      let marked = Self.houses + "```{predict answer}\nrun: trained\n\(options)\n```\n"
      let checked = CheckedLesson(marked, commands: blockCommands, lessonFolder: folder)
      #expect(checked.messages == messages)
      #expect(checked.markedText == marked)
    }
  }

  @Test("are those whose numbers stand in the order of the inputs")
  func numbers() throws {
    try withTable { folder in
      // The columns are rooms, color=blue, color=green and color=red.
      let lesson = CheckedLesson(
        Self.houses + """
          ```{predict named}
          run: trained
          features: [{rooms: 2.5, color: red}, {color: blue, rooms: 4}]
          ```
          ```{predict plain}
          run: trained
          features: [[2.5, 0, 0, 1], [4, 1, 0, 0]]
          ```
          ```{predict mixed}
          run: trained
          features: [[2.5, 0, 0, 1], {rooms: 4, color: blue}]
          ```
          ```{predict single}
          run: trained
          features: {rooms: 4, color: blue}
          ```
          ```{expect}
          - named.value[0] = plain.value[0]
          - named.value[1] = plain.value[1]
          - mixed.value[1] = plain.value[1]
          - single.value = plain.value[1]
          - named.value[0] != named.value[1]
          ```
          """, commands: blockCommands, lessonFolder: folder)
      #expect(lesson.messages == [])
      let run = lesson.run()
      #expect(run.outcomes.last?.status == .done, "\(run.outcomes.compactMap(\.message))")
      guard case .table(let shown)? = run.outcome("named")?.outputs.first else {
        Issue.record("there is no table")
        return
      }
      #expect(shown.rows.map { $0[0] } == ["rooms 2.5, color red", "color blue, rooms 4"])
    }
  }

  @Test(
    "have to be of the data, before anything trains",
    arguments: [
      (
        "features: {rooms: 2, color: «gren»}",
        ["'color' has no category 'gren'; did you mean 'green'?"]
      ),
      (
        "features: {rooms: 2, color: «purple»}",
        ["'color' has no category 'purple'; it has blue, green, red"]
      ),
      (
        "features: {rooms: «many», color: red}",
        ["'rooms' is a column of numbers, and 'many' is none"]
      ),
      (
        "features: {rooms: «'3'», color: red}",
        ["'rooms' is a column of numbers, and '3' in quotes is text"]
      ),
      (
        "features: {rooms: «1e999», color: red}",
        ["'rooms' is a column of numbers, and 1e999 is too large for a number"]
      ),
      (
        "features: {«romms»: 2, color: red}",
        ["'trained' takes no column 'romms'; did you mean 'rooms'?"]
      ),
      (
        "features: [{rooms: 2, color: red}, «{color: red}»]",
        ["'trained' takes a value for each column; there is none for 'rooms'"]
      ),
      (
        "features: [{rooms: «x», color: «y»}]",
        [
          "'rooms' is a column of numbers, and 'x' is none",
          "'color' has no category 'y'; it has blue, green, red",
        ]
      ),
      ("features: «[2, 1]»", ["the network takes 4 numbers per row"]),
      (
        "features: {rooms: 2, color: «[red]»}",
        ["'color' is a number or the name of a category, not a list"]
      ),
    ])
  func mistakes(_ options: String, _ messages: [String]) throws {
    try expectMistakes(options, messages)
  }

  @Test("are not there for texts")
  func texts() {
    CommandsTests.expectMistakes(
      """
      ```{data mails}
      source: builtin:emails
      rows: 40
      ```
      ```{tfidf words}
      data: mails
      max_features: 20
      ```
      ```{network net}
      layers: [auto, 2]
      activations: [softmax]
      data: words
      ```
      ```{train trained}
      network: net
      data: words
      epochs: 2
      ```
      ```{predict answer}
      run: trained
      «features»: {text: hello}
      ```

      """, ["'trained' was trained on texts, so it takes 'text', and has no columns to name"])
  }
}
