import Commands
import Execution
import Foundation
import LessonTesting
import Notebook
import Testing

@Suite("Codes of diagnostics")
struct DiagnosticCodeTests {
  /// A lesson for each code that a check can find.
  private static let lessons: [(code: DiagnosticCode, text: String)] = [
    (.unreadableText, "a\u{0}b"),
    (.tooMuch, String(repeating: "> ", count: 200) + "deep"),
    (.badFrontMatter, "---\ntitle: never closed\n"),
    (.unknownKey, "---\ntitel: x\n---\n"),
    (.badParameter, "---\nparams: {a: {b: c}}\n---\n"),
    (.badFence, "```{data x y z}\n```\n"),
    (.bareFence, "```expect\n- 1 = 1\n```\n"),
    (.indentedFence, "    ```{expect}\n    - 1 = 1\n    ```\n"),
    (.badName, "```{data 1x}\n```\n"),
    (.nestedBlock, "> ```{show}\n> value: x\n> ```\n"),
    (.unclosedBlock, "```{show}\nvalue: x\n"),
    (.invalidYAML, "```{show}\nvalue: [1\n```\n"),
    (.unsupportedYAML, "```{show}\nvalue: &a 1\n```\n"),
    (.duplicateKey, "```{show}\nvalue: 1\nvalue: 2\n```\n"),
    (.unknownCellOption, "```{show}\n#| ecko: false\nvalue: 1\n```\n"),
    (.badCellOption, "```{show}\n#| echo: perhaps\nvalue: 1\n```\n"),
    (.badLabel, "```{show}\n#| label: loss\nvalue: 1\n```\n"),
    (.htmlLeftOut, "<b>bold</b>\n"),
    (.foreignMarkup, "::: note\n"),
    (.misplacedLabel, "text {#fig-a} text\n"),
    (.unsafeLink, "[a](javascript:x)\n"),
    (.brokenLink, "[a](#nowhere)\n"),
    (.remotePicture, "![a](https://example.org/a.png)\n"),
    (.undescribedPicture, "![](https://example.org/a.png)\n"),
    (.unreadablePicture, "![a](nowhere.png)\n"),
    (.cellCount, "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n"),
    (.unknownFootnote, "a[^b]\n"),
    (.duplicateFootnote, "a[^b]\n\n[^b]: c\n\n[^b]: d\n"),
    (.unusedFootnote, "[^b]: c\n"),
    (.badMath, "$\\frac{1}$\n"),
    (.unknownMacro, "$\\alhpa$\n"),
    (.unknownCommand, "```{trian a}\n```\n"),
    (.missingName, "```{data}\nsource: builtin:xor\n```\n"),
    (.duplicateName, lesson("{data points}\nsource: builtin:xor")),
    (.badBody, lesson("{show}\n- points")),
    (.unknownOption, lesson("{show}\nvalues: points")),
    (.missingOption, lesson("{show}")),
    (.conflictingOptions, lesson("{predict}\nrun: trained\ntext: a\nfeatures: [1, 2]")),
    (.inapplicableOption, lesson("{data a}\nsource: builtin:xor\nrows: 3")),
    (.wrongType, lesson("{show}\nvalue: points\nrows: many")),
    (.unknownChoice, lesson("{evaluate a}\nrun: trained\non: dev")),
    (.outOfRange, lesson("{show}\nvalue: points\nrows: 0")),
    (.emptyList, lesson("{expect}\n[]")),
    (.unknownParameter, lesson("{show}\nvalue: points\nrows: $rows")),
    (.listParameter, lesson("{show}\nvalue: $sizes + 1")),
    (.unknownName, lesson("{show}\nvalue: pints")),
    (.usedBeforeMade, "```{show}\nvalue: x\n```\n```{data x}\nsource: builtin:xor\n```\n"),
    (.wrongKind, lesson("{evaluate a}\nrun: points")),
    (.badExpression, lesson("{show}\nvalue: 1 +")),
    (.unknownFunction, lesson("{show}\nvalue: smax(1)")),
    (.unknownValue, lesson("{show}\nvalue: trained.los")),
    (.missingValue, lesson("{show}\nvalue: points[0]")),
    (.unknownSetting, lesson("{show}\nvalue: 'rates[rate=1].train_loss'")),
    (.noElements, lesson("{show}\nvalue: 'trained.train_loss[4]'")),
    (.notANumber, lesson("{show}\nvalue: measured.report + 1")),
    (.notASeries, lesson("{plot}\nlines: measured.accuracy")),
    (.incomparable, lesson("{expect}\n- trained.train_loss < 1")),
    (.noClaim, lesson("{expect}\n- measured.accuracy")),
    (.badFormat, fixture + "`{value} measured.accuracy %y`\n"),
    (.duplicateLabel, fixture + shown("fig-a") + shown("fig-a")),
    (.unknownLabel, "See @fig-a.\n"),
    (.mistypedCitation, "## A {#sec-a}\n\nSee [sec-a].\n"),
    (.unknownSource, "```{data a}\nsource: builtin:xorr\n```\n"),
    (
      .exposedCredentials,
      "```{data a}\nsource: https://a:b@example.org/a.csv\nlabel: class\n```\n"
    ),
    (.unreadableData, "```{data a}\nsource: nowhere.csv\nlabel: class\n```\n"),
    (.badData, "```{data a}\nfeatures: [[1], [2]]\nlabels: [a]\n```\n"),
    (.unknownColumn, "```{data a}\nsource: builtin:emails\ntext: body\n```\n"),
    (.singleClass, "```{data a}\nsource: one.csv\nlabel: class\n```\n"),
    (.impossibleSplit, "```{data a}\nsource: few.csv\nlabel: class\n```\n" + stratified),
    (.unknownPart, lesson("{evaluate a}\nrun: trained\non: test")),
    (.noText, lesson("{tfidf a}\ndata: points")),
    (.textAsNumbers, lesson("{train a}\nnetwork: small\ndata: mails")),
    (.layerCount, lesson("{network a}\nlayers: [2, 2]\nactivations: []")),
    (.misplacedSoftmax, lesson("{network a}\nlayers: [2, 2, 2]\nactivations: [softmax, softmax]")),
    (.badAutomaticLayer, lesson("{network a}\nlayers: [auto, 2]\nactivations: [softmax]")),
    (
      .lossMismatch,
      lesson("{network a}\nlayers: [2, 2]\nactivations: [tanh]\nloss: binary_cross_entropy")
    ),
    (
      .layerMismatch,
      lesson("{network a}\nlayers: [3, 2]\nactivations: [tanh]") + trained(on: "points")
    ),
    (.nothingToSweep, lesson("{sweep a}\nnetwork: \(network)\ndata: points")),
    (.duplicateValue, lesson("{sweep a}\nnetwork: \(network)\ndata: points\nepochs: [1, 1]")),
    (.unusedBlock, lesson("{network a}\nlayers: [2, 2]\nactivations: [tanh]")),
    (.unusedParameter, "---\nparams: {rate: 1}\n---\n"),
    (
      .longRun,
      lesson("{data a}\nsource: builtin:blobs\nrows: 1000000\nclasses: 2") + trained(on: "a")
    ),
    (
      .muchMemory,
      lesson(
        "{sweep a}\nnetwork: {layers: [2, 9999, 9999, 2], activations: [relu, relu, softmax]}\n"
          + "data: points\nepochs: [1, 2, 3, 4, 5, 6]")
    ),
    (.claimFails, lesson("{expect}\n- points.rows = 5")),
    (.blockFailed, lesson("{network a}\nlayers: [20, 2]\nactivations: [tanh]") + failing),
    (.notRun, lesson("{network a}\nlayers: [20, 2]\nactivations: [tanh]") + failing + dependent),
  ]

  /// The codes of what only a run can find.
  private static let foundByRunning: Set<DiagnosticCode> = [.blockFailed, .claimFails, .notRun]

  private static let network = "{layers: [2, 2], activations: [softmax]}"
  private static let stratified = "```{split b}\ndata: a\nstratify: true\n```\n"
  private static let dependent = "```{evaluate last}\nrun: failed\n```\n"
  /// A vocabulary that turns out smaller than it may be.
  private static let failing = """
    ```{tfidf rare}
    data: parts
    max_features: 20
    min_df: 30
    ```
    ```{train failed}
    network: a
    data: rare
    epochs: 1
    ```

    """

  private static func shown(_ label: String) -> String {
    "```{show}\n#| label: \(label)\nvalue: points\n```\n"
  }

  private static func trained(on data: String) -> String {
    let network = data == "points" ? "a" : "small"
    return "```{train t}\nnetwork: \(network)\ndata: \(data)\nepochs: 1000000\n```\n"
  }

  @Test func areAllRaisedBySomeLesson() {
    #expect(Set(Self.lessons.map(\.code)) == Set(DiagnosticCode.allCases))
  }

  @Test(arguments: lessons.indices)
  func areGivenToTheirMistakes(_ index: Int) throws {
    let (code, text) = Self.lessons[index]
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "x,class\n1,a\n2,a\n".write(
      to: folder.appending(path: "one.csv"), atomically: true, encoding: .utf8)
    try "x,class\n1,a\n2,a\n3,b\n".write(
      to: folder.appending(path: "few.csv"), atomically: true, encoding: .utf8)
    let lesson = CheckedLesson(text, commands: blockCommands, lessonFolder: folder.path)
    var found = lesson.plan.diagnostics + lesson.plan.advice
    if Self.foundByRunning.contains(code) { found += lesson.run().outcomes.flatMap(\.diagnostics) }
    #expect(found.map(\.code).contains(code), "\(lesson.messages)")
  }

  @Test func areWordsWithExplanations() {
    for code in DiagnosticCode.allCases {
      #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      #expect(code.explanation.count > 15 && !code.explanation.hasSuffix("."), "\(code)")
    }
    #expect(Set(DiagnosticCode.allCases.map(\.explanation)).count == DiagnosticCode.allCases.count)
  }

  @Test(arguments: [
    ("{show}\nvalue: points\n«row»: 3", "rows"),
    ("{show}\nvalue: «pints»", "points"),
    ("{show}\nvalue: points\nrows: «${rat}»", "${rate}"),
    ("{evaluate a}\nrun: trained\non: «'tets'»", "'test'"),
    ("{data a}\nsource: «builtin:xorr»", "builtin:xor"),
    ("{show}\nvalue: trained.«train_los»", "train_loss"),
    ("{evaluate a}\nrun: trained\non: «$word»", nil),
    ("{evaluate a}\nrun: trained\non: «dev»", nil),
  ])
  func comeWithWhatShouldStandThere(_ block: String, _ replacement: String?) {
    let checked = CheckedLesson(lesson(block), commands: blockCommands)
    #expect(checked.markedText == lesson(block))
    #expect(
      checked.plan.diagnostics.map { $0.replacement(in: checked.plan.notebook.source) } == [
        replacement
      ])
  }
}
