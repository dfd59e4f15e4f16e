/// The scores of a classifier as text, laid out as scikit-learn's `classification_report` does it.
public struct ClassificationReport: Sendable, Equatable, Codable {
  /// The lines of the report, each with its line end.
  public let text: String

  /// A report of all classes of a confusion matrix.
  public init(of matrix: ConfusionMatrix) {
    let scores = [matrix.precision, matrix.recall, matrix.f1]
    let support = matrix.support
    let total = matrix.total
    let layout = Layout(
      nameWidth: max("weighted avg".count, matrix.classes.map(\.unicodeScalars.count).max() ?? 0))
    var lines = [layout.line("", ["precision", "recall", "f1-score", "support"]), ""]
    for (index, name) in matrix.classes.enumerated() {
      lines.append(layout.line(name, scores.map { $0[index].twoDecimals } + ["\(support[index])"]))
    }
    lines.append("")
    let means = scores.map { $0.reduce(0, +) / Double($0.count) }
    let weightedMeans = scores.map { score in
      zip(score, support).reduce(0) { $0 + $1.0 * Double($1.1) } / Double(total)
    }
    lines.append(layout.line("accuracy", ["", "", matrix.accuracy.twoDecimals, "\(total)"]))
    lines.append(layout.line("macro avg", means.map(\.twoDecimals) + ["\(total)"]))
    lines.append(layout.line("weighted avg", weightedMeans.map(\.twoDecimals) + ["\(total)"]))
    text = lines.map { $0 + "\n" }.joined()
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
