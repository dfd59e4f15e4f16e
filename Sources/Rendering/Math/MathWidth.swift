import Notebook

extension Formula {
  /// Whether it may be wider than the page of a phone.
  var isWide: Bool { (node?.width ?? 0) > Self.widestOnPhones }

  /// In em. A page of 320 px has 18 of them, and a face may be broader than most.
  private static let widestOnPhones = 14.0
}

extension MathNode {
  /// About how wide the node is, in em of the text around: enough to tell what is too wide for a phone, for which the reader's
  /// font need not be known.
  var width: Double {
    switch self {
    case .row(let nodes): Self.width(nodes)
    case .identifier(let letters, _), .number(let letters), .text(let letters),
      .unknown(let letters):
      Self.width(letters)
    case .function(let name, _): Self.width(name) + 0.3
    case .operator(let sign, let kind): Self.width(sign) + kind.air
    case .delimiter(let sign, _, _): Self.width(sign)
    case .space(let width): Double(width) ?? 0
    case .fraction(let above, let below, _, let isDisplay):
      max(above.width, below.width) * (isDisplay == true ? 1 : Self.scriptSize) + 0.2
    case .root(let radicand, let degree):
      radicand.width + 0.9 + (degree?.width ?? 0) * Self.scriptSize
    case .scripts(let base, let below, let above, _):
      base.width + max(below?.width ?? 0, above?.width ?? 0) * Self.scriptSize
    case .lined(let base, _), .mark(let base, _, _, _), .styled(let base, _): base.width
    case .fenced(let opening, let inner, let closing):
      Self.width(opening ?? "") + inner.width + Self.width(closing ?? "")
    case .table(let rows, _): Self.width(ofTable: rows)
    }
  }

  private static let scriptSize = 0.7

  private static func width(_ letters: String) -> Double { 0.64 * Double(letters.count) }

  private static func width(_ nodes: [MathNode]) -> Double { nodes.reduce(0) { $0 + $1.width } }

  /// The widths of the columns with the air between them.
  private static func width(ofTable rows: [[MathNode]]) -> Double {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].width : nil }.max() ?? 0
    }
    return widths.reduce(0) { $0 + $1 + 0.8 }
  }
}

extension MathOperator {
  /// The air on both sides together, in em.
  fileprivate var air: Double {
    switch self {
    case .relation: 0.56
    case .binary: 0.44
    case .punctuation, .large, .integral: 0.17
    case .ordinary, .opening, .closing: 0
    }
  }
}
