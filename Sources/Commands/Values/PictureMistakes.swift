import Execution
import Learning

/// The pictures of a part that a network takes for what they are not.
struct PictureMistakes {
  private static let most = 12

  private let source: ExampleSource
  private let part: Part

  init(source: ExampleSource, part: Part) {
    self.source = source
    self.part = part
  }

  /// The mistakes of which the network is surest; of equally sure ones, the first row comes first. Nil without mistakes,
  /// and where examples are no pictures.
  ///
  /// - Parameter answers: the class that each example is taken for, which need not be the most probable one.
  func sheet(truth: [Int], answers: [Int], predictions: Predictions) -> PictureSheet? {
    guard let dataset = source.dataset, dataset.pictureShape != nil else { return nil }
    let confidences = answers.indices.map { predictions.probabilities(row: $0)[answers[$0]] }
    let wrong = answers.indices.filter { answers[$0] != truth[$0] }.sorted { left, right in
      confidences[left] == confidences[right]
        ? left < right : confidences[left] > confidences[right]
    }
    guard !wrong.isEmpty else { return nil }
    let (rows, classes) = (source.rows(of: part), source.classes)
    let entries = wrong.prefix(Self.most).compactMap { place in
      dataset.picture(
        ofRow: rows[place], words: "\(classes[truth[place]]) as \(classes[answers[place]])")
    }
    return PictureSheet(
      title: "Mistakes on the \(part.rawValue) part", entries: entries,
      remark: "\(entries.count) of \(wrong.count) mistakes, the surest first: what it is, and what"
        + " the network takes it for")
  }
}
