import Execution
import Learning
import Notebook

/// `sanity`: cheap looks at a network before a long training.
struct SanityBlock: Command {
  typealias Value = SanityCheck

  static let name = "sanity"
  static let summary =
    "Look at a network before a long training: its first loss, whether it can learn a few rows, and its gradient."
  static let values = [
    ValueDeclaration("passed", "how many of the four looks find nothing"),
    ValueDeclaration("loss_at_start", "the loss before any update"),
    ValueDeclaration("chance_loss", "the loss of guessing, where the loss has one"),
    ValueDeclaration("memorized_loss", "the loss on 20 rows that the network has learnt by heart"),
    ValueDeclaration("loss_before", "the loss of a batch before an update on it"),
    ValueDeclaration("loss_after", "the loss of the same batch after it"),
    ValueDeclaration("gradient_error", "the greatest relative error of the gradient"),
  ]

  @Option("The network; its dropout is left out.")
  var network: Reference<NetworkModel>
  @Option("The examples: a data set, a split or features.")
  var data: Reference<ExampleSource>
  @Option("The learning rate of the update that should lower a batch's loss.", in: .above(0))
  var learningRate = 0.01

  var drawsRandomNumbers: Bool { true }

  func check(_ scope: inout Scope) -> SanityCheck.Outline? {
    guard let examples = data.outline, let model = network.outline else { return nil }
    TrainingFit(
      network: model, networkRange: $network.range, data: examples, dataName: data.name,
      dataRange: $data.range
    ).check(&scope)
    let hasChanceLoss = model.outputs.map { model.loss.ofGuessing(outputs: $0) != nil }
    return SanityCheck.Outline(hasChanceLoss: hasChanceLoss ?? true)
  }

  func run(_ context: Context) throws -> CommandResult<SanityCheck> {
    let source = try context.value(data)
    let model = try context.value(network)
    try TrainingFit.check(model, for: source, named: data.name, at: $network.range)
    guard let examples = source.examples(of: .train) else {
      throw BlockFailure("there are no examples to check on")
    }
    let check = context.draw { stream in
      SanityCheck(
        model.inDouble, on: examples, learningRate: learningRate, drawing: &stream)
    }
    return CommandResult(check, outputs: check.display(rows: .max))
  }
}

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
        "\(Self.memorizedRows) rows learnt by heart", significantDigits(memorizedLoss, 2),
        "at most \(formattedSetting(Self.memorizedLoss))", word(memorizes),
      ],
      [
        "one update on a batch",
        "\(significantDigits(lossBefore, 4)) → \(significantDigits(lossAfter, 4))", "a lower loss",
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

  private func word(_ isFine: Bool) -> String { isFine ? "fine" : "suspicious" }
}
