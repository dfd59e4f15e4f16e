import Execution
import Learning

/// The rows of a part that a network takes for what they are not, by what each of them costs.
struct MistakeRanking {
  private let source: ExampleSource
  private let labels: [Int]
  private let predictions: Predictions
  private let answers: [Int]
  private let losses: [Double]
  let part: Part
  /// The places of all mistakes in the part, the worst first; of equally bad ones, the first row comes first.
  let places: [Int]

  /// Nil if a loss is not finite, so that nothing is worst.
  ///
  /// - Parameters:
  ///   - labels: the class number of each row of the part.
  ///   - predictions: what the network says about each.
  init?(of run: TrainingRun, on part: Part, labels: [Int], predictions: Predictions) {
    let losses = predictions.losses(labels: labels, loss: run.reportedLoss)
    guard losses.allSatisfy(\.isFinite) else { return nil }
    let answers = predictions.classes
    places = labels.indices.filter { answers[$0] != labels[$0] }
      .sorted { (losses[$1], $0) < (losses[$0], $1) }
    source = run.source
    self.labels = labels
    self.predictions = predictions
    self.answers = answers
    self.losses = losses
    self.part = part
  }

  /// How many rows the part has.
  var total: Int { labels.count }

  /// The number of the class that a row is taken for.
  func answer(at place: Int) -> Int { answers[place] }

  /// What is wrong with some rows.
  func mistakes(at places: some Sequence<Int>) -> [WorstMistakes.Mistake] {
    let (rows, classes) = (source.rows(of: part), source.classes)
    return places.map { place in
      let answer = answers[place]
      return WorstMistakes.Mistake(
        row: rows[place], label: classes[labels[place]], predicted: classes[answer],
        probability: predictions.probabilities(row: place)[answer], loss: losses[place])
    }
  }
}
