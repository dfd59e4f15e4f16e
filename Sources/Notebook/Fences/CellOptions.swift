/// How a block is shown: the `#| key: value` lines at its top, over the lesson's `execute` defaults.
public struct CellOptions: Sendable, Equatable {
  /// Words with the place where they are given.
  public struct Words: Sendable, Equatable {
    /// What is given, with quotes and escapes undone.
    public var text: String
    /// Where that stands, with its quotes.
    public var range: SourceRange
    /// Whether there are quotes around it.
    var isQuoted: Bool
  }

  /// What can be said.
  public enum Key: String, Sendable, CaseIterable {
    case echo, output, error, include
    case codeFold = "code-fold"
    case label
    case figureCaption = "fig-cap"
    case figureAlternative = "fig-alt"
    case tableCaption = "tbl-cap"
  }

  /// Whether the block's source is shown.
  public var echo = true
  /// Whether its output is shown.
  public var output = true
  /// Whether an error in it is part of the lesson: it is shown, and the run goes on.
  public var error = false
  /// Whether anything of it is shown.
  public var include = true
  /// Whether the source is folded away at first.
  public var codeFold = false
  /// The label that prose cites as `@fig-…` or `@tbl-…`.
  public var label: Words?
  /// The words below a figure, as written; the block has what they mean.
  public var figureCaption: Words?
  /// Replaces the description of the figure that is written from its data.
  public var figureAlternative: String?
  /// The words above a table, as written; the block has what they mean.
  public var tableCaption: Words?

  /// The options of a block that says nothing about them.
  public init() {}
}

extension CellOptions.Key {
  /// The options that `execute` in the front matter can set for all blocks.
  static let documentWide = allCases.filter { $0.flag != nil }

  /// What the option switches, which the front matter can switch for all blocks; nil for one that is no switch.
  public var flag: WritableKeyPath<CellOptions, Bool>? {
    switch self {
    case .echo: \.echo
    case .output: \.output
    case .error: \.error
    case .include: \.include
    case .codeFold: \.codeFold
    case .label, .figureCaption, .figureAlternative, .tableCaption: nil
    }
  }

  /// Whether the option takes words for readers, which may go on in the lines below it.
  var takesWords: Bool {
    switch self {
    case .figureCaption, .figureAlternative, .tableCaption: true
    case .echo, .output, .error, .include, .codeFold, .label: false
    }
  }
}

extension CellOptions {
  /// Sets one option from what was written; problems go to `diagnostics`.
  mutating func set(
    _ entry: YAMLNode.Entry, allowing keys: [Key], into diagnostics: inout [Diagnostic]
  ) {
    guard let key = Key(rawValue: entry.key), keys.contains(key) else {
      let hint = suggestion(for: entry.key, among: keys.map(\.rawValue))
      diagnostics.append(
        .error(
          .unknownCellOption, "unknown cell option '\(entry.key)'\(hint)", at: entry.keyRange,
          suggestion: hint))
      return
    }
    if entry.value.isMissing {
      diagnostics.append(.error(.badCellOption, "'\(entry.key)' needs a value", at: entry.keyRange))
      return
    }
    guard let scalar = entry.value.scalar else {
      diagnostics.append(
        .error(
          .badCellOption,
          "'\(entry.key)' takes a single value, not \(entry.value.shapeDescription)",
          at: entry.value.range))
      return
    }
    if let flag = key.flag {
      guard let value = scalar.boolean else {
        diagnostics.append(
          .error(
            .badCellOption, "'\(entry.key)' is true or false, \(entry.value.misfitForNumber)",
            at: entry.value.range))
        return
      }
      self[keyPath: flag] = value
    } else {
      let words = Words(text: scalar.text, range: entry.value.range, isQuoted: scalar.isQuoted)
      setWords(key, words, into: &diagnostics)
    }
  }

  private mutating func setWords(
    _ key: Key, _ words: Words, into diagnostics: inout [Diagnostic]
  ) {
    if key.takesWords, words.text.contains(where: \.isControl) {
      diagnostics.append(
        .error(
          .badCellOption,
          "there is a control character in this: in double quotes, a backslash begins one; leave the quotes out",
          at: words.range))
    }
    switch key {
    case .figureCaption: figureCaption = words
    case .figureAlternative: figureAlternative = words.text
    case .tableCaption: tableCaption = words
    default: setLabel(words, into: &diagnostics)
    }
  }

  private mutating func setLabel(_ words: Words, into diagnostics: inout [Diagnostic]) {
    let text = words.text
    let kind = LabelKind(of: text)
    guard kind == .figure || kind == .table, text.utf8.allSatisfy(\.continuesLabel) else {
      diagnostics.append(
        .error(
          .badLabel, "a label is 'fig-' or 'tbl-' and letters, digits, '-' or '_', not '\(text)'",
          at: words.range))
      return
    }
    label = words
  }
}

extension Character {
  /// Whether this moves a cursor or does something else in place of being seen.
  fileprivate var isControl: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
