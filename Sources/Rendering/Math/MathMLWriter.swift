import Notebook

/// Writes formulas as presentation MathML Core.
struct MathMLWriter {
  private var html = ""

  /// The `math` element of a formula that can be read.
  static func html(of node: MathNode, tex: String, isDisplay: Bool) -> String {
    var writer = MathMLWriter()
    writer.write(node)
    let display = isDisplay ? " display=\"block\"" : ""
    return "<math\(display)><semantics>\(writer.asOne(node))"
      + "<annotation encoding=\"application/x-tex\">\(tex.escapedForMarkup)</annotation>"
      + "</semantics></math>"
  }

  /// What was written, as one element.
  private func asOne(_ node: MathNode) -> String {
    if case .row = node { return html }
    return "<mrow>\(html)</mrow>"
  }

  private mutating func write(_ node: MathNode) {
    switch node {
    case .row(let nodes): writeRow(nodes)
    case .identifier(let name, let isUpright):
      let isLetter = name.unicodeScalars.count == 1
      element("mi", isLetter && isUpright ? " mathvariant=\"normal\"" : "", name)
    case .number(let digits): element("mn", "", digits)
    case .operator(let sign, let kind): writeOperator(sign, kind, isFirst: false)
    case .function(let name, let takesLimits): writeFunction(name, takesLimits: takesLimits)
    case .text(let text): element("mtext", "", spaced(text))
    case .space(let width): html += "<mspace width=\"\(width)em\"></mspace>"
    case .fraction(let above, let below, let hasBar, let isDisplay):
      writeFraction(above, below, hasBar: hasBar, isDisplay: isDisplay)
    case .root(let radicand, let degree): writeRoot(radicand, degree)
    case .scripts(let base, let below, let above, let asLimits):
      writeScripts(base, below, above, asLimits)
    case .lined(let base, let isAbove):
      html += "<mrow class=\"\(isAbove ? "over" : "under")line\">"
      write(base)
      html += "</mrow>"
    case .mark(let base, let sign, let isAbove, let stretches):
      html += isAbove ? "<mover accent=\"true\">" : "<munder accentunder=\"true\">"
      write(base)
      element("mo", " stretchy=\"\(stretches)\"", sign)
      html += isAbove ? "</mover>" : "</munder>"
    case .fenced(let opening, let inner, let closing): writeFence(opening, inner, closing)
    case .delimiter(let sign, let kind, let size): writeDelimiter(sign, kind, size)
    case .table(let rows, let table): writeTable(rows, table)
    case .styled(let inner, let isDisplay):
      html += "<mstyle displaystyle=\"\(isDisplay)\" scriptlevel=\"0\">"
      write(inner)
      html += "</mstyle>"
    case .unknown(let macro): element("mtext", " class=\"unknown\"", macro)
    }
  }

  private mutating func element(_ tag: String, _ attributes: String, _ text: String) {
    html += "<\(tag)\(attributes)>\(text.escapedForMarkup)</\(tag)>"
  }

  /// Text whose blanks at its ends are shown.
  private func spaced(_ text: String) -> String {
    let start = text.first?.isWhitespace == true ? "\u{A0}" : ""
    let end = text.count > 1 && text.last?.isWhitespace == true ? "\u{A0}" : ""
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return start + words + end
  }
}

// MARK: - Rows

extension MathMLWriter {
  private mutating func writeRow(_ nodes: [MathNode], isAligned: Bool = false) {
    html += "<mrow>"
    for (index, node) in nodes.enumerated() {
      let previous = index > 0 ? nodes[index - 1].core : nil
      let next = index + 1 < nodes.count ? nodes[index + 1].core : nil
      if case .function = node.core {
        if previous?.isOperand == true { html += Self.thinSpace }
        write(node)
        if next?.isOperandBehindFunction == true { html += Self.thinSpace }
      } else if case .operator(let sign, .binary) = node {
        // A sign that has nothing before it belongs to what follows.
        let isSign = previous == nil && !isAligned || previous?.isBeforeSign == true
        writeOperator(sign, .binary, isFirst: isSign)
      } else {
        write(node)
      }
    }
    html += "</mrow>"
  }

  private static let thinSpace = "<mspace width=\"0.1667em\"></mspace>"

  private mutating func writeOperator(_ sign: String, _ kind: MathOperator, isFirst: Bool) {
    let attributes =
      switch kind {
      case .ordinary: " stretchy=\"false\" lspace=\"0em\" rspace=\"0em\""
      case .binary: isFirst ? " form=\"prefix\"" : " form=\"infix\""
      case .relation:
        sign == "∣"
          ? " lspace=\"0.2778em\" rspace=\"0.2778em\" stretchy=\"false\"" : " stretchy=\"false\""
      case .punctuation, .large, .integral: ""
      case .opening: " form=\"prefix\" stretchy=\"false\""
      case .closing: " form=\"postfix\" stretchy=\"false\""
      }
    element("mo", attributes, sign)
  }

  private mutating func writeFunction(_ name: String, takesLimits: Bool) {
    if takesLimits {
      element("mo", " movablelimits=\"true\" lspace=\"0em\" rspace=\"0em\"", name)
    } else {
      element("mi", name.unicodeScalars.count == 1 ? " mathvariant=\"normal\"" : "", name)
    }
  }
}

extension MathNode {
  /// Whether a function behind this stands a little apart from it.
  fileprivate var isOperand: Bool {
    switch self {
    case .identifier, .number, .fraction, .root, .fenced, .operator(_, .closing), .row, .function,
      .delimiter(_, .closing, _):
      true
    default: false
    }
  }

  /// Whether this stands a little apart from a function before it.
  fileprivate var isOperandBehindFunction: Bool {
    switch self {
    case .identifier, .number, .fraction, .root, .text: true
    // The next function takes its own distance.
    default: false
    }
  }

  /// Whether a plus or minus behind this is the sign of a number.
  fileprivate var isBeforeSign: Bool {
    switch self {
    case .operator(_, let kind): ![.closing, .ordinary].contains(kind)
    case .delimiter(_, .opening, _), .function: true
    default: false
    }
  }
}

// MARK: - Structures

extension MathMLWriter {
  private mutating func writeFraction(
    _ above: MathNode, _ below: MathNode, hasBar: Bool, isDisplay: Bool?
  ) {
    if let isDisplay { html += "<mstyle displaystyle=\"\(isDisplay)\" scriptlevel=\"0\">" }
    html += hasBar ? "<mfrac>" : "<mfrac linethickness=\"0\">"
    write(above)
    write(below)
    html += "</mfrac>"
    if isDisplay != nil { html += "</mstyle>" }
  }

  private mutating func writeRoot(_ radicand: MathNode, _ degree: MathNode?) {
    html += degree == nil ? "<msqrt>" : "<mroot>"
    write(radicand)
    if let degree {
      write(degree)
      html += "</mroot>"
    } else {
      html += "</msqrt>"
    }
  }

  private mutating func writeScripts(
    _ base: MathNode, _ below: MathNode?, _ above: MathNode?, _ asLimits: Bool?
  ) {
    let areLimits = asLimits ?? base.core.takesLimits
    let tag =
      switch (below != nil, above != nil) {
      case (true, true): areLimits ? "munderover" : "msubsup"
      case (true, false): areLimits ? "munder" : "msub"
      default: areLimits ? "mover" : "msup"
      }
    html += "<\(tag)>"
    write(base)
    if let below { write(below) }
    if let above { write(above) }
    html += "</\(tag)>"
  }

  private mutating func writeFence(_ opening: String?, _ inner: MathNode, _ closing: String?) {
    html += "<mrow>"
    if let opening { element("mo", " form=\"prefix\" stretchy=\"true\"", opening) }
    write(inner)
    if let closing { element("mo", " form=\"postfix\" stretchy=\"true\"", closing) }
    html += "</mrow>"
  }

  private mutating func writeDelimiter(_ sign: String, _ kind: MathOperator, _ size: String) {
    if sign.isEmpty { return }
    let form =
      switch kind {
      case .opening: " form=\"prefix\""
      case .closing: " form=\"postfix\""
      default: kind == .relation ? "" : " lspace=\"0em\" rspace=\"0em\""
      }
    let height = size.isEmpty ? "" : " minsize=\"\(size)em\" maxsize=\"\(size)em\""
    element("mo", "\(form) stretchy=\"true\"\(height)", sign)
  }

  private mutating func writeTable(_ rows: [[MathNode]], _ table: MathTable) {
    let (name, isDisplay) =
      switch table {
      case .matrix: ("matrix", false)
      case .aligned: ("aligned", true)
      case .cases: ("cases", false)
      case .lines: ("lines", true)
      }
    html += "<mtable class=\"\(name)\" displaystyle=\"\(isDisplay)\">"
    for row in rows {
      html += "<mtr>"
      for (column, cell) in row.enumerated() {
        html += "<mtd>"
        if case .row(let nodes) = cell {
          writeRow(nodes, isAligned: table == .aligned && column % 2 == 1)
        } else {
          write(cell)
        }
        html += "</mtd>"
      }
      html += "</mtr>"
    }
    html += "</mtable>"
  }
}

extension MathNode {
  /// Whether scripts stand below and above this where there is room.
  fileprivate var takesLimits: Bool {
    switch self {
    case .operator(_, .large), .function(_, takesLimits: true): true
    default: false
    }
  }
}
