import Execution
import Notebook
import Workers

/// Makes the report of a lesson that has been run.
public enum LessonReport {
  /// The complete HTML text, the same for the same run on every machine.
  ///
  /// - Parameters:
  ///   - frame: what stands around the lesson; a report that is a file of its own has nothing there.
  ///   - reports: the names of reports that are not called as their lessons are, by the files of these: links to the lessons
  ///     lead to them.
  ///   - pool: the threads that share the work.
  public static func html(
    of lesson: ExecutedLesson, in frame: PageFrame = .report, among reports: [String: String] = [:],
    pool: WorkerPool = WorkerPool(threads: 1)
  ) -> String {
    page(of: lesson, among: reports).html(in: frame, pool: pool)
  }

  /// The target of links to a block in its report; nil for a block that its author hides, which is there only after a
  /// failure.
  public static func anchor(ofBlock index: Int, in plan: Plan) -> String? {
    let block = plan.steps[index].block
    return block.options.include ? block.anchor : nil
  }

  /// The figures that have labels, each as an SVG file that stands alone.
  public static func labelledFigures(of lesson: ExecutedLesson) -> [(label: String, svg: String)] {
    zip(lesson.plan.steps, lesson.outcomes).compactMap { step, outcome in
      let options = step.block.options
      guard options.labelKind == .figure, let label = options.label?.text else { return nil }
      let words = options.figureAlternative
      for output in outcome.outputs {
        switch output {
        case .figure(let figure):
          let drawing = FigureSVG(figure, identifier: label, alternativeText: words)
          return (label, drawing.standaloneText + "\n")
        case .pictures(let sheet):
          let drawing = PictureSheetSVG(sheet, identifier: label, alternativeText: words)
          return (label, drawing.standaloneText + "\n")
        default: continue
        }
      }
      return nil
    }
  }

  private static func page(
    of lesson: ExecutedLesson, among reports: [String: String]
  ) -> ReportPage {
    let notebook = lesson.plan.notebook
    let frontMatter = notebook.frontMatter
    let words = notebook.words
    let numbers = CaptionNumbers(lesson)
    var context = ProseHTML.Context(
      words: words.prose, values: lesson.text, targets: numbers.targets,
      pictures: { lesson.plan.pictures[$0.destination]?.address })
    let mainHeading = titleHeading(of: notebook, in: context).map {
      ProseHTML.render($0.asMainHeading, in: context)
    }
    // The page has one heading of the first level, its title; a lesson that writes some too has them below it.
    let offset = headings(of: numbers.parts, levels: 1...1, in: context).isEmpty ? 0 : 1
    context.headingOffset = offset
    context.linksHeadings = true
    context.links = { $0.address(among: reports) }
    context.downloads = { $0.download(among: lesson.plan.linkedFiles) }
    context.code = CodeHTML.html
    var body: [ReportPage.Part] = []
    var blocks = zip(lesson.plan.steps, lesson.outcomes).enumerated().makeIterator()
    for part in numbers.parts {
      switch part {
      case .prose(let prose):
        body.append(.prose(html: ProseHTML.render(prose, in: context)))
      case .block:
        guard let (index, (step, outcome)) = blocks.next() else { continue }
        let captions = captions(of: step.block, numbers.captions[index], in: context)
        if let view = view(of: step.block, outcome, lesson, captions) { body.append(.block(view)) }
      }
    }
    if !numbers.footnotes.isEmpty {
      body.append(.prose(html: ProseHTML.render(numbers.footnotes, in: context)))
    }
    return ReportPage(
      title: title(of: notebook, in: context), mainHeading: mainHeading,
      author: frontMatter.author, date: frontMatter.date, description: frontMatter.description,
      language: frontMatter.language,
      contents: frontMatter.hasContents
        ? contents(of: numbers.parts, levels: 2 - offset...3 - offset, in: context) : [],
      body: body, facts: facts(of: lesson, in: words),
      failures: failures(of: lesson, in: words))
  }

  /// What a lesson is called once it has been run.
  static func title(of lesson: ExecutedLesson) -> String {
    let notebook = lesson.plan.notebook
    let context = ProseHTML.Context(
      words: notebook.words.prose, values: lesson.text, targets: CaptionNumbers(lesson).targets)
    return title(of: notebook, in: context)
  }

  /// What a lesson is called that has not been run: nobody knows its values.
  static func title(of notebook: Notebook) -> String {
    title(of: notebook, in: ProseHTML.Context(values: { _ in "…" }))
  }

  /// What a lesson is called: its title, else its first heading, else its file.
  private static func title(of notebook: Notebook, in context: ProseHTML.Context) -> String {
    let file = notebook.source.name.split(separator: "/").last.map(String.init)
    return notebook.frontMatter.title ?? titleHeading(of: notebook, in: context)?.plainText
      ?? file ?? notebook.words.lesson
  }

  /// The words of the heading that a lesson is called by; nil for one with a title of its own, or without headings.
  private static func titleHeading(
    of notebook: Notebook, in context: ProseHTML.Context
  ) -> Prose? {
    if notebook.frontMatter.title != nil { return nil }
    return headings(of: notebook.parts, levels: 1...1, in: context)
      .map(\.words).first { !$0.isBlank }
  }

  /// The list of contents. A heading without words has no place in it: nobody could see a link to it.
  private static func contents(
    of parts: [Notebook.Part], levels: ClosedRange<Int>, in context: ProseHTML.Context
  ) -> [ReportPage.Heading] {
    headings(of: parts, levels: levels, in: context).filter { !$0.words.isBlank }.map {
      let link = $0.words.linked(to: $0.heading.anchor)
      return ReportPage.Heading(
        level: $0.heading.level, link: ProseHTML.render(link, in: context))
    }
  }

  /// The headings of the prose and their words.
  private static func headings(
    of parts: [Notebook.Part], levels: ClosedRange<Int>, in context: ProseHTML.Context
  ) -> [Prose.HeadingWords] {
    parts.flatMap { part -> [Prose.HeadingWords] in
      if case .prose(let prose) = part { prose.headings(in: context) } else { [] }
    }.filter { levels.contains($0.heading.level) }
  }

  /// How the report came about: what a reader needs to get the same one.
  private static func facts(
    of lesson: ExecutedLesson, in words: PageWords
  ) -> [ReportPage.Fact] {
    var facts = [
      ReportPage.Fact(name: "Lectern", value: lecternVersion),
      ReportPage.Fact(name: words.seed, value: String(lesson.plan.seed)),
      ReportPage.Fact(
        name: words.randomStream, value: lesson.plan.notebook.frontMatter.randomStream.rawValue),
    ]
    facts += lesson.plan.shownParameters.map { parameter in
      ReportPage.Fact(
        name: "\(words.parameter) \(parameter.name)",
        value: parameter.value.description
          + (parameter.isOverridden ? " (\(words.givenForThisRun))" : ""))
    }
    for (step, outcome) in zip(lesson.plan.steps, lesson.outcomes) {
      guard let name = step.block.name else { continue }
      facts += (outcome.value?.origins ?? []).map { origin in
        ReportPage.Fact(
          name: "\(words.data) \(name)" + (origin.part.map { ", \($0)" } ?? ""), value: origin.name,
          digest: origin.sha256)
      }
    }
    return facts
  }

  private static func failures(
    of lesson: ExecutedLesson, in words: PageWords
  ) -> [ReportPage.Failure] {
    zip(lesson.plan.steps, lesson.outcomes).compactMap { step, outcome in
      trouble(of: outcome, in: words).map {
        ReportPage.Failure(
          message: "\(words.block(step.block.header, step.block.line)) \($0).",
          anchor: step.block.anchor)
      }
    }
  }

  /// What a block did that it should not have done; nil when it went well, or is still to come.
  private static func trouble(of outcome: BlockOutcome, in words: PageWords) -> String? {
    switch outcome.cause {
    case .failure: words.failed
    case .claims: words.makesFalseClaims
    case .interruption: words.wasInterrupted
    case .dependency: words.didNotRun
    case .expectedError, .pending, nil: nil
    }
  }
}

extension Notebook {
  /// What the lesson's page says itself.
  fileprivate var words: PageWords { PageWords(forProse: frontMatter.language) }
}

// MARK: - Blocks

extension LessonReport {
  /// What is shown of a block; nil for a block that its author hides and that went well. If it did not, the report says
  /// why, and shows nothing else of it.
  private static func view(
    of block: Block, _ outcome: BlockOutcome, _ lesson: ExecutedLesson,
    _ captions: CaptionNumbers.Captions
  ) -> BlockView? {
    let isHidden = !block.options.include
    if isHidden, trouble(of: outcome, in: lesson.plan.notebook.words) == nil { return nil }
    let echoes = block.options.echo && !isHidden
    let outputs =
      block.options.output && !isHidden
      ? outcome.outputs + outcome.remarks.map(Output.note) : []
    let source = lesson.plan.notebook.source
    let status: BlockView.Status =
      switch outcome.status {
      case .done: .done
      case .failed where outcome.cause == .claims && !outputs.isEmpty: .unheld
      case .failed: .failed(messages: outcome.diagnostics.map { message(of: $0, in: source) })
      case .notRun where outcome.cause == .pending: .pending
      // That the block did not run is said in its place on the page.
      case .notRun: .notRun(messages: [outcome.reason].compactMap(\.self))
      }
    let hasNothing = !echoes && outputs.isEmpty && status == .done
    return hasNothing
      ? nil
      : BlockView(
        command: block.command, name: block.name, anchor: block.anchor,
        source: echoes ? block.source : nil, isSourceFolded: block.options.codeFold,
        outputs: outputs, status: status, figures: captions.figures, tables: captions.tables)
  }

  /// The captions of a block, the first of a kind with the author's words.
  private static func captions(
    of block: Block, _ numbered: CaptionNumbers.Captions, in context: ProseHTML.Context
  ) -> CaptionNumbers.Captions {
    var captions = numbered
    if let words = block.figureCaption, !captions.figures.isEmpty {
      captions.figures[0].html = ProseHTML.render(words, in: context)
    }
    if let words = block.tableCaption, !captions.tables.isEmpty {
      captions.tables[0].html = ProseHTML.render(words, in: context)
    }
    return captions
  }

  private static func message(of diagnostic: Diagnostic, in source: SourceText) -> String {
    guard let range = diagnostic.range else { return diagnostic.message }
    let position = source.position(of: range.lower)
    return "line \(position.line), column \(position.column): \(diagnostic.message)"
  }
}
