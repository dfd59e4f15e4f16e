import Execution
import Learning

/// A data set that comes with Lectern.
struct BuiltinOrigin: DataOrigin {
  let kind: any BuiltinSet.Type
  let location: Location

  var name: String { location.text }
  var isAnsweredByLesson: Bool { false }
  var isMade: Bool { true }
  var drawsRandomNumbers: Bool { kind.drawsRandomNumbers }

  func options(_ scope: inout Scope) -> [String]? { kind.options.map(\.rawValue) }

  func check(_ block: DataBlock, _ scope: inout Scope) {
    block.check(kind.init(given: block), &scope)
  }

  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? {
    let builtin = kind.init(given: block)
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: builtin.inputs.columns, inputColumns: builtin.inputs.dataColumns,
        answers: kind.hasTarget
          ? .targets(["y"], scaling: block.scaleTarget) : .classes(builtin.classes),
        labelName: block.label ?? Dataset.usualLabelName, parts: [.train],
        rows: [.train: builtin.rows]),
      hasDigest: false)
  }

  func forecast(for block: DataBlock) -> Forecast? {
    let builtin = kind.init(given: block)
    let inputs = Double(builtin.rows) * Double(builtin.inputs.count)
    return Forecast(
      multiplyAdds: kind.multiplyAddsPerInput * inputs, bytes: kind.bytesPerInput * inputs)
  }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt {
    let builtin = kind.init(given: block)
    do {
      return .had(
        try context.draw { stream in
          try builtin.dataset(drawing: &stream, isCancelled: context.isCancelled)
        })
    } catch let error as DatasetError {
      throw BlockFailure("\(error)", at: location.range)
    }
  }
}

extension BuiltinInputs {
  /// More names than these are only made in the run.
  private static let namedColumns = 10_000

  fileprivate var columns: ExamplesOutline.Columns {
    if case .text = self { .text } else { .exactly(count) }
  }

  fileprivate var dataColumns: [DataColumn]? {
    switch self {
    case .text: []
    case .numbers(let count):
      count > Self.namedColumns ? nil : (1...count).map { DataColumn(name: "x\($0)") }
    case .pictures(let shape): shape.columns
    }
  }
}
