/// What stands between `\begin{name}` and `\end{name}`: a table, perhaps between delimiters.
struct MathEnvironment: Sendable {
  var table: MathTable
  var opening: String?
  var closing: String?
  /// Whether the columns are described behind the name, as in `\begin{array}{ll}`.
  var describesColumns = false

  /// The environments by their names.
  static let all: [String: MathEnvironment] = {
    var all: [String: MathEnvironment] = [
      "matrix": .init(table: .matrix), "smallmatrix": .init(table: .matrix),
      "pmatrix": .init(table: .matrix, opening: "(", closing: ")"),
      "bmatrix": .init(table: .matrix, opening: "[", closing: "]"),
      "Bmatrix": .init(table: .matrix, opening: "{", closing: "}"),
      "vmatrix": .init(table: .matrix, opening: "|", closing: "|"),
      "Vmatrix": .init(table: .matrix, opening: "‖", closing: "‖"),
      "array": .init(table: .matrix, describesColumns: true),
      "cases": .init(table: .cases, opening: "{"),
      "rcases": .init(table: .cases, closing: "}"),
    ]
    for name in ["aligned", "align", "align*", "split", "alignat", "eqnarray"] {
      all[name] = .init(table: .aligned)
    }
    for name in ["gathered", "gather", "gather*", "equation", "equation*", "multline"] {
      all[name] = .init(table: .lines)
    }
    return all
  }()
}
