import Execution
import Learning
import Notebook

/// `explain`: the words that speak most for a class, and against it.
struct ExplainBlock: Command {
  typealias Value = TellingWords

  static let name = "explain"
  static let drawsFigures = true
  static let showsTables = true
  static let summary = "Name the words that speak most for a class, and most against it."

  @Option("The training run whose network is asked; it was trained on texts.")
  var run: Reference<TrainingRun>
  @Option("The part whose rows are averaged; by default test, else validation, else train.")
  var on: Part?
  @Option("The class; of two classes, the second one by default.")
  var `class`: String?
  @Option("How many words to name on each side.", in: .between(1, 200))
  var top = 15

  func check(_ scope: inout Scope) -> TellingWords.Outline? {
    scope.part { TextRun.check(run, &$0) }
    if let outline = run.outline {
      scope.part { outline.check(on, ofRunNamed: run.name, at: $on.range, &$0) }
      scope.part { checkClass(among: outline.classes, &$0) }
    }
    return scope.hasErrors ? nil : TellingWords.Outline()
  }

  private func checkClass(among classes: [String]?, _ scope: inout Scope) {
    guard let classes else { return }
    if let name = `class` {
      NamedClass.check(name, among: classes, at: $class.range, &scope)
    } else if classes.count != 2 {
      scope.error(
        .missingOption, "'explain' needs 'class': \(NamedClass.missing(among: classes))")
    }
  }

  func run(_ context: Context) throws -> CommandResult<TellingWords> {
    let source = try TextRun(try context.value(run), named: run.name, part: on, at: $run)
    let classes = source.run.source.classes
    let number = try NamedClass.number(`class`, among: classes, at: $class.range)
    let contributions = try source.run.network.attribution(classNumber: number)
      .meanContributions(
        in: source.features.matrix(of: source.part), pool: context.pool,
        isCancelled: context.isCancelled)
    guard contributions.allSatisfy(\.isFinite) else {
      throw BlockFailure(
        "the network of '\(run.name)' has parameters that are not finite", at: $run.range)
    }
    let words = TellingWords(
      className: classes[number], part: source.part,
      words: source.features.vectorizer.vocabulary, contributions: contributions, top: top)
    return CommandResult(words, outputs: words.display(rows: top))
  }
}
