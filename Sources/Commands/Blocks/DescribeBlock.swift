import Execution
import Learning
import Notebook

/// `describe`: what there is in a data set, before anyone learns from it.
struct DescribeBlock: Command {
  typealias Value = DatasetDescription

  static let name = "describe"
  static let drawsFigures = true
  static let showsTables = true
  static let summary =
    "Describe a data set: classes or targets, duplicates, words or ranges, and what is doubtful."

  @Option("The data set, or a split of one.")
  var data: Reference<DatasetOrSplit>
  @Option("Words that are not counted, as in 'tfidf'.")
  var stopWords = StopWords.english
  @Option(
    "How many words or columns to show.", in: .between(1, 20), unit: "rows")
  var rows = 10

  func check(_ scope: inout Scope) -> DatasetDescription.Outline? {
    data.outline.map { DatasetDescription.Outline(examples: $0) }
  }

  func run(_ context: Context) throws -> CommandResult<DatasetDescription> {
    let description =
      switch try context.value(data) {
      case .dataset(let dataset):
        try DatasetDescription(
          of: dataset, stopWords: stopWords, isCancelled: context.isCancelled)
      case .split(let split):
        try DatasetDescription(of: split, stopWords: stopWords, isCancelled: context.isCancelled)
      }
    return CommandResult(description, outputs: description.display(rows: rows))
  }
}
