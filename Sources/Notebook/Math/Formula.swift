/// A formula in prose: its TeX and what that means.
public struct Formula: Sendable, Equatable {
  /// The TeX between the dollars, as written.
  public var tex: String
  /// Whether it stands on a line of its own.
  public var isDisplay: Bool
  /// Its label, by which prose cites it.
  public var label: Prose.Label?
  /// Its number among the equations of a report.
  public var number: Int?
  /// What the TeX means; nil when it cannot be read.
  package var node: MathNode?

  /// The words of the lesson, dollars included.
  package var written: String {
    let dollars = isDisplay ? "$$" : "$"
    return dollars + tex + dollars
  }
}

/// Reads the formulas of a lesson, one after another.
struct FormulaReader {
  /// More mistyped macros than these are not searched for what is meant.
  private static let suggestions = 100

  /// What is wrong in the formulas that were read.
  private(set) var diagnostics: [Diagnostic] = []
  private var unknownMacros = 0

  /// A formula, shown as written if its TeX cannot be read.
  mutating func read(_ span: MathSpan) -> Formula {
    var formula = Formula(tex: span.tex.text, isDisplay: span.isDisplay)
    var parser = TeXParser(
      span.tex, of: span.range, suggestsNames: unknownMacros < Self.suggestions)
    formula.node = parser.formula()
    diagnostics += parser.diagnostics
    unknownMacros += parser.diagnostics.count
    return formula
  }
}
