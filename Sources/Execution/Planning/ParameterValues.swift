import Notebook

/// The parameters of one run: the lesson's defaults, and what was given instead of them.
public struct ParameterValues: Sendable {
  /// A parameter as the run uses it.
  public struct Entry: Sendable {
    /// What the lesson declares.
    public var parameter: Parameter
    /// The value in use.
    public var value: YAMLNode
    /// Whether it is another than the lesson's default.
    public var isOverridden: Bool
  }

  /// A value given from outside the lesson.
  public struct Override: Sendable {
    /// Which parameter is meant.
    public var name: String
    /// The value; its `folder` is where its relative paths start.
    public var value: YAMLNode

    /// A value for a parameter.
    public init(name: String, value: YAMLNode) {
      self.name = name
      self.value = value
    }
  }

  /// A value that fits no parameter.
  public struct Problem: Error, Equatable {
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// Which override is meant, from 0.
    public var override: Int
  }

  /// All parameters in the lesson's order.
  public let entries: [Entry]
  /// The values by name.
  let byName: [String: YAMLNode]

  /// The values for a lesson that nobody gives others.
  public init(_ parameters: [Parameter]) {
    self.init(parameters.map { Entry(parameter: $0, value: $0.value, isOverridden: false) })
  }

  private init(_ entries: [Entry]) {
    self.entries = entries
    byName = Dictionary(entries.map { ($0.parameter.name, $0.value) }) { _, last in last }
  }

  /// The values for a lesson; a later override wins over an earlier one. What does not fit is left out and reported.
  public init(
    _ parameters: [Parameter], overrides: [Override], problems: inout [Problem]
  ) {
    var entries = ParameterValues(parameters).entries
    for (index, override) in overrides.enumerated() {
      guard let position = entries.firstIndex(where: { $0.parameter.name == override.name }) else {
        let unknown = Self.unknown(override.name, among: parameters)
        problems.append(Problem(message: unknown.message, override: index))
        continue
      }
      if let misfit = Self.misfit(override.value, entries[position].parameter) {
        problems.append(Problem(message: misfit.message, override: index))
        continue
      }
      entries[position].value = Self.typed(override.value, entries[position].parameter)
      entries[position].isOverridden = true
    }
    self.init(entries)
  }

  /// What is said about a name that none of some parameters has, and what was probably meant.
  public static func unknown(
    _ name: String, among parameters: [Parameter]
  ) -> (message: String, suggestion: Suggestion) {
    var names: [String] = []
    for parameter in parameters where !names.contains(parameter.name) {
      names.append(parameter.name)
    }
    let hint = suggestion(for: name, among: names)
    let alternatives =
      names.isEmpty
      ? "; the lesson has none"
      : hint.isEmpty ? "; the lesson has \(listOfAlternatives(names))" : "\(hint)"
    return ("unknown parameter '\(name)'\(alternatives)", hint)
  }

  /// What is said about a value that a parameter cannot have, and where the fault stands: of a list, the first entry that the
  /// parameter's list cannot have. Nil if all is well.
  public static func misfit(
    _ value: YAMLNode, _ parameter: Parameter
  ) -> (message: String, range: SourceRange)? {
    let subject = "parameter '\(parameter.name)' is \(parameter.kind.rawValue)"
    guard parameter.accepts(value) else {
      return (
        "\(subject), \(value.misfitForNumber)\(adviceOnDecimals(value, parameter))", value.range
      )
    }
    guard let kind = parameter.entryKind, case .sequence(let items) = value.content,
      let item = items.first(where: { !kind.accepts($0) })
    else { return nil }
    return ("\(subject), each entry \(kind.rawValue), \(item.misfitForNumber)", item.range)
  }

  /// What is said about decimals for a parameter that a lesson seems to have meant for them.
  private static func adviceOnDecimals(_ value: YAMLNode, _ parameter: Parameter) -> String {
    guard parameter.kind == .integer, let given = value.scalar, given.decimal != nil,
      !given.isTooLarge, let written = parameter.value.scalar?.text
    else { return "" }
    return "; it takes decimals if the lesson declares it as \(written).0"
  }

  /// The value as its parameter's type has it: what is given for a text is text, even if it looks like a number, and a truth
  /// value is true or false in whatever spelling it is given.
  private static func typed(_ value: YAMLNode, _ parameter: Parameter) -> YAMLNode {
    guard let scalar = value.scalar else { return value }
    var typed = value
    if parameter.kind == .text {
      typed.content = .scalar(.init(scalar.text, isQuoted: true))
    } else if parameter.kind == .boolean, let flag = scalar.boolean {
      typed.content = .scalar(.init(String(flag)))
    }
    return typed
  }

  /// A text with the values put in for `$name` and `${name}`, as in a lesson; nil when that cannot be done.
  ///
  /// - Parameters:
  ///   - node: the text, as it is written in `source`.
  ///   - others: what else there is to put in, by name.
  ///   - diagnostics: takes what is wrong, at its place.
  public func text(
    of node: YAMLNode, in source: SourceText, with others: [String: String],
    into diagnostics: inout [Diagnostic]
  ) -> String? {
    let more = others.mapValues { YAMLNode(.scalar(.init($0)), range: node.range) }
    var reader = OptionReader(
      source: source, parameters: byName.merging(more) { _, other in other },
      names: NameTable(linesOfNames: [:]), declarations: CommandDeclarations())
    let resolved = reader.resolve(node)
    if let resolved, resolved.scalar == nil {
      reader.error(.listParameter, "a list cannot stand inside text", at: node.range)
    }
    diagnostics += reader.diagnostics
    return resolved?.scalar?.text
  }
}
