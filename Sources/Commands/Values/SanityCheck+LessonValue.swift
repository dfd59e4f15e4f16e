import Execution
import Learning

extension SanityCheck: LessonValue {
  /// What is known of a check before it is made.
  public struct Outline: ValueOutline {
    var hasChanceLoss: Bool

    /// The values of the check.
    public var fields: [Field] {
      ["passed", "loss_at_start", "chance_loss", "memorized_loss", "loss_before", "loss_after"]
        .filter { hasChanceLoss || $0 != "chance_loss" }
        .map { Field($0, .number) } + [Field("gradient_error", .number)]
    }
  }

  /// What messages call it.
  public static var kind: String { "sanity check" }
  /// What is known of it.
  public var outline: Outline { Outline(hasChanceLoss: chanceLoss != nil) }

  /// The numbers of all looks.
  public var members: [Value.Member] {
    [.init("passed", .integer(passed)), .init("loss_at_start", .number(lossAtStart))]
      + (chanceLoss.map { [.init("chance_loss", .number($0))] } ?? [])
      + [
        .init("memorized_loss", .number(memorizedLoss)), .init("loss_before", .number(lossBefore)),
        .init("loss_after", .number(lossAfter)), .init("gradient_error", .number(gradient.worst)),
      ]
  }

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
      [
        "one update on a batch",
        "\(significantDigits(lossBefore, 4)) → \(significantDigits(lossAfter, 4))", lowerLoss,
        word(descends),
      ],
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

  private var lowerLoss: String {
    guard memorizedVariance != nil else { return "a lower loss" }
    return "a lower loss, at a rate of \(significantDigits(learningRate, 2))"
  }

  private func word(_ isFine: Bool) -> String { isFine ? "fine" : "suspicious" }
}
