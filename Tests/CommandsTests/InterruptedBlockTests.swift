import Commands
import Execution
import LessonTesting
import Synchronization
import Testing

/// Whoever interrupts a lesson does not wait for the end of the block that runs.
@Suite("A block that is interrupted")
struct InterruptedBlockTests {
  /// Asks to stop when the last block of a lesson asks for the n-th time.
  private final class LateInterruption: Sendable {
    private let last: Int
    private let question: Int
    private let isNear = Atomic(false)
    private let questions = Atomic(0)

    init(inBlock last: Int, atQuestion question: Int) {
      self.last = last
      self.question = question
    }

    func hear(_ event: RunEvent) {
      if case .started(let block) = event, block == last { isNear.store(true, ordering: .relaxed) }
    }

    /// The schedule asks once more before it lets the block run.
    func isRequested() -> Bool {
      isNear.load(ordering: .relaxed) && questions.add(1, ordering: .relaxed).newValue > question
    }
  }

  private static let base = """
    ```{data mails}
    source: builtin:emails
    rows: 100
    ```
    ```{tfidf words}
    data: mails
    ```
    ```{network reader}
    layers: [auto, 4, 2]
    activations: [relu, softmax]
    data: words
    ```
    ```{train read}
    network: reader
    data: words
    epochs: 2
    ```
    ```{data moons}
    source: builtin:moons
    rows: 40
    ```
    ```{network net}
    layers: [2, 4, 2]
    activations: [tanh, softmax]
    ```
    ```{train run}
    network: net
    data: moons
    epochs: 2
    ```

    """

  private func expectInterruption(
    of block: String, atQuestion question: Int, after text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let checked = CheckedLesson(text + "```\(block)\n```\n", commands: blockCommands)
    let interruption = LateInterruption(
      inBlock: checked.plan.steps.count - 1, atQuestion: question)
    let lesson = checked.run(
      isCancelled: { interruption.isRequested() }, report: { interruption.hear($0) })
    #expect(
      lesson.outcomes.dropLast().allSatisfy { $0.status == .done }, sourceLocation: sourceLocation)
    #expect(lesson.outcomes.last?.cause == .interruption, sourceLocation: sourceLocation)
    #expect(lesson.wasInterrupted, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "{data a}\nsource: builtin:emails\nrows: 10", "{data a}\nsource: builtin:gaussian",
    "{data a}\nsource: builtin:circles", "{data a}\nsource: builtin:moons",
    "{data a}\nsource: builtin:blobs", "{data a}\nsource: builtin:spiral",
    "{data a}\nsource: builtin:digits", "{data a}\nsource: builtin:line",
    "{data a}\nsource: builtin:sine", "{data a}\nsource: builtin:friedman",
    "{network a}\nlayers: [2, 2]\nactivations: [softmax]",
    "{network a}\nlayers: [2, 2]\nactivations: [softmax]\nprecision: float32",
    "{split a}\ndata: moons", "{describe a}\ndata: mails", "{describe a}\ndata: moons",
    "{tfidf a}\ndata: mails", "{words a}\nfeatures: words", "{explain a}\nrun: read",
    "{mistakes a}\nrun: read", "{mistakes a}\nrun: run", "{evaluate a}\nrun: read",
    "{evaluate a}\nrun: run",
    "{predict a}\nrun: read\ntext: hello", "{predict a}\nrun: run\nfeatures: [[0, 1], [1, 1]]",
    "{gradcheck a}\nnetwork: net\ndata: moons", "{sanity a}\nnetwork: net\ndata: moons",
    "{train a}\nnetwork: net\ndata: moons",
    "{learning_rate_range a}\nnetwork: net\ndata: moons",
    "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: moons\nepochs: [1, 2]",
    "{plot}\nboundary: run", "{plot}\nresponses: run",
  ])
  func endsInTheMiddle(block: String) {
    expectInterruption(of: block, atQuestion: 1, after: Self.base)
  }

  /// Scales are learnt and applied under the eyes of whoever may interrupt.
  @Test(arguments: [
    "{train a}\nnetwork: net\ndata: points\nepochs: 1",
    "{sanity a}\nnetwork: net\ndata: points",
  ])
  func asksWhileItScales(block: String) {
    func questions(_ options: String) -> Int {
      let checked = CheckedLesson(
        """
        ```{data points}
        source: builtin:gaussian
        rows: 10000
        columns: 40
        \(options)
        ```
        ```{network net}
        layers: [40, 2]
        activations: [softmax]
        ```
        ```\(block)
        ```

        """, commands: blockCommands)
      let count = Atomic(0)
      let lesson = checked.run(isCancelled: {
        count.add(1, ordering: .relaxed)
        return false
      })
      #expect(lesson.outcomes.allSatisfy { $0.status == .done })
      return count.load(ordering: .relaxed)
    }
    // Three times 400,000 numbers.
    #expect(questions("scale: standard") >= questions("") + 15)
  }

  /// The draws of all epochs would take hours: those that others wait for are looked at like any work.
  @Test(arguments: [
    "{train a}\nnetwork: net\ndata: points\nepochs: 10000000",
    "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\n"
      + "learning_rate: [0.1, 1]\nepochs: 10000000",
  ])
  func endsWhileItDraws(block: String) {
    expectInterruption(
      of: block, atQuestion: 3,
      after: """
        ---
        random_stream: notebook
        ---
        ```{data points}
        source: builtin:gaussian
        rows: 20000
        ```
        ```{network net}
        layers: [2, 2]
        activations: [softmax]
        ```

        """)
  }
}
