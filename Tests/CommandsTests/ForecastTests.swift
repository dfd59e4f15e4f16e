import Commands
import Execution
import LessonTesting
import Notebook
import Testing

@Suite("Forecasts of a block's work")
struct ForecastTests {
  private func forecast(_ name: String, _ text: String) throws -> Forecast {
    let lesson = CheckedLesson(text, commands: blockCommands)
    #expect(lesson.messages == [])
    return try #require(lesson.plan.steps.first { $0.block.name == name }?.forecast)
  }

  @Test func countTheProductsOfTraining() throws {
    let run = try forecast("trained", fixture)
    // Sixteen times an example: 2 x 6 for the inputs' weights, 3 x 6 for the others, 6 + 6 to measure.
    #expect(run.multiplyAdds == 16 * 30 + 16 * 12)
    #expect((100...10_000).contains(run.bytes))
  }

  @Test func countTheRunsOfASweep() throws {
    let one = try forecast(
      "a",
      lesson(
        "{sweep a}\nnetwork: {layers: [2, 2], activations: [softmax]}\ndata: points\nepochs: [2]"))
    let two = try forecast("rates", fixture)
    #expect(two.multiplyAdds == 2 * one.multiplyAdds)
  }

  @Test func countTheLossesOfAGradientCheck() throws {
    let check = try forecast(
      "g", lesson("{gradcheck g}\nnetwork: small\ndata: points\nentries: 4"))
    // Two losses for each of 4 + 3 + 4 + 2 elements and three for the gradient, on four rows of 2 x 3 + 3 x 2 products.
    #expect(check.multiplyAdds == (2 * 13 + 3) * 4 * 12)
  }

  @Test func countTheWordsOfTextsAndNotTheirVocabulary() throws {
    let text = lesson("{network a}\nlayers: [20, 2]\nactivations: [softmax]")
    let small = try forecast("t", text + "```{train t}\nnetwork: a\ndata: words\n```\n")
    let large = try forecast(
      "t",
      text.replacing("max_features: 20", with: "max_features: 20000").replacing(
        "[20, 2]", with: "[20000, 2]")
        + "```{train t}\nnetwork: a\ndata: words\n```\n")
    #expect(large.multiplyAdds == 3 * small.multiplyAdds)
  }

  @Test(arguments: [
    (
      "{data a}\nsource: builtin:blobs\nrows: 1000000\nclasses: 2\n```\n```{«train» t}\nnetwork: small\ndata: a\nepochs: 20000",
      "warning: this 'train' takes about 8.4e+11 multiply-adds, 14 minutes at a billion a second"
    ),
    (
      "{data a}\nsource: builtin:blobs\nrows: 1000000\nclasses: 2\n```\n```{«train» t}\nnetwork: small\ndata: a\nepochs: 10000000",
      "warning: this 'train' takes about 4.2e+14 multiply-adds, 4 days at a billion a second"
    ),
    (
      "{«sweep» a}\nnetwork: {layers: [2, 9999, 9999, 2], activations: [relu, relu, softmax]}\ndata: points\nepochs: [1, 2, 3, 4, 5, 6]",
      "warning: this 'sweep' takes about 16 GB of memory"
    ),
    (
      "{data a}\nsource: builtin:blobs\nrows: 1000\nclasses: 2\n```\n```{network b}\nlayers: [2, 5000000, 2]\nactivations: [relu, softmax]\n```\n```{«train» t}\nnetwork: b\ndata: a\nepochs: 1",
      "warning: this 'train' takes about 21 GB of memory"
    ),
    (
      "{network a}\nlayers: [2, 22000, 22000, 2]\nactivations: [relu, relu, softmax]\n```\n```{«train» t}\nnetwork: a\ndata: points\nepochs: 1\noptimizer: adam",
      "warning: this 'train' takes about 23 GB of memory"
    ),
    (
      "{network a}\nlayers: [2, 3000, 3000, 2]\nactivations: [relu, relu, softmax]\n```\n```{«learning_rate_range» l}\nnetwork: a\ndata: points\nupdates: 100000",
      "warning: this 'learning_rate_range' takes about 1.1e+13 multiply-adds, 3 hours at a billion a second"
    ),
    (
      "{network a}\nlayers: [2, 9000, 9000, 2]\nactivations: [relu, relu, softmax]\n```\n```{«gradcheck» g}\nnetwork: a\ndata: points\nrows: 1000\nentries: 1000",
      "warning: this 'gradcheck' takes about 3.2e+12 multiply-adds, 54 minutes at a billion a second"
    ),
  ])
  func warnOfTooMuch(_ blocks: String, _ message: String) {
    let checked = CheckedLesson(lesson(blocks), commands: blockCommands)
    #expect(checked.messages == [message])
    #expect(checked.markedText == lesson(blocks))
  }
}
