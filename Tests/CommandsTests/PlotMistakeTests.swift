import Commands
import Execution
import LessonTesting
import Notebook
import Testing

@Suite("The options of a plot")
struct PlotMistakeTests {
  @Test func areFoundInSeriesOfUpdates() {
    expectMistakes(
      lesson(
        "{train long}\nnetwork: small\ndata: points\nbatch_size: 3\nepochs: 5\n"
          + "track: gradient_norm\n```\n```{plot}\nlines: long.train_loss\n"
          + "against: «long.gradient_norm»"),
      ["there are 10 values along x, and 5 to draw"])
  }

  @Test(arguments: [
    (
      "lines: «measured.accuracy»",
      "'lines' draws a series, a list of numbers or the runs of a sweep, not a number"
    ),
    (
      "points: «measured.report»",
      "'points' draws a number, a series, a list of numbers or the runs of a sweep, not text"
    ),
    (
      "bars: {a: «measured.confusion_matrix»}",
      "'bars' draws a number, a series, a list of numbers or the runs of a sweep, not a list of lists"
    ),
    ("area: «[]»", "'area' is an empty list"),
    (
      "area: {a: «measured.accuracy»}",
      "'area' draws a series, a list of numbers or the runs of a sweep, not a number"
    ),
    (
      "bars: {a: «measured.accuracy», b: measured.f1}",
      "a single number and a list have no axis in common"
    ),
    (
      "lines: trained.train_loss\npoints: «trained.train_loss[-1]»",
      "a single number and a series have no axis in common"
    ),
    (
      "bars: {a: measured.accuracy}\n«against»: epoch",
      "single numbers stand side by side over their names, and not along anything else"
    ),
    (
      "bars: {a: measured.accuracy}\nfacet: «learning_rate»",
      "'facet' is a setting of a sweep; no path here is of a sweep"
    ),
    ("lines: {«$ratio»: trained.train_loss}", "unknown parameter 'ratio'"),
    ("lines: {«$sizes»: trained.train_loss}", "'$sizes' is text, not a list"),
    (
      "lines: trained.train_loss\nfacet: «batch_size»",
      "'facet' is a setting of a sweep; no path here is of a sweep"
    ),
    (
      "lines: rates.train_loss\nfacet: «lerning_rate»",
      "the sweep does not vary 'lerning_rate'; did you mean 'learning_rate'?"
    ),
    (
      "points: rates.train_loss\ncolor: «layers»",
      "the sweep does not vary 'layers'; it varies learning_rate"
    ),
    (
      "lines: rates.train_loss\nfacet: learning_rate\ncolor: «learning_rate»",
      "'facet' and 'color' cannot be one setting, 'learning_rate'"
    ),
    (
      "bars: trained.train_loss\n«log_y»: true",
      "'bars' stands on 0, which a logarithmic axis does not have"
    ),
    (
      "area: trained.train_loss\n«log_y»: true",
      "'area' stands on 0, which a logarithmic axis does not have"
    ),
    (
      "bars: trained.train_loss\n«log_x»: true",
      "bars have one width, which a logarithmic axis does not keep"
    ),
    (
      "lines: trained.train_loss\nlog_y: true\nlimits: «[0, 1]»",
      "a logarithmic axis begins above 0, not at 0"
    ),
    (
      "lines: trained.train_loss\nlog_x: true\nlimits: {x: «[-1, 1]»}",
      "a logarithmic axis begins above 0, not at -1"
    ),
    (
      "lines: trained.train_loss\nlimits: «[1, 0]»",
      "limits are two numbers, the lower one first, such as [0, 0.5]"
    ),
    (
      "lines: trained.train_loss\nlimits: {y: «[1]»}",
      "limits are two numbers, the lower one first, such as [0, 0.5]"
    ),
    ("lines: trained.train_loss\nlimits: {«z»: [0, 1]}", "'limits' has x and y, not 'z'"),
    (
      "lines: trained.train_loss\nlimits: «3»",
      "'limits' is two numbers for the vertical axis, or a mapping with two numbers for x, for y or for both, not '3'"
    ),
    ("lines: trained.train_loss\nsmooth: «1»", "'smooth' is from 0 to below 1, not 1"),
    ("points: trained.train_loss\n«smooth»: 0.9", "'smooth' is for lines"),
    (
      "lines:\n  - «rates.train_loss[-1]»\n  - trained.train_loss",
      "one number per run and a series have no axis in common"
    ),
    (
      "lines: [trained.train_loss, «measured.recall»]",
      "one path runs along epochs or updates, this one along class"
    ),
    (
      "lines: [trained.train_loss, «measured.roc.true_positive_rate»]",
      "one path runs along epochs or updates, this one along false positive rate"
    ),
    (
      "lines: trained.train_loss\npoints: «trained.epoch»",
      "one path runs along epochs or updates, this one along index"
    ),
    ("bars: measured.f1\nagainst: «epoch»", "a list has no epochs or updates to run along"),
    (
      "lines: rates.epoch\nagainst: «update»",
      "a list per combination has no epochs or updates to run along"
    ),
    (
      "bars: rates.train_loss[-1]\nagainst: «update»",
      "a number per combination has no epochs or updates to run along"
    ),
    (
      "bars: rates.train_loss[-1]\nagainst: «epochs»",
      "the sweep does not vary 'epochs'; it varies learning_rate"
    ),
    (
      "lines: rates.train_loss\nagainst: «learning_rate»",
      "'against' is epoch, update or a path for series; a setting is for one number per run, such as rates.val_loss[-1]"
    ),
    (
      "bars: rates.train_loss[-1]\nagainst: «learning_rate»\ncolor: learning_rate",
      "'learning_rate' cannot run along the axis and tell runs apart"
    ),
    (
      "points: trained.train_loss\nagainst: «measured.accuracy»",
      "'against' is epoch, update, a setting of a sweep, or a path to a series, not a number"
    ),
    (
      "points: trained.train_loss\nagainst: «rates.train_loss»",
      "the values along x are of a sweep, and those of a path are not of the same"
    ),
    (
      "points: measured.f1\n«log_x»: true",
      "'log_x' is for an axis of numbers, and this one has a place for each class"
    ),
    (
      "bars: measured.f1\nlimits: {x: «[0, 1]», y: [0, 1]}",
      "limits are for an axis of numbers, and this one has a place for each class"
    ),
    (
      "points: [measured.accuracy, measured.loss]\n«log_x»: true",
      "'log_x' is for an axis of numbers, and this one has a place for each name"
    ),
    (
      "bars: rates.train_loss[-1]\nlimits: {x: «[0, 1]»}",
      "limits are for an axis of numbers, and this one has a place for each learning rate"
    ),
    ("heatmap: measured.confusion_matrix\n«log_x»: true", "'log_x' is not for 'heatmap'"),
    ("heatmap: measured.confusion_matrix\n«facet»: learning_rate", "'facet' is not for 'heatmap'"),
    (
      "bars: measured.f1\n«heatmap»: measured.confusion_matrix",
      "a plot has either 'bars' or 'heatmap'"
    ),
  ])
  func haveTheirMistakesAtTheirPlaces(_ options: String, _ message: String) {
    expectMistakes(lesson("{plot}\n\(options)"), [message])
  }

  @Test func areNotForNumbersWhereASettingHasWords() {
    let rules = "{sweep rules}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\n"
    expectMistakes(
      lesson(rules + "optimizer: [adam, sgd]")
        + "```{plot}\nlines: rules.train_loss[-1]\n«log_x»: true\nlimits: {x: «[0, 1]»}\n```\n",
      ["'log_x' is", "limits are"].map {
        "\($0) for an axis of numbers, and this one has a place for each optimizer"
      })
  }

  /// What only the run knows to be words cannot be drawn along numbers either.
  @Test(arguments: ["«log_x»: true", "limits: {x: «[1, 2]»}"])
  func areRefusedByTheRunWhereNothingIsKnownBefore(_ option: String) throws {
    let marked = MarkedText(
      "```{late shares}\n```\n```{plot}\npoints: shares.share\n\(option)\n```\n")
    let checked = CheckedLesson(marked.text, commands: blockCommands + [LateBlock.self])
    #expect(checked.messages == [])
    let outcome = try #require(checked.run().outcomes.last)
    #expect(
      outcome.message?.hasSuffix(
        "for an axis of numbers, and this one has a place for each fruit") == true)
    #expect(marked.marking(outcome.diagnostics.compactMap(\.range)).contains(option))
  }

  @Test func areOfOneSettingWhereEachRunHasANumber() {
    let sizes = "{sweep sizes}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\n"
    expectMistakes(
      lesson(sizes + "batch_size: [1, 2]")
        + "```{plot}\nlines:\n  - sizes.train_loss[-1]\n  - «rates.train_loss[-1]»\n```\n",
      ["one path runs along batch size, this one along learning rate"])
  }

  @Test(arguments: [
    "lines: trained.train_loss\npoints: trained.train_loss\nbars: trained.train_acc",
    "lines: rates.train_loss\nfacet: learning_rate\nlog_x: true\nlog_y: true",
    "lines: rates.train_loss[-1]\nlog_x: true", "bars: rates.train_acc[-1]\nagainst: learning_rate",
    "points: trained.train_acc\nagainst: trained.train_loss\nlimits: {x: [0, 1], y: [0, 1]}",
    "lines: rates.train_loss\nagainst: update\nsmooth: 0.6", "bars: [measured.f1, measured.recall]",
    "lines: [trained.train_loss, rates.train_loss]",
    "bars: {a: measured.accuracy, \"rate $rate\": 0.5}",
    "bars: [measured.accuracy]\npoints: {goal: 0.9}",
    "lines: [measured.thresholds.precision, measured.thresholds.recall]",
    "points: measured.f1\nagainst: measured.recall\nlog_x: true\nlimits: {x: [0.1, 1]}",
    "bars: trained.train_loss\nlimits: {x: [1, 3]}", "bars: measured.f1\nlimits: [0, 1]",
  ])
  func fitTogetherInManyWays(_ options: String) {
    expectMistakes(lesson("{plot}\n\(options)"), [])
  }
}

/// A command for these tests: of its value, nothing is known before the run.
struct LateBlock: Command {
  static let name = "late"
  static let summary = "Make shares of fruits."

  func check(_ scope: inout Scope) -> Shares.Outline? { nil }

  func run(_ context: Context) throws -> CommandResult<Shares> { CommandResult(Shares()) }
}

/// Two numbers, each of a fruit.
struct Shares: LessonValue, Codable {
  struct Outline: ValueOutline {
    var fields: [Field] {
      var share = Field("share", .list(count: 2, of: .number))
      share.dimensions = [Field.Dimension("fruit", labels: ["apples", "pears"])]
      return [share]
    }
  }

  static let kind = "shares"

  var outline: Outline { Outline() }
  var members: [Value.Member] { [.init("share", .numbers([0.25, 0.75]))] }

  func display(rows: Int) -> [Output] { [] }
}
