import Notebook

// What is known before the run of what formulas name.
extension OptionReader {
  /// What is known of all values of the block that a path begins with; nothing for other formulas, and for a block that is
  /// wrong itself.
  public func fields(ofBlockIn expression: Expression) -> [Field] {
    guard case .path(let path) = expression else { return [] }
    return names[path.name]?.outline?.fields ?? []
  }

  /// What one of the runs of a sweep is called; nil for other blocks, and for one that is wrong itself.
  func exampleOfRun(ofBlockNamed name: String) -> String? {
    guard let axes = names[name]?.outline?.axes, !axes.isEmpty else { return nil }
    return RunSelection.name(ofRunOf: name, axes)
  }

  /// What the elements of a path stand for, one after the other, such as classes; empty where that is not known.
  func labels(ofElementsOf path: Expression.Path) -> [String] {
    let field = fields(ofBlockIn: .path(path)).first { $0.name == path.member }
    return field?.dimensions.dropFirst(path.indices.count).first?.labels ?? []
  }

  /// The settings that are certain before the run.
  func settled(_ settings: [Expression.Path.Setting]) -> [String: Grid.Setting] {
    let known = settings.compactMap { setting in
      settled(setting.value).map { (setting.name, $0) }
    }
    return Dictionary(known) { first, _ in first }
  }

  /// What an expression is whatever the run finds.
  func settled(_ expression: Expression) -> Grid.Setting? {
    switch expression {
    case .integer(let integer, _): .number(Double(integer))
    case .number(let number, _): .number(number)
    case .text(let text, _): .word(text)
    case .boolean(let flag, _): .word(String(flag))
    case .parameter(let name, _):
      parameters[name]?.scalar.map { scalar in
        scalar.decimal.map { .number($0) } ?? .word(scalar.text)
      }
    case .negation(let operand, _): settled(operand)?.number.map { .number(-$0) }
    default: nil
    }
  }
}
