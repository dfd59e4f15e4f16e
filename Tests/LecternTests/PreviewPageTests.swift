import Foundation
import Testing

/// The page of a preview as a browser shows it while its lesson changes.
@Suite(.enabled(if: Browser.isTested, "chromium is not on the PATH"), .serialized)
struct PreviewPageTests {
  private static let prose = "The loss falls from the first epoch on."
  private static let lesson = """
    # Points

    \(prose)

    \(Lessons.training)
    ```{plot}
    #| label: fig-loss
    #| fig-cap: How the loss falls.
    lines: run.train_loss
    title: Loss
    ```

    """
  private static let status = "document.getElementById('preview-status').textContent"
  private static let mistakes = "document.getElementById('preview-mistakes').textContent"
  private static let text = "document.querySelector('main').textContent"

  /// Shows a lesson, and expects that neither the page nor the browser complains.
  private func show(
    _ lesson: String = PreviewPageTests.lesson, files: [String: String] = [:],
    _ body: (LivePreview, LiveBrowser) async throws -> Void
  ) async throws {
    let files = files.merging(["points.csv": Lessons.points]) { given, _ in given }
    let preview = try await LivePreview(lesson, files: files)
    defer { preview.close() }
    let browser = try await LiveBrowser(preview.address)
    defer { browser.close() }
    try await body(preview, browser)
    #expect(browser.console.isEmpty)
  }

  /// The reader has come somewhere and opened a fold; a mark tells whether the page is still the same.
  private func startReading(_ browser: LiveBrowser) async throws {
    try await browser.wait(until: "\(Self.status).includes('Up to date')")
    try await browser.value(
      of: """
        document.querySelector('.numbers').open = true;
        window.mark = 1;
        document.querySelector('main').mark = 1;
        document.getElementById('block-run').mark = 1;
        document.getElementById('block-run').scrollIntoView();
        """)
  }

  private func expectStillReading(_ browser: LiveBrowser) async throws {
    let isSame = try await browser.value(
      of: """
        window.mark === 1 && document.querySelector('main').mark === 1
          && document.getElementById('block-run').mark === 1
          && document.querySelector('.numbers').open
          && Math.abs(document.getElementById('block-run').getBoundingClientRect().top) < 20
        """)
    #expect(isSame == .boolean(true), "the reader has lost their place")
  }

  @Test func newProseTakesTheOldOnesPlace() async throws {
    try await show { preview, browser in
      try await startReading(browser)
      let changed = Self.lesson.replacing(Self.prose, with: "It falls.\n\nAnd falls.\n\nAnd falls.")
      try preview.save(changed)
      try await browser.wait(until: "\(Self.text).includes('And falls.')")
      try await expectStillReading(browser)
      try await preview.wait { try preview.refreshes.count == 2 }
      #expect(try preview.refreshes.last?.hasSuffix("ms; ran nothing, reused 4 blocks") == true)
    }
  }

  @Test func aNewPlotTakesTheOldOnesPlace() async throws {
    try await show { preview, browser in
      try await startReading(browser)
      try preview.save(Self.lesson.replacing("title: Loss", with: "title: Another title"))
      try await browser.wait(until: "\(Self.text).includes('Another title')")
      try await expectStillReading(browser)
      try await preview.wait { try preview.refreshes.count == 2 }
      #expect(try preview.refreshes.last?.hasSuffix("ms; ran {plot}, reused 3 blocks") == true)
    }
  }

  @Test func mistakesLieOverTheLastGoodPage() async throws {
    try await show { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
      try preview.save(Self.lesson.replacing("epochs: 3", with: "epoch: 3"))
      try await browser.wait(until: "\(Self.mistakes).includes(\"unknown option 'epoch'\")")
      #expect(
        try await browser.value(of: "\(Self.mistakes).includes('1 mistake')") == .boolean(true))
      #expect(try await browser.value(of: "\(Self.mistakes).includes('^^^^^')") == .boolean(true))
      #expect(
        try await browser.value(of: "\(Self.text).includes('Epoch 3/3')") == .boolean(true))
      #expect(
        try await browser.value(of: "\(Self.status).includes('Not up to date')") == .boolean(true))
      #expect(try preview.stderr.contains("lesson.md:"))
      try preview.save(Self.lesson)
      try await browser.wait(until: "\(Self.mistakes) === ''")
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
    }
  }

  @Test func aNarrowWindowChangesNothingButTheRoomAround() async throws {
    try await show(Self.lesson.replacing("epochs: 3", with: "epochs: none")) { _, browser in
      try await browser.resize(width: 400)
      try await browser.wait(until: "\(Self.mistakes).includes('1 mistake')")
      let styles = """
        ["status p", "mistakes summary", "mistakes .mistake"]
          .map(part => getComputedStyle(document.querySelector("#preview-" + part)))
        """
      #expect(
        try await browser.value(of: styles + ".map(style => style.paddingLeft).join()")
          == .text("16px,16px,16px"))
      #expect(try await browser.value(of: styles + "[1].fontWeight") == .text("600"))
    }
  }

  @Test func aLessonThatStartsWithMistakesIsShownOnceTheyAreMended() async throws {
    try await show(Self.lesson.replacing("epochs: 3", with: "epochs: none")) { preview, browser in
      try await browser.wait(until: "\(Self.mistakes).includes('1 mistake')")
      try preview.save(Self.lesson)
      try await browser.wait(until: "\(Self.text).includes('Epoch 3/3')")
      try await browser.wait(until: "document.title === 'Points'")
    }
  }

  @Test func everyWayToSaveIsSeen() async throws {
    try await show { preview, browser in
      try preview.saveByRenaming(Self.lesson.replacing(Self.prose, with: "By renaming."))
      try await browser.wait(until: "\(Self.text).includes('By renaming.')")
      try preview.remove("lesson.md")
      try await browser.wait(until: "\(Self.mistakes).includes(\"'lesson.md' does not exist\")")
      #expect(try preview.stdout.contains("\nlesson.md gone: checked after "))
      #expect(
        try await browser.value(of: "\(Self.text).includes('By renaming.')") == .boolean(true))
      try preview.save("")
      try await browser.wait(until: "\(Self.mistakes).includes(\"'lesson.md' is empty\")")
      try preview.save(Self.lesson.replacing(Self.prose, with: "Here again."))
      try await browser.wait(until: "\(Self.text).includes('Here again.')")
      try await browser.wait(until: "\(Self.mistakes) === ''")
    }
  }

  @Test func aFileThatIsBeingSavedIsNoMistake() async throws {
    try await show { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
      try preview.remove("lesson.md")
      try await Task.sleep(for: .milliseconds(50))
      try preview.save("")
      try await Task.sleep(for: .milliseconds(50))
      try preview.save(Self.lesson.replacing(Self.prose, with: "Saved at last."))
      try await browser.wait(until: "\(Self.text).includes('Saved at last.')")
      #expect(try preview.stderr.isEmpty)
    }
  }

  @Test func ofManySavesTheLastCounts() async throws {
    try await show { preview, browser in
      for number in 1...20 {
        try preview.save(Self.lesson.replacing(Self.prose, with: "Version \(number)."))
        try await Task.sleep(for: .milliseconds(number % 4 * 10))
      }
      try await browser.wait(until: "\(Self.text).includes('Version 20.')")
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
      #expect(
        try await browser.value(of: "document.querySelectorAll('main > .block').length")
          == .number(4))
    }
  }

  @Test func dataAndParametersAreFollowedToo() async throws {
    let lesson =
      "---\nparams:\n  epochs: 3\n---\n\n"
      + Self.lesson
      .replacing("epochs: 3", with: "epochs: $epochs")
    let preview = try await LivePreview(
      lesson, files: ["points.csv": Lessons.points, "given.yml": "epochs: 4\n"], "--params",
      "given.yml")
    defer { preview.close() }
    let browser = try await LiveBrowser(preview.address)
    defer { browser.close() }
    try await browser.wait(until: "\(Self.text).includes('Epoch 4/4')")
    try preview.save("epochs: 5\n", to: "given.yml")
    try await browser.wait(until: "\(Self.text).includes('Epoch 5/5')")
    try preview.save(Lessons.points + "2,2,right\n", to: "points.csv")
    try await browser.wait(until: "\(Self.text).includes('points.csv: 5 rows')")
    try preview.save("epoch: 5\n", to: "given.yml")
    try await browser.wait(until: "\(Self.mistakes).includes('given.yml:1:1: error')")
    try preview.save("epochs: 6\n", to: "given.yml")
    try await browser.wait(until: "\(Self.text).includes('Epoch 6/6')")
    #expect(browser.console.isEmpty)
  }

  @Test func aRunningBlockTellsHowFarItIs() async throws {
    try await show(Lessons.endless) { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Running {train run} Epoch ')")
      try await browser.wait(until: "/\\d+ (s|min|h \\d+ min) left/.test(\(Self.status))")
      #expect(
        try await browser.value(of: "document.querySelector('#preview progress').max")
          == .number(10_000_000))
      #expect(try await browser.value(of: "\(Self.text).includes('xor: 4 rows')") == .boolean(true))
      #expect(
        try await browser.value(of: "document.querySelectorAll('.pending').length") == .number(2))
      // A change ends the run, and the next one begins.
      try preview.save(Lessons.endless.replacing("10000000", with: "20"))
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
      #expect(
        try await browser.value(of: "document.querySelectorAll('.pending').length") == .number(0))
    }
  }

  @Test func anEditElsewhereDoesNotEndATraining() async throws {
    let lesson = Lessons.endless.replacing("10000000", with: "300000")
    try await show(lesson + "Some prose.\n") { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Running {train run} Epoch ')")
      try preview.save(lesson + "Other prose.\n")
      try await browser.wait(until: "\(Self.text).includes('Other prose.')")
      #expect(
        try await browser.value(of: "document.querySelectorAll('.pending').length") == .number(2))
      try await browser.wait(until: "\(Self.status).includes('Up to date')", seconds: 60)
      #expect(try preview.refreshes.count == 1)
      #expect(
        try preview.refreshes.last?.contains("ran {evaluate score}") == false,
        "the training was not done twice")
    }
  }

  @Test func aBlockAboveARunningTrainingDoesNotEndIt() async throws {
    let lesson = Lessons.endless.replacing("10000000", with: "300000")
    try await show(lesson) { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Running {train run} Epoch ')")
      try preview.save(
        lesson.replacing("```{network net}", with: "```{show}\nvalue: xor\n```\n\n```{network net}")
      )
      // The new block is there, and waits for the training as the evaluation does.
      try await browser.wait(until: "document.querySelectorAll('main > .block').length === 5")
      #expect(
        try await browser.value(of: "document.querySelectorAll('.pending').length") == .number(3))
      try await browser.wait(until: "\(Self.status).includes('Up to date')", seconds: 60)
      #expect(
        try await browser.value(of: "document.querySelectorAll('.pending').length") == .number(0))
      #expect(try preview.refreshes.count == 1)
      #expect(try preview.refreshes.last?.hasSuffix("ran {show}, reused 4 blocks") == true)
    }
  }

  @Test func aChangeOfTheTrainingItselfEndsIt() async throws {
    try await show(Lessons.endless) { preview, browser in
      try await browser.wait(until: "\(Self.status).includes('Running {train run} Epoch ')")
      try preview.save(
        Lessons.endless.replacing("[2, 64, 64, 2]", with: "[2, 4, 4, 2]")
          .replacing("10000000", with: "20"))
      try await browser.wait(until: "\(Self.status).includes('Up to date')")
      #expect(try await browser.value(of: "\(Self.text).includes('Epoch 20/20')") == .boolean(true))
    }
  }

  @Test func aFailureIsSaidInTheStrip() async throws {
    try await show(Lessons.failing, files: ["mail.csv": Lessons.mail]) { preview, browser in
      try await browser.wait(
        until: "\(Self.status).includes('Up to date, but {train run} failed')")
      #expect(
        try await browser.value(of: "document.querySelector('#preview-status a').hash")
          == .text("#block-run"))
      try preview.save(Lessons.claim("points.rows = 5"))
      try await browser.wait(
        until: "\(Self.status).includes('Up to date, but {expect} does not hold')")
      try preview.save(Lessons.claim("points.rows = 4"))
      try await browser.wait(until: "\(Self.status).startsWith('Up to date page after')")
    }
  }

  @Test func whatACheckAdvisesIsFoldedAway() async throws {
    let idle = Lessons.data + "```{show}\nvalue: 1\n```\n"
    try await show(idle) { preview, browser in
      try await browser.wait(until: "\(Self.status).startsWith('Up to date page after')")
      try await browser.wait(until: "\(Self.mistakes).startsWith('1 remark')")
      #expect(
        try await browser.value(
          of: "\(Self.mistakes).includes(\"warning: nothing reads 'points'\")") == .boolean(true))
      #expect(
        try await browser.value(of: "document.querySelector('#preview-mistakes details').open")
          == .boolean(false))
      #expect(try preview.stderr.isEmpty)
      try preview.save(idle.replacing("value: 1", with: "value: points"))
      try await browser.wait(until: "\(Self.mistakes) === ''")
    }
  }

  @Test func aSweepTellsHowManyRunsAreDone() async throws {
    let rates = (1...40).map { "0.0\(100 + $0)" }.joined(separator: ", ")
    let lesson = """
      ```{data rings}
      source: builtin:circles
      rows: 2000
      ```

      ```{sweep rates}
      network: {layers: [2, 64, 2], activations: [tanh, softmax]}
      data: rings
      learning_rate: [\(rates)]
      batch_size: 1
      epochs: 100
      record_every: 50
      ```
      """
    try await show(lesson) { preview, browser in
      try await browser.wait(
        until: "/Running .sweep rates. \\d+ of 40 runs, \\d+ (s|min) left/.test(\(Self.status))")
      #expect(
        try await browser.value(of: "document.querySelector('#preview progress').max")
          == .number(40))
    }
  }

  @Test(.enabled(if: Tutorial.isTested, "the real mail is not there"))
  func theTutorialOnRealMailIsNewWithoutTraining() async throws {
    let lesson = try Package.text("notebooks/\(Tutorial.name).md")
    let preview = try await LivePreview(lesson, "-p", "corpus=\(Tutorial.mail.path)", "--explain")
    defer { preview.close() }
    let browser = try await LiveBrowser(preview.address)
    defer { browser.close() }
    try await browser.wait(until: "\(Self.status).includes('Up to date')", seconds: 60)
    let edits = [
      ("A neural network is a chain", "This network is a chain", "ran nothing, reused 32 blocks"),
      ("title: XOR, training loss", "title: XOR, another loss", "ran {plot}, reused 31 blocks"),
    ]
    for (old, new, ran) in edits {
      var milliseconds: [Int] = []
      for number in 1...5 {
        let words = new.replacing("another", with: "number \(number)").replacing(
          "This", with: "Net \(number)")
        let start = ContinuousClock.now
        try preview.save(lesson.replacing(old, with: words))
        let seen = words.split(separator: ": ").last ?? ""
        try await browser.wait(until: "\(Self.text).includes('\(seen)')")
        milliseconds.append(Int(start.duration(to: .now) / .milliseconds(1)))
        try await browser.wait(until: "\(Self.status).includes('Up to date')")
        #expect(try preview.refreshes.last?.hasSuffix(ran) == true)
      }
      // For people: other tests use the same processors, so that a bound would measure them.
      print("from the save to the page in the browser, in milliseconds: \(milliseconds) (\(ran))")
    }
    #expect(try preview.stdout.contains("  {plot}: ran, since title changed\n"))
    #expect(try !preview.stdout.contains("{train spam}: ran, since 'words' changed"))
    #expect(browser.console.isEmpty)
  }

  @Test func aPageThatCannotBePutInPlaceIsLoaded() async throws {
    let preview = try await LivePreview(Self.lesson, files: ["points.csv": Lessons.points])
    defer { preview.close() }
    let browser = try await LiveBrowser(preview.address)
    defer { browser.close() }
    try await browser.wait(until: "\(Self.status).includes('Up to date')")
    try await browser.value(
      of: """
        Element.prototype.getBoundingClientRect = () => { throw new Error("there is no layout"); };
        window.mark = 1;
        """)
    try preview.save(Self.lesson.replacing(Self.prose, with: "Loaded anew."))
    try await browser.wait(until: "\(Self.text).includes('Loaded anew.')")
    try await browser.wait(until: "\(Self.status).includes('Up to date') && !window.mark")
    // From here on, all is as it was.
    try await browser.value(of: "window.mark = 1")
    try preview.save(Self.lesson.replacing(Self.prose, with: "Put in place."))
    try await browser.wait(until: "\(Self.text).includes('Put in place.') && window.mark === 1")
  }

  @Test func thePageGoesOnWhenThePreviewIsBack() async throws {
    let preview = try await LivePreview(Self.lesson, files: ["points.csv": Lessons.points])
    let port = try preview.port
    let browser = try await LiveBrowser(preview.address)
    defer { browser.close() }
    try await browser.wait(until: "\(Self.status).includes('Up to date')")
    preview.close()
    try await browser.wait(until: "\(Self.status).includes('The preview has ended.')")
    let next = try await LivePreview(
      Self.lesson.replacing(Self.prose, with: "Back again."),
      files: ["points.csv": Lessons.points], "--port", "\(port)")
    defer { next.close() }
    try await browser.wait(until: "\(Self.text).includes('Back again.')")
    try await browser.wait(until: "\(Self.status).includes('Up to date')")
  }
}
