import Execution
import Learning
import Notebook

/// Rows that are written in the lesson itself.
struct InlineOrigin: DataOrigin {
  var name: String { "features in place" }
  var isAnsweredByLesson: Bool { true }
  var isMade: Bool { true }

  func options(_ scope: inout Scope) -> [String]? { ["features", "scale", "scale_target"] }

  private static let missingSource =
    "'data' needs a 'source', or 'features' and 'labels' or 'targets' in place"

  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? {
    block.checkApplicability(&scope)
    if case .columns? = block.features, block.labels != nil || block.targets != nil {
      scope.error(
        .wrongType, "features in place are rows, each a list of numbers: [[1], [2]]",
        at: block.$features.range)
      return nil
    }
    guard case .rows? = block.features, block.labels != nil || block.targets != nil else {
      scope.error(.missingOption, Self.missingSource)
      return nil
    }
    if case .file? = block.labels {
      scope.error(
        .wrongType, "'labels' of features in place are a list", at: block.$labels.range)
    }
    if block.labels != nil, block.targets != nil {
      scope.error(
        .conflictingOptions, "rows have either 'labels' or 'targets'", at: block.$targets.keyRange)
    }
    scope.part { block.checkScaledTarget(&$0) }
    guard !scope.hasErrors else { return nil }
    checkRows(of: block, &scope)
    guard !scope.hasErrors else { return nil }
    do {
      let dataset = try dataset(of: block)
      if let problem = dataset.labels?.lackOfClasses("the rows have") {
        scope.error(.singleClass, problem, at: block.$labels.range)
        return nil
      }
      return block.scaled(dataset).outline
    } catch {
      scope.error(.badData, error.message, at: error.range)
      return nil
    }
  }

  /// Finds the rows and labels that cannot be.
  private func checkRows(of block: DataBlock, _ scope: inout Scope) {
    var mistakes: [(error: DatasetError, entries: [SourceRange])] = []
    func look(at rows: [Placed<[Double]>], of what: String) {
      let errors = DatasetError.mistakes(inRows: rows.map(\.value), of: what)
      mistakes += errors.map { ($0, rows.map(\.range)) }
    }
    if case .rows(let rows)? = block.features { look(at: rows, of: "feature") }
    if let targets = block.targets { look(at: targets.rows, of: "target") }
    if case .inPlace(let labels)? = block.labels {
      let errors = DatasetError.mistakes(inLabels: labels.map(\.value))
      mistakes += errors.map { ($0, labels.map(\.range)) }
    }
    for (error, entries) in mistakes {
      scope.error(.badData, "\(error)", at: error.row.map { entries[$0 - 1] })
    }
  }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt {
    .had(try dataset(of: block))
  }

  private func dataset(of block: DataBlock) throws(BlockFailure) -> Dataset {
    guard case .rows(let rows)? = block.features else { throw BlockFailure(Self.missingSource) }
    let numbers = rows.map(\.value)
    do throws(DatasetError) {
      if let targets = block.targets {
        return try Dataset(features: numbers, targets: targets.rows.map(\.value))
      }
      if case .inPlace(let labels)? = block.labels {
        return try Dataset(features: numbers, labels: labels.map(\.value))
      }
    } catch {
      throw BlockFailure("\(error)", at: block.$features.range)
    }
    throw BlockFailure(Self.missingSource)
  }
}
