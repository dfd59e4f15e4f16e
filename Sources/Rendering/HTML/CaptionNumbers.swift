import Execution
import Notebook

/// Numbers figures, tables, equations and sections in reading order, and knows what labels stand for.
struct CaptionNumbers {
  /// What is written at a block's figures and tables.
  typealias Captions = (figures: [BlockView.Caption], tables: [BlockView.Caption])

  /// The lesson's parts, with numbers in the prose.
  private(set) var parts: [Notebook.Part] = []
  /// The lesson's footnotes, with numbers in them.
  private(set) var footnotes: [Footnote] = []
  /// The captions of each block, without the words of the author, who may cite what comes later.
  private(set) var captions: [Captions] = []
  /// What labels stand for.
  private(set) var targets: [String: ProseHTML.Target] = [:]
  private var figureCount = 0
  private var tableCount = 0
  private var equationCount = 0
  private var sections: SectionNumbers

  /// Goes through the lesson once, so that prose can cite what comes later.
  init(_ lesson: ExecutedLesson) {
    let notebook = lesson.plan.notebook
    sections = SectionNumbers(notebook)
    var blocks = zip(lesson.plan.steps, lesson.outcomes).makeIterator()
    for part in notebook.parts {
      if case .prose(let prose) = part {
        parts.append(.prose(number(prose)))
      } else {
        parts.append(part)
        if let (step, outcome) = blocks.next() { number(step.block, outcome) }
      }
    }
    for footnote in notebook.footnotes {
      var footnote = footnote
      footnote.prose = number(footnote.prose)
      footnotes.append(footnote)
    }
  }

  private mutating func define(_ label: String?, _ kind: LabelKind, _ number: String) {
    if let label {
      targets[label] = ProseHTML.Target(kind: kind, number: number, anchor: label)
    }
  }
}

// MARK: - Blocks

extension CaptionNumbers {
  private mutating func number(_ block: Block, _ outcome: BlockOutcome) {
    guard block.options.include else {
      captions.append(([], []))
      return
    }
    let captions = captions(for: block, outputs: block.options.output ? outcome.outputs : [])
    self.captions.append(captions)
    guard let label = block.options.label?.text else { return }
    let isFigure = block.options.labelKind == .figure
    let kind = isFigure ? LabelKind.figure : .table
    if let number = (isFigure ? captions.figures : captions.tables).first?.number {
      define(label, kind, String(number))
    } else if outcome.cause == .pending {
      // What the blocks above it will show is not known, and so neither is its number.
      targets[label] = ProseHTML.Target(kind: kind, number: "…", anchor: block.anchor)
    }
  }

  /// Captions for a block's figures, which all have numbers, and tables, which have them when they are named.
  private mutating func captions(for block: Block, outputs: [Output]) -> Captions {
    var figures: [BlockView.Caption] = []
    var tables: [BlockView.Caption] = []
    for output in outputs {
      switch output {
      case .figure, .pictures:
        figures.append(figureCaption(for: block, isFirst: figures.isEmpty))
      case .table:
        let isFirst = tables.isEmpty
        let anchor = isFirst ? label(of: block, .table) : nil
        let isCounted = anchor != nil || isFirst && block.tableCaption != nil
        if isCounted { tableCount += 1 }
        tables.append(BlockView.Caption(number: isCounted ? tableCount : nil, anchor: anchor))
      default: break
      }
    }
    return (figures, tables)
  }

  /// The block's label, if it is of a kind.
  private func label(of block: Block, _ kind: LabelKind) -> String? {
    block.options.labelKind == kind ? block.options.label?.text : nil
  }

  /// What is written at a block's next figure; the first one has the block's label and description.
  private mutating func figureCaption(for block: Block, isFirst: Bool) -> BlockView.Caption {
    figureCount += 1
    let label = isFirst ? label(of: block, .figure) : nil
    return BlockView.Caption(
      number: figureCount, anchor: label ?? "figure-\(figureCount)",
      alternativeText: isFirst ? block.options.figureAlternative : nil)
  }
}

// MARK: - Prose

extension CaptionNumbers {
  private mutating func number(_ prose: Prose) -> Prose {
    var prose = prose
    for index in prose.events.indices { prose.events[index] = number(prose.events[index]) }
    return prose
  }

  private mutating func number(_ event: Prose.Event) -> Prose.Event {
    switch event {
    case .formula(var formula):
      guard let label = formula.label else { return event }
      equationCount += 1
      formula.number = equationCount
      define(label.name, .equation, String(equationCount))
      return .formula(formula)
    case .enter(.table(var table)):
      guard table.hasCaption else { return event }
      tableCount += 1
      table.number = tableCount
      define(table.label?.name, .table, String(tableCount))
      return .enter(.table(table))
    case .enter(.image(let image)):
      guard let label = image.label else { return event }
      figureCount += 1
      define(label.name, .figure, String(figureCount))
      return event
    case .exit(.image(var image)):
      if image.label != nil { image.number = figureCount }
      return .exit(.image(image))
    case .enter(.heading(var heading)):
      heading.number = sections.next(level: heading.level)
      if let label = heading.label, let number = heading.number {
        define(label.name, .section, number)
      }
      return .enter(.heading(heading))
    default: return event
    }
  }
}

/// Numbers the sections of a lesson that cites one of them.
private struct SectionNumbers {
  /// The level of the highest headings; nil for a lesson whose sections have no numbers.
  private let highest: Int?
  private var counts: [Int] = []

  init(_ notebook: Notebook) {
    var levels: [Int] = []
    var hasLabel = false
    for prose in notebook.prose {
      for case .enter(.heading(let heading)) in prose.events {
        levels.append(heading.level)
        hasLabel = hasLabel || heading.label != nil
      }
    }
    highest = hasLabel ? levels.min() : nil
  }

  /// The number of the next heading, such as "2.1".
  mutating func next(level: Int) -> String? {
    guard let highest else { return nil }
    let depth = level - highest
    counts = Array((counts + Array(repeating: 0, count: depth + 1)).prefix(depth + 1))
    counts[depth] += 1
    return counts.map(String.init).joined(separator: ".")
  }
}
