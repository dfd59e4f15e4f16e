import Notebook

/// A name of a value that a block above makes, or of one run of a sweep.
public struct Reference<Target: Referable>: OptionValue {
  /// The name of the value for messages and figures: its block's, or `rates[batch_size=32]`.
  public var name: String
  /// The block that makes it.
  let block: String
  /// Of a run of a sweep, a value for each setting that the sweep varies.
  let settings: [String: Grid.Setting]
  /// Where it is written.
  public var range: SourceRange
  /// What is known of the value before the run; nil when a mistake in its block leaves that open.
  public var outline: Target.Outline?

  /// What a lesson has to write.
  public static var typeDescription: String {
    expectation + (Target.nameWithinAnother.map { " (\($0))" } ?? "")
  }

  /// The same for messages, which say of a value what its parts are called.
  private static var expectation: String {
    "the name of \(withArticle(listOfAlternatives(Target.acceptedKinds)))"
  }

  /// A name of which nothing is known.
  public static var standIn: Reference<Target>? {
    Reference(block: "", at: SourceRange(0, 0), outline: nil)
  }

  /// A name that stands above and has a fitting kind.
  public static func read(
    _ node: YAMLNode, of entry: YAMLNode.Entry, with reader: inout OptionReader
  ) -> Reference<Target>? {
    guard let resolved = reader.resolve(node) else { return nil }
    guard let name = resolved.text else {
      reader.mismatch(resolved, of: entry, expected: expectation)
      return nil
    }
    if name.contains(where: { "[.".contains($0) }) {
      // A run of a sweep, or a path that is meant for one.
      // A parameter within the words keeps the type of its value; one at their start stands for a name.
      let words = node.scalar.flatMap { $0.text.hasPrefix("$") ? nil : $0.text } ?? name
      let run = RunSelection.read(words, at: node.range, of: entry, with: &reader)
      return run.flatMap { Reference($0, at: node.range, of: entry, with: &reader) }
    }
    guard let named = reader.lookUp(name, at: node.range) else { return nil }
    if let kind = named.kind, !Target.acceptedKinds.contains(kind) {
      let advice = exampleOfRun(ofValueNamed: name, named.outline).map {
        ", and one of its runs is \($0)"
      }
      reader.error(
        .wrongKind,
        "'\(entry.key)' is \(expectation); '\(name)' is \(withArticle(kind))\(advice ?? "")",
        at: node.range)
      return nil
    }
    let outline = named.outline.flatMap { Target.outline(from: $0) }
    return Reference(block: name, at: node.range, outline: outline)
  }

  /// The name of a run that would do; nil if the value has no runs, or none of them would.
  private static func exampleOfRun(
    ofValueNamed name: String, _ outline: (any ValueOutline)?
  ) -> String? {
    guard let outline, !outline.axes.isEmpty else { return nil }
    let first = outline.axes.map { ($0.name, $0.values[0]) }
    let run = outline.run(where: Dictionary(first) { first, _ in first })
    let isFit = run.flatMap { Target.outline(from: $0) } != nil
    return isFit ? RunSelection.name(ofRunOf: name, outline.axes) : nil
  }

  private init(block: String, at range: SourceRange, outline: Target.Outline?) {
    name = block
    self.block = block
    settings = [:]
    self.range = range
    self.outline = outline
  }

  /// A run of a sweep; nil, with a diagnostic, where another kind of value is needed.
  private init?(
    _ run: RunSelection, at range: SourceRange, of entry: YAMLNode.Entry,
    with reader: inout OptionReader
  ) {
    name = run.name
    block = run.block
    settings = run.settings
    self.range = range
    outline = run.outline.flatMap { Target.outline(from: $0) }
    if run.outline != nil, outline == nil {
      reader.error(
        .wrongKind,
        "'\(entry.key)' is \(Self.expectation); '\(run.name)' is a run of a sweep", at: range)
      return nil
    }
  }

  /// The name.
  public var written: String? { name }
}

/// A reference whatever its target.
protocol NamedReference {
  var name: String { get }
}

extension Reference: NamedReference {}

/// The names that blocks above have defined, and those that blocks below will. It grows while a lesson is checked; all that
/// read options look into the same one.
final class NameTable {
  /// A value by its block.
  struct Named: Sendable {
    var block: Int
    /// Nil when nobody knows the command that makes it.
    var kind: String?
    /// Nil when a mistake in the block that makes it leaves open what it will be.
    var outline: (any ValueOutline)?
  }

  /// So many names are looked at in search of what mistyped ones mean; each search looks at all there are.
  private static let searchedNames = 20_000

  private var named: [String: Named] = [:]
  /// Names of the whole lesson with the lines of their blocks.
  private let lines: [String: Int]
  private var searched = 0

  init(linesOfNames lines: [String: Int]) {
    self.lines = lines
  }

  subscript(name: String) -> Named? { named[name] }

  func define(_ name: String, as value: Named) {
    named[name] = value
  }

  /// What to say when a name is not there.
  func problem(ofMissing name: String, at range: SourceRange) -> Diagnostic {
    if let line = lines[name] {
      return .error(
        .usedBeforeMade, "'\(name)' is used before it is made (on line \(line))", at: range)
    }
    let hint = hint(for: name, among: named.keys)
    return .error(.unknownName, "unknown name '\(name)'\(hint)", at: range, suggestion: hint)
  }

  /// What may be meant by a name that is not there, of a block or of a parameter.
  func hint(for name: String, among candidates: some Collection<String>) -> Suggestion {
    searched += candidates.count
    return suggestion(
      for: name, among: searched > Self.searchedNames ? [] : candidates.sorted())
  }
}

extension OptionReader {
  /// The value of that name, which the block then depends on; nil with a diagnostic when there is none above.
  mutating func lookUp(_ name: String, at range: SourceRange) -> NameTable.Named? {
    guard let named = names[name] else {
      diagnostics.append(names.problem(ofMissing: name, at: range))
      return nil
    }
    dependencies.insert(named.block)
    return named
  }
}
