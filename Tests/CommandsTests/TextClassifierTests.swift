import Commands
import Execution
import LessonTesting
import Testing

@Suite("Understanding a text classifier")
struct TextClassifierTests {
  private static let spamLesson = """
    ---
    seed: 1
    ---
    ```{data mails}
    source: builtin:emails
    rows: 300
    ```
    ```{split parts}
    data: mails
    test: 0.3
    stratify: true
    ```
    ```{tfidf features}
    data: parts
    max_features: 150
    stop_words: english
    ```
    ```{network net}
    layers: [auto, 4, 2]
    activations: [relu, softmax]
    data: features
    ```
    ```{train run}
    network: net
    data: features
    epochs: 5
    learning_rate: 0.3
    ```
    ```{evaluate score}
    run: run
    ```

    """

  private func run(_ blocks: String, threads: Int = 1) -> ExecutedLesson {
    let lesson = CheckedLesson(Self.spamLesson + blocks, commands: blockCommands)
    #expect(lesson.messages.filter { !$0.hasPrefix("warning") } == [])
    return lesson.run(threads: threads)
  }

  private func figure(_ options: String) throws -> Figure {
    let executed = run("```{plot}\n\(options)\n```\n")
    let outputs = try #require(executed.outcomes.last?.outputs)
    guard case .figure(let figure)? = outputs.first else {
      throw BlockFailure("no figure: \(executed.outcomes.last?.message ?? "")")
    }
    return figure
  }

  @Test func aROCCurveKnowsItsAxesAndItsDiagonal() throws {
    let figure = try figure("lines: score.roc.true_positive_rate")
    #expect(figure.title == "ROC curve")
    #expect(figure.x.title == "false positive rate" && figure.y.title == "true positive rate")
    #expect(figure.x.limits == 0...1 && figure.y.limits == 0...1)
    #expect(figure.isSquare)
    #expect(figure.references == [.identity(label: "chance: AUC 0.5")])
    let series = figure.allSeries[0]
    #expect(series.x.first == 0 && series.y.first == 0 && series.x.last == 1 && series.y.last == 1)
  }

  @Test func precisionOverRecallGoesInStepsFromLeftToRight() throws {
    let figure = try figure("lines: score.precision_recall.precision")
    let series = figure.allSeries[0]
    #expect(series.isStepped && figure.isSquare)
    #expect(!figure.references.contains { $0.course == .identity })
    #expect(series.x.first == 0 && series.y.first == 1 && series.x.last == 1)
    #expect(zip(series.x, series.x.dropFirst()).allSatisfy { $0 <= $1 })
    let share = try #require(figure.references.first?.y)
    #expect(figure.references.map(\.label) == ["always ‘spam’: \(significantDigits(share, 4))"])
  }

  @Test func curvesCanRunOverSomethingElse() throws {
    let figure = try figure(
      "lines: score.roc.true_positive_rate\nagainst: score.roc.true_positive_rate")
    #expect(!figure.isSquare && !figure.references.contains { $0.course == .identity })
    let effect = try self.figure("lines: [score.thresholds.precision, score.thresholds.recall]")
    #expect(effect.x.title == "threshold" && !effect.isSquare && effect.allSeries.count == 2)
  }

  /// Where no mail is taken for spam, there is nothing whose share could be right; the value is 0 none the less.
  @Test func precisionEndsWhereNothingIsPredicted() throws {
    let executed = run(
      "```{plot}\nlines: [score.thresholds.precision, score.thresholds.recall]\n```\n")
    guard case .figure(let figure)? = executed.outcomes.last?.outputs.first,
      let precision = executed.value("score", "thresholds.precision")?.elements,
      let hits = executed.value("score", "thresholds.true_positives")?.elements,
      let alarms = executed.value("score", "thresholds.false_positives")?.elements
    else {
      Issue.record("there is no figure")
      return
    }
    let predicted = zip(hits, alarms).map { ($0.asNumber ?? 0) + ($1.asNumber ?? 0) }
    let defined = predicted.count { $0 > 0 }
    #expect(precision.count == 19 && (1..<19).contains(defined))
    #expect(precision.dropFirst(defined).allSatisfy { $0.asNumber == 0 })
    #expect(figure.allSeries.map(\.y.count) == [defined, 19])
    #expect(figure.allSeries[0].y.allSatisfy { $0 > 0 })
  }

  @Test func aThresholdDecidesAndPointsOfTheCurveAreItsResults() throws {
    let first = run("")
    guard case .list(let thresholds)? = first.value("score", "roc.threshold"),
      case .list(let rates)? = first.value("score", "roc.true_positive_rate"),
      let threshold = thresholds[2].asNumber
    else {
      Issue.record("there is no curve")
      return
    }
    let executed = run("```{evaluate strict}\nrun: run\nthreshold: \(threshold)\n```\n")
    #expect(executed.value("strict", "recall")?.elements?[1] == rates[2])
    #expect(executed.value("strict", "auc") == first.value("score", "auc"))
  }

  @Test func thePositiveClassMayBeTheOther() {
    let executed = run("```{evaluate other}\nrun: run\npositive_class: ham\n```\n")
    let areas = ["score", "other"].compactMap { executed.value($0, "auc")?.asNumber }
    #expect(areas.count == 2 && abs(areas[0] - areas[1]) < 1e-12)
    let precisions = ["score", "other"].map { executed.value($0, "average_precision") }
    #expect(precisions[0] != precisions[1])
  }

  @Test func canonicallyEquivalentClassesAreTwo() {
    let (composed, decomposed) = ("caf\u{E9}", "cafe\u{301}")
    let lesson = """
      ```{data points}
      features: [[0], [1], [2], [3], [4], [5]]
      labels: [\(composed), \(decomposed), \(composed), \(composed), \(decomposed), \(composed)]
      ```
      ```{network net}
      layers: [1, 2]
      activations: [softmax]
      ```
      ```{train run}
      network: net
      data: points
      epochs: 1
      ```
      ```{train weighed}
      network: net
      data: points
      epochs: 2
      class_weights: {\(composed): 0}
      ```
      ```{evaluate one}
      run: run
      positive_class: \(composed)
      ```
      ```{evaluate other}
      run: run
      positive_class: \(decomposed)
      ```

      """
    let executed = CheckedLesson(lesson, commands: blockCommands).run()
    let precisions = ["one", "other"].map { executed.value($0, "average_precision")?.asNumber }
    #expect(precisions[0] != nil && precisions[0] != precisions[1])
    // The other class still counts, so that there is something to learn.
    let losses = executed.value("weighed", "train_loss")?.elements ?? []
    #expect(losses.count == 2 && losses.first != losses.last)
  }

  @Test func wordsAndMistakesAreTheSameWithAnyThreads() {
    let blocks = """
      ```{words fates}
      features: features
      ```
      ```{explain why}
      run: run
      class: spam
      ```
      ```{explain whynot}
      run: run
      class: ham
      ```
      ```{mistakes worst}
      run: run
      on: train
      ```

      """
    let executed = run(blocks)
    let others = run(blocks, threads: 3)
    #expect(executed.outcomes.map(\.outputs) == others.outcomes.map(\.outputs))
    // Of two classes, what speaks for one speaks against the other.
    #expect(executed.value("why", "word") == executed.value("whynot", "against_word"))
    #expect(executed.value("fates", "terms")?.elements?[0] == .integer(150))
    guard case .list(let losses)? = executed.value("worst", "loss") else { return }
    let numbers = losses.compactMap(\.asNumber)
    #expect(!numbers.isEmpty && numbers == numbers.sorted(by: >))
  }

  @Test func severalClassesNeedOneToBeNamed() {
    let lesson = """
      ```{data points}
      source: builtin:blobs
      rows: 60
      classes: 3
      ```
      ```{network net}
      layers: [2, 3]
      activations: [softmax]
      ```
      ```{train run}
      network: net
      data: points
      epochs: 3
      ```
      ```{evaluate all}
      run: run
      ```
      ```{evaluate one}
      run: run
      positive_class: 2
      ```

      """
    let executed = CheckedLesson(lesson, commands: blockCommands).run()
    #expect(executed.value("all", "auc") == nil)
    #expect(executed.value("one", "auc")?.asNumber != nil)
    expectMistakes(
      lesson + "```{evaluate bad}\nrun: run\n«threshold»: 0.3\n```\n",
      ["a threshold decides between two classes, and there are 3"])
    expectMistakes(
      lesson + "```{evaluate bad}\nrun: run\npositive_class: «7»\n```\n",
      ["there is no class '7'; there are 0, 1 or 2"])
    expectMistakes(
      lesson + "```{show}\nvalue: all.«auc»\n```\n",
      [
        "'all', an evaluation, has no 'auc': that is about one class, which 'positive_class' names"
      ])
    expectMistakes(
      lesson + "```{expect}\n- all.«roc» > 1\n- all.«thresholds.f1»[0] > 0\n```\n",
      ["roc", "thresholds.f1"].map {
        "'all', an evaluation, has no '\($0)': that is about one class, which 'positive_class' names"
      })
  }

  @Test(arguments: [
    ("{evaluate a}\nrun: trained\nthreshold: «1.5»", "'threshold' is from 0 to 1, not 1.5"),
    (
      "{show}\nvalue: measured.«roc.true_positive_rat»",
      "'measured', an evaluation, has no 'roc.true_positive_rat'; did you mean"
        + " 'roc.true_positive_rate'?"
    ),
    (
      "{plot}\nlines: «measured.roc»",
      "'lines' draws a series, a list of numbers or the runs of a sweep, not several values"
    ),
    (
      "{expect}\n- «measured.roc» > 1",
      "several values cannot be compared: name one of them, such as measured.roc.false_positive_rate"
    ),
    ("{explain a}\nrun: «trained»", "'trained' was trained on numbers, so it has no words"),
    (
      "{words a}\nfeatures: «mails»",
      "'features' is the name of a set of features; 'mails' is a data set"
    ),
  ])
  func mistakesAreFoundAtTheirPlaces(_ block: String, _ message: String) {
    expectMistakes(lesson(block), [message])
  }

  @Test func aClassAndAPartHaveToExist() {
    expectMistakes(
      Self.spamLesson + "```{explain a}\nrun: run\nclass: «spm»\n```\n",
      ["there is no class 'spm'; there are ham or spam; did you mean 'spam'?"])
    expectMistakes(
      Self.spamLesson + "```{mistakes a}\nrun: run\non: «validation»\n```\n",
      ["the data of 'run' has no validation part; it has train or test"])
  }
}
