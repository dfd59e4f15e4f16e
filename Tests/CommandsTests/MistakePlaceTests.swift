import Commands
import Execution
import LessonTesting
import Notebook
import Testing

/// A mistake stands where the very words are, not where their list or their option begins.
@Suite("Places of mistakes")
struct MistakePlaceTests {
  private static let data = "```{data d}\nsource: builtin:xor\n```\n"

  private static let run = """
    ```{network net}
    layers: [2, 2]
    activations: [softmax]
    ```
    ```{train trained}
    network: net
    data: d
    ```

    """

  @Test(arguments: [
    (
      "{expect}\n- d.rows = 4\n«-» \n- d.rows > «e»",
      [
        "'claims' is a path or a formula, such as spam.val_loss, nothing is given",
        "unknown name 'e'",
      ]
    ),
    (
      "{network net}\nlayers:\n- 2\n«-»\n- 2\nactivations: [softmax]",
      ["'layers' is a list, each entry a whole number or auto, nothing is given"]
    ),
    (
      "{network net}\nlayers: [2, 2, 2]\nactivations:\n  - tanh\n  «-» # the output",
      [
        "'activations' is sigmoid, tanh, relu, leaky_relu, softmax or linear, nothing is given"
      ]
    ),
    (
      "{sweep s}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: d\nlearning_rate:\n«-»\n- 0.1\n«-»",
      [
        "'learning_rate' is a number, nothing is given",
        "'learning_rate' is a number, nothing is given",
      ]
    ),
  ])
  func emptyEntriesStandAtTheirDash(_ block: String, _ messages: [String]) {
    expectMistakes(Self.data + "```\(block)\n```\n", messages)
  }

  @Test(arguments: [
    (
      "features:\n- [1, 2]\n- «[3]»\n- [4, 5]\n- «[]»\nlabels: [a, b, a, b]",
      [
        "row 2: expected 2 features as in row 1, found 1",
        "row 4: expected 2 features as in row 1, found 0",
      ]
    ),
    (
      "features: [[1], [2], [3]]\ntargets: [[1, 2], «[3]», [4, 5]]",
      ["row 2: expected 2 targets as in row 1, found 1"]
    ),
    (
      "features: [[1], [2], «[3, 4]»]\nlabels: [a, «\"\"», «''»]",
      [
        "row 3: expected 1 feature as in row 1, found 2",
        "row 2, column 'label': the label is empty", "row 3, column 'label': the label is empty",
      ]
    ),
    (
      "features: [[1], [2]]\nlabels:\n- a\n«-»",
      ["'labels' is text, nothing is given"]
    ),
  ])
  func rowsInPlaceHavePlacesOfTheirOwn(_ options: String, _ messages: [String]) {
    let text = "```{data a}\n\(options)\n```\n"
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(Set(lesson.messages) == Set(messages))
    #expect(lesson.messages.count == messages.count)
    #expect(lesson.markedText == text)
  }

  @Test func rowsOfPredictHavePlacesOfTheirOwn() {
    let message = "the network takes 2 numbers per row"
    expectMistakes(
      Self.data + Self.run
        + "```{predict}\nrun: trained\nfeatures:\n- [1, 2]\n- «[3]»\n- [4, 5]\n- «[6, 7, 8]»\n```\n",
      [message, message])
  }

  @Test(arguments: [
    ("features: [a, «a», b, «a»]\nlabel: label", "column 'a' is listed twice", 2),
    (
      "features: [a, «label»]\nlabel: label",
      "column 'label' is the label, so it cannot be an input too", 1
    ),
    (
      "features:\n- a\n- «b»\ntarget: b", "column 'b' is a target, so it cannot be an input too", 1
    ),
    ("features: [a]\ntarget: [b, «b»]", "column 'b' is listed twice", 1),
    (
      "features: [a]\ncategories: [a, «b»]\nlabel: label",
      "column 'b' is said to hold categories, and is no feature", 1
    ),
    (
      "categories: [a, «label», «label»]\nlabel: label",
      "column 'label' is said to hold categories, and is no feature", 2
    ),
    (
      "features: [a]\ncategories: [«x», a, «x»]\nlabel: label",
      "there is no column 'x'; the columns are a, b, label", 2
    ),
  ])
  func columnsInListsHavePlacesOfTheirOwn(_ options: String, _ message: String, _ count: Int) throws
  {
    let rows = (1...20).map { "\($0),\($0 % 3),\($0 % 2 == 0 ? "x" : "y")\n" }.joined()
    let text = "```{data a}\nsource: two.csv\n\(options)\n```\n"
    try withLessonFolder(["two.csv": "a,b,label\n" + rows]) { folder in
      let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder)
      #expect(lesson.messages == [String](repeating: message, count: count))
      #expect(lesson.markedText == text)
    }
  }

  @Test(arguments: [
    ("test: «0.99»", "cutting 'test' off 20 rows leaves nothing to train on"),
    (
      "test: 0.5\nvalidation: «0.99»", "cutting 'validation' off 10 rows leaves nothing to train on"
    ),
    (
      "stratify: «true»",
      "class 'z' has only one row when 'test' is cut off; a stratified cut needs at least 2 of each class"
    ),
  ])
  func cutsAreAtFaultWhereTheyAreAsked(_ options: String, _ message: String) throws {
    let rows = (1...20).map { "\($0),\($0 == 20 ? "z" : $0 % 2 == 0 ? "x" : "y")\n" }.joined()
    let text = """
      ```{data a}
      source: two.csv
      label: label
      ```
      ```{split parts}
      data: a
      \(options)
      ```

      """
    try withLessonFolder(["two.csv": "a,label\n" + rows]) { folder in
      let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder)
      #expect(lesson.messages == [message])
      #expect(lesson.markedText == text)
    }
  }

  @Test func everyRepeatedValueOfASweepIsTold() {
    let message = "'batch_size' lists a value twice"
    expectMistakes(
      Self.data
        + "```{sweep s}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: d\nbatch_size:\n- 1\n- 2\n- «1»\n- «01»\n```\n",
      [message, message])
  }

  @Test func aKeyThatIsGivenTwiceHidesNothing() {
    expectMistakes(
      Self.data + """
        ```{train x}
        network: «nope»
        data: d
        «learning_rat»: 1
        epochs: 3
        «epochs»: 4
        «epochs»: 5
        ```

        """,
      [
        "unknown name 'nope'",
        "unknown option 'learning_rat' in 'train'; did you mean 'learning_rate'?",
        "'epochs' is given twice", "'epochs' is given twice",
      ])
  }

  @Test func pathsIntoABlockWithAKeyThatIsGivenTwiceAreChecked() {
    expectMistakes(
      Self.data + "```{data e}\nsource: builtin:moons\nrows: 8\n«rows»: 9\n```\n"
        + "```{expect}\n- e.«row» = 8\n```\n",
      ["'rows' is given twice", "'e', a data set, has no 'row'; did you mean 'rows'?"])
  }

  @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
  func formerLineBreaksMoveNothing(_ mark: String) {
    expectMistakes(
      Self.data
        + "```{plot}\ntitle: \"a\(mark)b\" # c\(mark)d\nbars: d.«rowz»\nlog_y: «maybe»\n```\n",
      [
        "'d', a data set, has no 'rowz'; did you mean 'rows'?",
        "'log_y' is true or false, not 'maybe'",
      ])
  }

  @Test func nullIsAWordWhereWordsAreTaken() throws {
    let lesson = CheckedLesson(
      """
      ```{data null}
      features: [[0], [1]]
      labels: [null, ok]
      ```
      ```{split parts}
      data: null
      test: 0.5
      ```
      ```{expect}
      - null.rows = 2
      - parts.test = 1
      ```

      """, commands: blockCommands)
    #expect(lesson.messages == [])
    #expect(lesson.run().outcomes.map(\.status) == [.done, .done, .done])
  }

  @Test(arguments: [
    (
      "a,b,label\n1,q,x\nr,2,y\ns,t,z\n",
      [
        "row 2, column 'b': 'q' is not a decimal number",
        "row 3, column 'a': 'r' is not a decimal number",
      ],
      [
        "row 4, column 'a': 's' is not a decimal number",
        "row 4, column 'b': 't' is not a decimal number",
      ]
    ),
    (
      "a,b,label\n1,red,x\n2,blue,y\n,green,\n3,red,NA\n",
      [
        "row 4, column 'label': the label is empty",
        "row 2, column 'b': 'red' is not a decimal number",
        "row 4, column 'a': a number is missing",
      ], ["row 5, column 'label': 'NA' says that the label is missing"]
    ),
  ])
  func everyCellOfAFileIsTold(_ file: String, _ firsts: [String], _ others: [String]) throws {
    let text = "```{data a}\nsource: p.csv\nlabel: label\n```\n"
    try withLessonFolder(["p.csv": file]) { folder in
      let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder)
      #expect(Set(lesson.messages) == Set(firsts.map { "p.csv, \($0)" }))
      #expect(lesson.messages.count == firsts.count)
      let notes = lesson.plan.diagnostics.flatMap(\.notes)
      #expect(Set(notes).count == notes.count)
      #expect(Set(notes.filter { $0.hasPrefix("row ") }) == Set(others))
    }
  }

  @Test func manyCellsOfAColumnAreOneMistake() throws {
    let rows = (1...200).map { "\($0),\($0 <= 23 ? "4" : ""),\($0 % 2 == 0 ? "x" : "")\n" }
    let text = "```{data a}\nsource: p.csv\nlabel: label\n```\n```{data b}\nsource: q.csv\n```\n"
    try withLessonFolder(["p.csv": "id,age,label\n" + rows.joined()]) { folder in
      let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder)
      #expect(
        lesson.messages == [
          "p.csv, row 25, column 'age': a number is missing",
          "p.csv, row 2, column 'label': the label is empty",
          "the data file 'q.csv' does not exist; did you mean 'p.csv'?",
        ])
      let notes = lesson.plan.diagnostics.map { $0.notes.suffix(4) }
      #expect(
        notes.prefix(2).map(\.first) == [
          "row 26, column 'age': a number is missing", "row 4, column 'label': the label is empty",
        ])
      #expect(
        notes.prefix(2).map(\.last) == ["and so on in 173 more rows", "and so on in 96 more rows"])
    }
  }

  @Test func everyRaggedRowOfAFileIsTold() throws {
    let file = "a,label\n1,x\n2\n3,y\n4,y,5\n" + String(repeating: "6\n", count: 10)
    try withLessonFolder(["p.csv": file]) { folder in
      let lesson = CheckedLesson(
        "```{data a}\nsource: p.csv\nlabel: label\n```\n", commands: blockCommands,
        lessonFolder: folder)
      #expect(lesson.messages == ["p.csv, row 3 (line 3): expected 2 fields, found 1"])
      let notes = lesson.plan.diagnostics.flatMap(\.notes)
      #expect(notes.count == 10)
      #expect(notes.first == "row 5 (line 5), column 3: expected 2 fields, found 3")
      #expect(notes.last == "and so on in 2 more rows")
    }
  }
}
