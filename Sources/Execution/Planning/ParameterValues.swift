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
  public private(set) var entries: [Entry]

  /// The values for a lesson; a later override wins over an earlier one. What does not fit is left out and reported.
  public init(
    _ parameters: [Parameter], overrides: [Override], problems: inout [Problem]
  ) {
    entries = parameters.map { Entry(parameter: $0, value: $0.value, isOverridden: false) }
    for (index, override) in overrides.enumerated() {
      guard let position = entries.firstIndex(where: { $0.parameter.name == override.name }) else {
        problems.append(
          Problem(message: Self.unknown(override.name, parameters), override: index))
        continue
      }
      let parameter = entries[position].parameter
      guard parameter.accepts(override.value) else {
        problems.append(
          Problem(
            message: "parameter '\(override.name)' is \(parameter.kind.rawValue), not"
              + " \(override.value.shapeDescription)", override: index))
        continue
      }
      entries[position].value = override.value
      entries[position].isOverridden = true
    }
  }

  private static func unknown(_ name: String, _ parameters: [Parameter]) -> String {
    let names = parameters.map(\.name)
    let hint = suggestion(for: name, among: names)
    if names.isEmpty { return "unknown parameter '\(name)'; the lesson has none" }
    return
      "unknown parameter '\(name)'\(hint.isEmpty ? "; the lesson has \(listOfAlternatives(names))" : "\(hint)")"
  }

  /// The values by name.
  var byName: [String: YAMLNode] {
    Dictionary(entries.map { ($0.parameter.name, $0.value) }) { _, last in last }
  }
}
