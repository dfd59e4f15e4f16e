import Execution
import Learning

extension SanityCheck: LessonValue {
  /// What is known of a check before it is made.
  public struct Outline: DeclaringOutline {
    var hasChanceLoss: Bool

    /// The numbers of all looks.
    public static let values: [NamedValue<SanityCheck>] = [
      .init("passed", "how many of the four looks find nothing") { $0.passed },
      .init("loss_at_start", "the loss before any update") { $0.lossAtStart },
      .init("chance_loss", "the loss of guessing, where the loss has one") { $0.chanceLoss }
        .exists(
          if: \.hasChanceLoss,
          else:
            "that is known where the network's loss is categorical_cross_entropy, or binary_cross_entropy of one output"
        ),
      .init(
        "memorized_loss",
        "the loss on 20 rows that the network has learnt by heart: at most 0.01, or of numbers a hundredth of their variance"
      ) { $0.memorizedLoss },
      .init("loss_before", "the loss of a batch before an update on it") { $0.lossBefore },
      .init("loss_after", "the loss of the same batch after it") { $0.lossAfter },
      .init("gradient_error", "the greatest relative error of the gradient") { $0.gradient.worst },
    ]
  }

  /// What messages call it.
  public static var kind: String { "sanity check" }
  /// What is known of it.
  public var outline: Outline { Outline(hasChanceLoss: chanceLoss != nil) }

  /// A row for each look.
  public func display(rows: Int) -> [Output] {
    let guessing = chanceLoss.map { "about \(significantDigits($0, 4)), that of guessing" }
    let cells = [
      [
        "loss at the start", significantDigits(lossAtStart, 4), guessing ?? "a finite number",
        word(startsFairly),
      ],
      [
        "\(memorizedCount) row\(memorizedCount == 1 ? "" : "s") learnt by heart",
        significantDigits(memorizedLoss, 2),
        memorizedBound, word(memorizes),
      ],
      ["one update on a batch", lossesOfUpdate, lowerLoss, word(descends)],
      [
        "gradient against differences", significantDigits(gradient.worst, 2),
        "an error of at most \(formattedSetting(gradient.tolerance))",
        gradient.verdict.rawValue,
      ],
    ]
    let columns = ["check", "found", "expected", "verdict"].map { Table.Column($0) }
    return [.table(Table(columns: columns, rows: Array(cells.prefix(max(0, rows)))))]
  }

  private var memorizedBound: String {
    guard let memorizedVariance, memorizedVariance > 0 else {
      return "at most \(formattedSetting(greatestMemorizedLoss))"
    }
    let bound = significantDigits(greatestMemorizedLoss, 2)
    return "at most \(bound), a hundredth of their targets' variance"
  }

  /// The two losses, with as many digits as tell them apart.
  private var lossesOfUpdate: String {
    let texts = (4...8).map { digits in
      [lossBefore, lossAfter].map { significantDigits($0, digits) }
    }
    return (texts.first { $0[0] != $0[1] } ?? texts[4]).joined(separator: " → ")
  }

  private var lowerLoss: String {
    guard memorizedVariance != nil else { return "a lower loss" }
    return "a lower loss, at a rate of \(significantDigits(learningRate, 2))"
  }

  private func word(_ isFine: Bool) -> String { isFine ? "fine" : "suspicious" }
}
