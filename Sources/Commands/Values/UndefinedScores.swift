import Execution
import Learning

/// The classes of which an evaluation has scores with nothing to divide by: they count as 0, and say nothing.
struct UndefinedScores {
  /// More names than these nobody reads.
  private static let shownNames = 6

  private let part: Part
  /// The classes that no example is taken for, so that there is no share of right answers among them.
  private let neverPredicted: [String]
  /// The classes that no example has, so that there is no share of them that is found.
  private let absent: [String]

  /// Those of a confusion matrix, which counts the examples of a part.
  init(in matrix: ConfusionMatrix, of part: Part) {
    self.part = part
    let classes = matrix.classes
    neverPredicted = classes.indices.filter { predicted in
      matrix.counts.allSatisfy { $0[predicted] == 0 }
    }.map { classes[$0] }
    absent = zip(classes, matrix.support).filter { $0.1 == 0 }.map(\.0)
  }

  /// What there is to be said: at most one remark for each score.
  var notes: [Note] {
    [
      note("taken for ", neverPredicted, lacking: "precision"),
      note("", absent, lacking: "recall"),
    ].compactMap(\.self)
  }

  private func note(_ relation: String, _ classes: [String], lacking score: String) -> Note? {
    if classes.isEmpty { return nil }
    let hidden = classes.count - Self.shownNames
    let names =
      classes.prefix(Self.shownNames).map { "'\($0)'" }
      + (hidden > 0 ? ["\(hidden) more"] : [])
    let consequence =
      classes.count == 1
      ? "\(score) is undefined and counts as 0" : "\(score)s are undefined and count as 0"
    return Note(
      .warning,
      "No row of the \(part.rawValue) part is \(relation)\(listOfAlternatives(names)), whose"
        + " \(consequence).")
  }
}
