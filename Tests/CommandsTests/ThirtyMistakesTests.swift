import Commands
import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("A lesson with thirty mistakes")
struct ThirtyMistakesTests {
  private static let lesson = """
    ---
    title: Thirty mistakes
    «sead»: 1
    params:
      rate: 0.1
      «unused»: 3
    ---

    See «@fig-los» and `{value} good.«rovs»` and `{value} good.rows «%q»`.

    ```{data good}
    source: builtin:xor
    ```

    ```{data mail}
    source: builtin:emails
    rows: 20
    text: «txt»
    ```

    ```{data file}
    source: «missing.csv»
    label: class
    ```

    ```{data table2}
    source: table.csv
    features: [x, «z»]
    label: class
    ```

    ```{«splt» parts}
    data: good
    ```

    ```{split cut}
    data: good
    test: «1.5»
    ```

    ```{split «good»}
    data: good
    ```

    ```{tfidf words}
    data: «good»
    ```

    ```{network net}
    #| «ecko»: false
    layers: [2, 3, 2]
    activations: [«tahn», softmax]
    ```

    ```{network deep}
    layers: [2, 3, 2]
    activations: «[softmax]»
    ```

    ```{network bad_loss}
    layers: [2, 3, 1]
    activations: [tanh, sigmoid]
    loss: «categorical_cross_entropy»
    ```

    ```{network wide}
    layers: [3, 2]
    activations: [softmax]
    ```

    ```{train first}
    network: «wide»
    data: good
    ```

    ```{network fine}
    layers: [2, 3, 2]
    activations: [tanh, softmax]
    ```

    ```{train run}
    network: fine
    data: good
    epochs: 5
    ```

    ```{train second}
    network: fine
    data: good
    «learning_rat»: 0.5
    ```

    ```{train third}
    network: fine
    data: good
    epochs: «"3"»
    ```

    ```{train fourth}
    network: fine
    data: good
    batch_size: «0»
    ```

    ```{train fifth}
    network: fine
    data: good
    learning_rate: «$rat»
    ```

    ```{«train» sixth}
    network: fine
    ```

    ```{train seventh}
    network: «late»
    data: good
    ```

    ```{network late}
    layers: [2, 2]
    activations: [softmax]
    ```

    ```{sweep rates}
    network: {layers: [2, 2], activations: [softmax]}
    data: good
    batch_size: «[]»
    ```

    ```{evaluate score}
    run: run
    on: «test»
    ```

    ```{plot}
    #| label: fig-loss
    lines: «run.train_loss[-1]»
    ```

    ```{expect}
    - run.train_loss«[5]» < 1
    - «run.train_loss» < 1
    - «maxx»(run.train_loss) < 1
    - «run.train_loss[0]»
    ```

    """

  /// What should stand in place of the mistyped words, in reading order.
  private static let replacements = [
    "seed", "@fig-loss", "rows", "text", "split", "echo", "tanh", "learning_rate", "$rate", "max",
  ]

  @Test func isToldOfAllOfThemAtOnceAndInAMoment() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "x,y,class\n0,0,a\n1,1,b\n".write(
      to: folder.appending(path: "table.csv"), atomically: true, encoding: .utf8)
    var plan: Plan?
    // The fastest of a few, since other tests run at the same time.
    let fastest = (1...20).map { _ in
      ContinuousClock().measure {
        plan = CheckedLesson(Self.lesson, commands: blockCommands, lessonFolder: folder.path).plan
      }
    }.min()
    #expect(try #require(fastest) < .milliseconds(50))
    let found = try #require(plan)
    let diagnostics = (found.diagnostics + found.advice).inReadingOrder
    #expect(diagnostics.count == 30)
    #expect(
      MarkedText(Self.lesson).marking(diagnostics.compactMap(\.range)) == Self.lesson)
    #expect(
      diagnostics.compactMap { $0.replacement(in: found.notebook.source) } == Self.replacements)
    #expect(Set(diagnostics.map(\.code)).count >= 25)
  }
}
