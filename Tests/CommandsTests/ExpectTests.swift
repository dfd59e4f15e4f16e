import Commands
import Execution
import LessonTesting
import Testing

@Suite("Claims held against a run")
struct ExpectTests {
  /// A run that goes well and one that stops being finite.
  private static let runs =
    fixture.replacing("{rate: 0.1,", with: "{rate: 0.1, full: false,") + """
      ```{network wild}
      layers: [2, 8, 2]
      activations: [relu, linear]
      ```
      ```{train diverged}
      network: wild
      data: points
      learning_rate: 1e30
      epochs: 40
      ```
      ```{sweep pair}
      network: {layers: [2, 8, 2], activations: [relu, linear]}
      data: points
      learning_rate: [0.1, 1e30]
      epochs: 40
      ```

      """

  private func claim(_ text: String) throws -> Claim {
    let lesson = CheckedLesson(Self.runs + "```{expect}\n- \(text)\n```\n", commands: blockCommands)
    #expect(lesson.messages == [])
    let outputs = try #require(lesson.run().outcomes.last).outputs
    guard case .claims(let claims)? = outputs.first else { return try #require(nil as Claim?) }
    return try #require(claims.first)
  }

  @Test(arguments: [
    ("points.rows = 4", Claim.Verdict.holds, "found 4"),
    ("points.rows != 4", .fails, "found 4"),
    ("points.rows > 5", .fails, "found 4"),
    ("points.rows <= 2 * points.columns", .holds, "found 4, expected <= 4"),
    ("points.rows * 1.5 = 2 * 3", .holds, "found 6, expected = 6"),
    ("points.rows = 4.0", .holds, "found 4"),
    ("points.rows = mails.rows", .fails, "found 4, expected = 40"),
    ("points.rows = 4.1 ± 0.2", .holds, "found 4"),
    ("points.rows = 5 +/- 0.5", .fails, "found 4"),
    ("points.rows = 4.5 +- 0.5", .holds, "found 4"),
    ("points.rows = points.classes ± 1", .fails, "found 4, expected 2 ± 1"),
    ("points.rows in [1, 3]", .fails, "found 4"),
    ("points.rows in [points.classes, 3 + 3]", .holds, "found 4, expected in [2, 6]"),
    ("0.1 + 0.2 = 0.3", .fails, "found 0.30000000000000004"),
    ("0.1 + 0.2 = 0.3 ± 1e-9", .holds, "found 0.3"),
    ("points.source = 'builtin:xor'", .holds, "found builtin:xor"),
    ("argmin(trained.train_loss) in [1, 4]", .holds, "found 4"),
    ("finite(trained.train_loss)", .holds, ""), ("finite(trained)", .holds, ""),
    ("diverges(trained)", .fails, "found every number is finite"),
    ("diverges(diverged)", .holds, ""), ("finite(diverged)", .fails, "found not finite from epoch"),
    ("diverges(diverged.train_loss)", .holds, ""),
    ("finite(diverged.train_loss)", .fails, "found not finite from epoch"),
    ("decreasing(diverged.train_loss)", .fails, "found not finite from epoch"),
    ("finite(rates)", .holds, ""),
    ("diverges(rates.train_loss)", .fails, "found every number is finite"),
    ("diverges(rates[learning_rate=1])", .fails, "found every number is finite"),
    ("finite(measured.loss)", .holds, ""), ("finite(trained.train_loss[-1])", .holds, ""),
    ("diverges(points.rows)", .fails, "found 4"), ("finite(1 / 0)", .fails, "found inf"),
    ("diverges(diverged.train_loss[-1])", .holds, ""),
    ("finite(diverged.train_loss[-1])", .fails, "found nan (not finite from epoch"),
    ("$full", .fails, "found false"), ("$full = false", .holds, "found false"),
    ("$full = true", .fails, "found false"),
    ("finite(rates.train_loss[-1])", .holds, ""), ("finite(rates.runs)", .holds, ""),
    ("length(rates.runs) = 2", .holds, "found 2"), ("length(words.idf) = 20", .holds, "found 20"),
    ("increasing(trained.epoch)", .holds, ""),
    ("decreasing(trained.epoch)", .fails, "found 1, then 2 at [1]"),
    ("decreasing(0 - 1 * points.rows + rates.runs[0].epoch)", .fails, "found -3, then -2 at [1]"),
    ("rates.runs[-1].learning_rate = 1", .holds, "found 1"),
  ])
  func haveAVerdictAndEvidence(_ text: String, _ verdict: Claim.Verdict, _ evidence: String) throws
  {
    let claim = try claim(text)
    #expect(claim.verdict == verdict)
    if evidence.hasSuffix("epoch") {
      #expect(claim.evidence.hasPrefix(evidence))
    } else {
      #expect(claim.evidence == evidence)
    }
  }

  /// A run of the sweep is shorter than the other.
  @Test func failWithoutTheValueThatTheyAreAbout() {
    let claim = "min(lengths.train_loss[3]) < 1"
    let checked = CheckedLesson(
      lesson(
        "{sweep lengths}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\n"
          + "epochs: [4, 2]\n```\n```{expect}\n- \(claim)"), commands: blockCommands)
    #expect(checked.messages == [])
    let found = "found no value: epochs=2: there are only 2 elements"
    let message = "this does not hold: \(claim) (\(found))"
    #expect(checked.run().outcomes.last?.message == message)
  }

  @Test func tellWhereASeriesIsNotAsClaimed() throws {
    let evidence = try claim("increasing(trained.train_acc)").evidence
    #expect(evidence.contains(/found 0\.\d+, then 0\.\d+ at epoch 2/))
  }

  /// A sweep of whose two runs one diverges, and one does what nobody claims.
  @Test(arguments: [
    ("finite(pair)", "learning_rate=1e+30: not finite from epoch "),
    ("finite(pair.train_loss)", "learning_rate=1e+30: not finite from epoch "),
    ("finite(pair[learning_rate=1e30])", "not finite from epoch "),
    ("finite(pair.train_loss[-1])", "learning_rate=1e+30: nan"),
    ("decreasing(pair.train_loss)", "learning_rate=1e+30: not finite from epoch "),
    ("increasing(pair.train_loss)", "learning_rate=0.1: "),
    ("diverges(pair[learning_rate=0.1])", "every number is finite"),
    ("increasing(rates[learning_rate=0.1].train_loss)", "0."),
    ("increasing(0 * rates.train_loss[-1])", "0, then 0 with learning_rate=1"),
    ("decreasing(rates.train_loss * 0)", "learning_rate=0.1: 0, then 0 at epoch 2"),
  ])
  func tellWhichRunOfASweepIsNotAsClaimed(_ text: String, _ found: String) throws {
    let claim = try claim(text)
    #expect(claim.verdict == .fails)
    #expect(claim.found?.hasPrefix(found) == true, "\(claim.evidence)")
  }

  /// A parameter that is true or false guards claims by itself, and compared with either.
  @Test(arguments: [
    ("$full", false), ("$full = false", true), ("$full != true", true), ("$full = $full", true),
    ("true = $full", false),
  ])
  func areGuardedByAParameter(_ guardian: String, _ areTested: Bool) throws {
    let checked = CheckedLesson(
      Self.runs + "```{expect}\nwhen: \(guardian)\nclaims: [points.rows = 5]\n```\n",
      commands: blockCommands)
    #expect(checked.messages == [])
    let outcome = try #require(checked.run().outcomes.last)
    guard case .claims(let claims)? = outcome.outputs.first else {
      Issue.record("there are no claims")
      return
    }
    #expect(claims.map(\.verdict) == [areTested ? .fails : .skipped])
  }

  @Test(arguments: ["$word", "$rate", "true", "false"])
  func areNotGuardedByWhatClaimsNothing(_ guardian: String) {
    expectMistakes(
      lesson("{expect}\nwhen: «\(guardian)»\nclaims: [points.rows = 4]"),
      ["this claims nothing: compare it with something"])
  }

  @Test(arguments: [
    ("finite(«points»)", "'finite' is of a number, a series or a list, not of a data set"),
    (
      "«trained» = 1",
      "a run cannot be compared: name one of its values, such as trained.train_loss"
    ),
    (
      "«measured» > 0.9",
      "an evaluation cannot be compared: name one of its values, such as measured.accuracy"
    ),
    (
      "«rates» < 1", "a sweep cannot be compared: name one of its values, such as rates.train_loss"
    ),
    (
      "«rates.runs[0]» = 1",
      "several values cannot be compared: name one of them, such as rates.runs[0].train_loss"
    ),
    ("«first(rates.runs)» = 1", "several values cannot be compared"),
    ("«finite(trained)» = 1", "a claim cannot be compared: let it stand by itself"),
    (
      "min(«measured.confusion_matrix») = 1",
      "'min' is of numbers, and each element here is a list"
    ),
    ("max(«words.vocabulary») > 1", "'max' is of numbers, and each element here is text"),
    ("increasing(«words.vocabulary»)", "'increasing' is of numbers, and each element here is text"),
    ("mean(«rates.runs») = 1", "'mean' is of numbers, and each element here is several values"),
    ("«true»", "this claims nothing: compare it with something"),
    ("rates.«runs[2]».train_loss[0] > 0", "there are only 2 elements"),
    (
      "rates.runs[0].«train_los»[0] > 0",
      "a run of 'rates' has no 'train_los'; did you mean 'train_loss'?"
    ),
    (
      "«rates.runs[0].train_loss» > 0",
      "a series cannot be compared: pick a number with [-1], min(…) or the like"
    ),
    ("rates.runs[0].train_loss«[2]» > 0", "there are only 2 elements"),
    (
      "trained.«runs[0]».train_loss > 0",
      "'trained', a run, has no 'runs'; it has epoch, train_loss or train_acc"
    ),
    ("«trained»", "this claims nothing: compare it with something"),
    ("trained.«los»", "'trained', a run, has no 'los'; it has epoch, train_loss or train_acc"),
    ("points.rows = 4 ± «-1»", "a tolerance is at least 0, not -1"),
    (
      "rates[learning_rate=1, «learning_rate»=0.1].train_loss[0] < 1",
      "the setting 'learning_rate' is given twice"
    ),
    ("measured.accuracy > 90 «%»", "'%' has no meaning here: write 0.9"),
    ("measured.accuracy > 5«%»", "'%' has no meaning here: write 0.05"),
    ("points.rows «%» 2 = 0", "'%' has no meaning here"),
    ("«decreasin»(trained.train_loss)", "unknown function 'decreasin'; did you mean 'decreasing'?"),
  ])
  func areCheckedBeforeTheRun(_ claim: String, _ message: String) {
    expectMistakes(lesson("{expect}\n- \(claim)"), [message])
  }

  @Test(arguments: ["- «when: points.rows > 3»\n- points.rows = 4", "claims: [«{when: 1 < 2}»]"])
  func areNoMappings(_ body: String) {
    expectMistakes(
      lesson("{expect}\n\(body)"),
      [
        "a claim is a formula, not a mapping: options stand in place of the list, as 'when: …' and,"
          + " below it, 'claims:' with the list"
      ])
  }
}
