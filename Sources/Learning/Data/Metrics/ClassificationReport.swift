/// The scores of a classifier, class by class and on average, as scikit-learn's `classification_report` has them.
public struct ClassificationReport: Sendable, Equatable {
  /// The scores of a class, or of all of them.
  public struct Row: Sendable, Equatable {
    /// The name of the class, or of the average.
    public let name: String
    /// Precision, recall and f1 with two decimals; empty where there is no such score.
    public let scores: [String]
    /// How many examples it is about.
    public let support: Int
  }

  /// The names of the scores.
  public static let titles = ["precision", "recall", "f1-score"]
  /// What the number of examples is called.
  public static let supportTitle = "support"

  /// One for each class.
  public let classes: [Row]
  /// The accuracy, the mean over the classes and the mean over the examples.
  public let averages: [Row]

  /// A report of all classes of a confusion matrix.
  public init(of matrix: ConfusionMatrix) {
    let scores = [matrix.precision, matrix.recall, matrix.f1]
    let (support, total) = (matrix.support, matrix.total)
    classes = matrix.classes.enumerated().map { index, name in
      Row(name: name, scores: scores.map { $0[index].twoDecimals }, support: support[index])
    }
    let means = scores.map { $0.reduce(0, +) / Double($0.count) }
    let weightedMeans = scores.map { score in
      zip(score, support).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total)
    }
    averages = [
      Row(name: "accuracy", scores: ["", "", matrix.accuracy.twoDecimals], support: total),
      Row(name: "macro avg", scores: means.map(\.twoDecimals), support: total),
      Row(name: "weighted avg", scores: weightedMeans.map(\.twoDecimals), support: total),
    ]
  }

  /// The report laid out as scikit-learn does it; each line has its line end.
  public var text: String {
    let layout = Layout(
      nameWidth: (classes + averages).map(\.name.unicodeScalars.count).max() ?? 0)
    func line(_ row: Row) -> String { layout.line(row.name, row.scores + ["\(row.support)"]) }
    let head = layout.line("", Self.titles + [Self.supportTitle])
    let lines = [head, ""] + classes.map(line) + [""] + averages.map(line)
    return lines.map { $0 + "\n" }.joined()
  }

  /// A right-aligned name, a space, and columns that are nine wide.
  private struct Layout {
    let nameWidth: Int

    func line(_ name: String, _ columns: [String]) -> String {
      pad(name, to: nameWidth) + " " + columns.map { " " + pad($0, to: 9) }.joined()
    }

    private func pad(_ text: String, to width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.unicodeScalars.count)) + text
    }
  }
}

extension Double {
  /// A share with two decimals, as C's `%.2f` rounds: by the exact binary value, a tie to the even digit.
  fileprivate var twoDecimals: String {
    guard isFinite else { return "nan" }
    let product = self * 100
    // What the product lost in rounding decides where it looks like a tie.
    let lost = (-product).addingProduct(self, 100)
    var hundredths = Int(product.rounded(.down))
    let fraction = product - product.rounded(.down)
    let isUp =
      fraction > 0.5 || (fraction == 0.5 && (lost > 0 || (lost == 0 && hundredths % 2 == 1)))
    if isUp { hundredths += 1 }
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
