import Commands
import Execution
import LessonTesting
import Testing

/// Targets that a network learns on a common scale, and that a lesson sees in their own units.
@Suite("Scaled targets")
struct ScaledTargetTests {
  private func run(_ lesson: String, in folder: String = "") -> ExecutedLesson {
    let checked = CheckedLesson(lesson, commands: blockCommands, lessonFolder: folder)
    #expect(checked.messages == [])
    let executed = checked.run()
    #expect(
      executed.outcomes.allSatisfy { $0.status == .done },
      "\(executed.outcomes.compactMap(\.message))")
    return executed
  }

  /// A line through ten places, and a network that can follow it.
  private func line(
    _ target: (Double) -> Double = { 1000 * $0 + 5000 }, scale: String = "standard",
    network: String = ""
  ) -> String {
    let places = (0..<10).map { Double($0) }
    return """
      ```{data rows}
      features: \(places.map { [$0] })
      targets: \(places.map(target))
      scale: standard
      scale_target: \(scale)
      ```
      ```{split parts}
      data: rows
      test: 0.2
      seed: 3
      ```
      ```{network net}
      layers: [1, 1]
      activations: [linear]
      seed: 1
      \(network)
      ```
      ```{train trained}
      network: net
      data: parts
      batch_size: 8
      learning_rate: 0.3
      epochs: 100
      seed: 1
      ```
      ```{evaluate score}
      run: trained
      on: test
      ```
      ```{predict answer}
      run: trained
      features: [[10], [20]]
      ```

      """
  }

  private func numbers(_ lesson: ExecutedLesson, _ block: String, _ member: String) -> [Double] {
    let value = lesson.value(block, member)
    return value?.asNumber.map { [$0] } ?? value?.elements?.compactMap(\.asNumber) ?? []
  }

  private func figures(_ lesson: ExecutedLesson) -> [Figure] {
    lesson.outcomes.flatMap(\.outputs).compactMap { output in
      if case .figure(let figure) = output { figure } else { nil }
    }
  }

  @Test("are predicted in their own units", arguments: ["standard", "minmax"])
  func ownUnits(_ scale: String) {
    let lesson = run(
      line(scale: scale) + """
        ```{expect}
        - score.r2 = 1 ± 1e-9
        - score.root_mean_squared_error < 0.01
        - score.mean_absolute_error < 0.01
        - answer.value[0] = 15000 ± 0.01
        - answer.value[1] = 25000 ± 0.01
        - trained.train_loss[0] < 10
        ```
        """)
    // What is true is what the lesson says, to the last digit.
    #expect(numbers(lesson, "score", "true").allSatisfy { $0 == $0.rounded() })
  }

  @Test func inSinglePrecisionAreTheSame() {
    let lesson = run(line(network: "precision: float32"))
    #expect(abs((numbers(lesson, "score", "r2").first ?? 0) - 1) < 1e-6)
  }

  @Test func makeALossOfTheirScale() throws {
    let lesson = run(
      line() + "```{plot}\nlines: trained.train_loss\nlimits: [0, 2]\n```\n"
        + "```{plot}\nresponses: trained\n```\n")
    let train = numbers(lesson, "parts", "train_rows").map { 1000 * $0 + 5000 }
    let mean = train.reduce(0, +) / Double(train.count)
    let variance = train.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(train.count)
    let squared = try #require(numbers(lesson, "score", "mean_squared_error").first)
    let loss = try #require(numbers(lesson, "score", "loss").first)
    #expect(abs(squared / variance - loss) <= 1e-9 * max(loss, 1e-20) + 1e-24)
    let figures = figures(lesson).suffix(2)
    let losses = try #require(figures.first)
    #expect(losses.y.title == "mean squared error (scaled target)")
    #expect(losses.references.map(\.label) == ["always the mean: 1"])
    // The only layer answers with the targets' own numbers.
    let responses = try #require(figures.last?.allSeries.first)
    let slope = try #require(
      zip(responses.y.dropFirst(), responses.y).map { $0 - $1 }.first.map { difference in
        difference / (responses.x[1] - responses.x[0])
      })
    #expect(abs(slope - 1000) < 0.01)
  }

  @Test("are learnt alike whatever their unit")
  func units() throws {
    let bent = { (x: Double) in x * x - 3 * x }
    let small = run(line(bent))
    let large = run(line { 4e6 * bent($0) - 1e7 })
    let (r2, other) = (numbers(small, "score", "r2"), numbers(large, "score", "r2"))
    #expect(abs(try #require(r2.first) - (try #require(other.first))) < 1e-9)
    for (first, second) in zip(
      numbers(small, "score", "predicted"), numbers(large, "score", "predicted"))
    {
      #expect(abs(4e6 * first - 1e7 - second) < 1e-9 * 4e7)
    }
  }

  @Test("have the scale of the training part alone")
  func training() throws {
    let near = run(line())
    let tested = try #require(numbers(near, "parts", "test_rows").first)
    let far = run(line { $0 == tested ? 1e9 : 1000 * $0 + 5000 })
    #expect(numbers(near, "trained", "train_loss") == numbers(far, "trained", "train_loss"))
    #expect(numbers(near, "score", "predicted") == numbers(far, "score", "predicted"))
    #expect(numbers(far, "score", "true").contains(1e9))
  }

  @Test("that are all the same are only shifted", arguments: ["standard", "minmax"])
  func constant(_ scale: String) {
    let lesson = run(line({ _ in 7e5 }, scale: scale))
    let answers = numbers(lesson, "answer", "value") + numbers(lesson, "score", "predicted")
    #expect(answers.count == 4 && answers.allSatisfy { abs($0 - 7e5) < 1e-3 })
  }

  @Test func eachHaveAScaleOfTheirOwn() {
    _ = run(
      lessonOnSums(
        targets: "[[0, 0], [1e6, 0.002], [1e6, -0.002], [2e6, 0]]",
        options: "scale_target: standard")
          + """
          ```{expect}
          - score.r2 = 1 ± 1e-6
          - answer.value[0] = 3e6 ± 1
          - answer.value[1] = 0.002 ± 1e-8
          ```
          """)
  }

  @Test func ofTextsAreScaledToo() throws {
    let rows = (0..<12).map { $0 % 3 == 0 ? "good stuff,9000" : "bad stuff,1000" }
    let table = "text,price\n" + rows.joined(separator: "\n") + "\n"
    let lesson = """
      ```{data reviews}
      source: prices.csv
      text: text
      target: price
      scale_target: minmax
      ```
      ```{tfidf words}
      data: reviews
      ```
      ```{network net}
      layers: [auto, auto]
      activations: [linear]
      data: words
      ```
      ```{train trained}
      network: net
      data: words
      learning_rate: 0.5
      epochs: 400
      ```
      ```{predict answer}
      run: trained
      text: [good stuff, bad stuff]
      ```
      ```{expect}
      - answer.value[0] = 9000 ± 1
      - answer.value[1] = 1000 ± 1
      - trained.train_loss[0] < 20
      ```
      """
    _ = try withLessonFolder(["prices.csv": table]) { run(lesson, in: $0) }
  }

  @Test("are refused where there are classes")
  func classes() {
    let message = "'scale_target' is for numbers to predict, and the data have classes"
    expectMistakes(
      "```{data a}\nfeatures: [[1], [2]]\nlabels: [x, y]\n«scale_target»: standard\n```\n",
      [message])
    expectMistakes(
      "```{data a}\nsource: points.csv\nlabel: kind\n«scale_target»: minmax\n```\n", [message])
    expectMistakes(
      "```{data a}\nsource: builtin:moons\n«scale_target»: minmax\n```\n",
      ["'scale_target' does not apply to builtin:moons"])
    expectMistakes(
      "```{data a}\nsource: images-idx3-ubyte\nlabels: labels-idx1-ubyte\n«scale_target»: minmax\n```\n",
      ["'scale_target' does not apply to a file"])
    expectMistakes(
      "```{data a}\nsource: builtin:line\nscale_target: «normal»\n```\n",
      ["'scale_target' is standard or minmax, not 'normal'"])
  }
}
