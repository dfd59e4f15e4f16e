import Testing

/// The tutorial on real mail against the numbers of its NumPy code.
@Suite(
  .enabled(
    if: Tutorial.isTested,
    "the tutorial's mail or its reference numbers are not here (LECTERN_SPAM_CSV, LECTERN_TUTORIAL_REFERENCE)"
  ))
struct TutorialTests {
  /// The greatest difference between numbers of the lesson and of NumPy, relative to the latter.
  private static let tolerance = 1e-9

  private func expect(_ found: JSON, agreesWith expected: JSON, _ what: Comment) throws {
    let (found, expected) = (try found.numbers, try expected.numbers)
    #expect(found.count == expected.count, what)
    for (index, (found, expected)) in zip(found, expected).enumerated() {
      let difference = abs(found - expected)
      #expect(
        difference <= Self.tolerance * abs(expected),
        "\(what.rawValue)[\(index)]: \(found) instead of \(expected)")
    }
  }

  @Test func theEpochLinesAreTheTutorialsDigitForDigit() async throws {
    let expected = try Tutorial.epochLines()
    #expect(expected.count == 50)
    let said = try await Tutorial.run.value.stdout.split(separator: "\n")
    #expect(said.filter { $0.hasPrefix("Epoch ") && $0.contains("/50 ") } == expected)
  }

  @Test func theSpamFilterIsAsGoodAsTheTutorials() async throws {
    let test = try await Tutorial.results().block("spam_test")
    #expect(try test["confusion_matrix"].list.map { try $0.numbers } == [[726, 9], [6, 294]])
    #expect(try test["accuracy"].number == 0.9855072463768116)
    let reference = try Tutorial.reference()["spam"]
    #expect(try test["confusion_matrix"] == reference["confusion_matrix"])
    #expect(try test["accuracy"] == reference["test_accuracy"])
    let report = try Report(await Tutorial.run.value.text("output/\(Tutorial.name).html"))
    #expect(report.texts(of: "p").contains { $0.contains("0.9855 of the test mails") })
  }

  @Test func theRowsAreSplitAsInTheTutorial() async throws {
    let split = try await Tutorial.results().only("split")
    let reference = try Tutorial.reference()["splits"]
    for (ours, theirs) in [
      ("train_rows", "train"), ("validation_rows", "dev"), ("test_rows", "test"),
    ] {
      #expect(try split[ours] == reference[theirs], "\(ours)")
    }
  }

  @Test func theVocabularyIsTheTutorials() async throws {
    let words = try await Tutorial.results().only("tfidf")
    let reference = try Tutorial.reference()
    #expect(try words["vocabulary"] == reference["vocabulary"])
    #expect(try words["nonzeros"] == reference["tfidf"]["nnz"])
    try expect(words["idf"], agreesWith: reference["idf"], "idf")
  }

  @Test func everyCurveIsTheTutorials() async throws {
    let (results, reference) = (try await Tutorial.results(), try Tutorial.reference())
    for series in ["train_loss", "train_acc"] {
      try expect(
        results.block("xor_run")[series], agreesWith: reference["xor"][series], "xor \(series)")
    }
    for series in ["train_loss", "train_acc", "val_loss", "val_acc"] {
      try expect(
        results.block("spam")[series], agreesWith: reference["spam"][series], "spam \(series)")
    }
    for name in ["vanishing", "exploding"] {
      let (run, expected) = (try results.block(name), try reference[name])
      try expect(run["train_loss"], agreesWith: expected["loss"], "\(name) loss")
      try expect(run["gradient_norm"], agreesWith: expected["gradient_norm"], "\(name) norm")
    }
  }

  @Test func everyRunOfTheSweepIsTheTutorials() async throws {
    let runs = try await Tutorial.results().block("rates")["runs"].list
    let reference = try Tutorial.reference()["sweep"]
    #expect(runs.count == 9)
    for run in runs {
      let batchSize = Int(try run["batch_size"].number)
      let name = "BS=\(batchSize)-LR=\(try run["learning_rate"].number)"
      for series in ["train_loss", "train_acc", "val_loss", "val_acc"] {
        try expect(run[series], agreesWith: reference[name][series], "\(name) \(series)")
      }
    }
  }
}
