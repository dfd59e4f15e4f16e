import Notebook

/// A notebook as indented lines, each with its place: line and column, from 1, of its first character and behind its
/// last.
struct NotebookDump {
  private let notebook: Notebook
  private(set) var lines: [String] = []

  init(_ notebook: Notebook) {
    self.notebook = notebook
    for parameter in notebook.frontMatter.parameters {
      add("param \(parameter.name)", parameter.nameRange, 0)
      add(parameter.value, 1)
    }
    for part in notebook.parts {
      switch part {
      case .prose(let prose): add(prose)
      case .block(let block): add(block)
      }
    }
  }

  private mutating func add(_ prose: Prose) {
    var depth = 0
    for event in prose.events {
      switch event {
      case .enter(.heading(let heading)):
        add("heading \(heading.level) \(heading.anchor)", nil, depth)
        depth += 1
      case .enter(let container):
        add("\(container)", nil, depth)
        depth += 1
      case .exit: depth -= 1
      case .value(let value): add("value \(value.expression)", value.expressionRange, depth)
      case .reference(let reference): add("reference \(reference.label)", reference.range, depth)
      case .formula(let formula): add("formula \(formula.tex)", nil, depth)
      case .footnote(let reference):
        add("footnote \(reference.number) \(reference.label)", reference.range, depth)
      default: add("\(event)", nil, depth)
      }
    }
  }

  private mutating func add(_ block: Block) {
    add("block \(block.header)", block.range, 0)
    if let label = block.options.label { add("label \(label.text)", label.range, 1) }
    if let body = block.body { add(body, 1) }
  }

  private mutating func add(_ node: YAMLNode, _ depth: Int) {
    switch node.content {
    case .scalar(let scalar): add("\(scalar.text.debugDescription)", node.range, depth)
    case .sequence(let items):
      add("list", node.range, depth)
      for item in items { add(item, depth + 1) }
    case .mapping(let entries):
      add("mapping", node.range, depth)
      for entry in entries {
        add("key \(entry.key)", entry.keyRange, depth + 1)
        add(entry.value, depth + 2)
      }
    }
  }

  private mutating func add(_ text: String, _ range: SourceRange?, _ depth: Int) {
    let place = range.map { range in
      let first = notebook.source.position(of: range.lower)
      let end = notebook.source.position(of: range.upper)
      return " \(first.line):\(first.column)-\(end.line):\(end.column)"
    }
    lines.append(String(repeating: "  ", count: depth) + text + (place ?? ""))
  }
}
