/// A part of a formula: what TeX says, as a tree.
package indirect enum MathNode: Sendable, Equatable {
  case row([MathNode])
  /// A name: one letter leans unless it is upright, a word such as "softmax" stands.
  case identifier(String, isUpright: Bool)
  case number(String)
  case `operator`(String, MathOperator)
  /// A function such as "log" or "max"; what is written below some stands under them.
  case function(String, takesLimits: Bool)
  case text(String)
  /// A space, in em.
  case space(String)
  case fraction(MathNode, over: MathNode, hasBar: Bool, isDisplay: Bool?)
  case root(MathNode, degree: MathNode?)
  case scripts(MathNode, below: MathNode?, above: MathNode?, asLimits: Bool?)
  /// A line over or under something; a stylesheet draws it, since few fonts have one of any length.
  case lined(MathNode, isAbove: Bool)
  case mark(MathNode, String, isAbove: Bool, stretches: Bool)
  /// Delimiters that are as high as what stands between them; nil for none.
  case fenced(String?, MathNode, String?)
  case delimiter(String, MathOperator, size: String)
  case table([[MathNode]], MathTable)
  case styled(MathNode, isDisplay: Bool)
  /// What cannot be read, as it is written.
  case unknown(String)
}

/// How an operator stands between its neighbours.
package enum MathOperator: Sendable {
  case ordinary, binary, relation, punctuation, opening, closing
  /// A sum and its like, with limits below and above it; or an integral, with limits beside it.
  case large, integral
}

/// How the cells of a table stand.
package enum MathTable: Sendable {
  /// Centred cells.
  case matrix
  /// Columns to the right and to the left in turn, so that relations stand in one line.
  case aligned
  /// Columns to the left.
  case cases
  /// Centred lines of full size.
  case lines
}

extension MathNode {
  /// Nodes as one.
  static func joined(_ nodes: [MathNode]) -> MathNode {
    nodes.count == 1 ? nodes[0] : .row(nodes)
  }

  static let nothing = MathNode.row([])

  /// The node that decides how this one stands between its neighbours.
  package var core: MathNode {
    switch self {
    case .scripts(let base, _, _, _): base.core
    case .mark(let base, _, _, _): base.core
    default: self
    }
  }
}
