import Notebook

/// Goes through a lesson once, from top to bottom, and makes its plan.
struct Planner {
  private let notebook: Notebook
  private let commands: [String: any Command.Type]
  private let parameters: ParameterValues
  private let lessonFolder: String
  private let files: InputFiles
  private let names: NameTable
  private var lineOfName: [String: Int] = [:]
  private(set) var steps: [Plan.Step] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var inlineValues: [InlineValue: Expression] = [:]
  private(set) var pictures: [String: Picture] = [:]
  private(set) var linkedFiles: [String: LinkedFile] = [:]
  private(set) var locationParameters = LocationParameters()
  private var uses = Uses()
  private let declarations = CommandDeclarations()

  init(
    notebook: Notebook, commands: [any Command.Type], parameters: ParameterValues,
    lessonFolder: String, files: InputFiles
  ) {
    self.notebook = notebook
    self.commands = Dictionary(commands.map { ($0.name, $0) }) { first, _ in first }
    self.parameters = parameters
    self.lessonFolder = lessonFolder
    self.files = files
    let lines = notebook.blocks.compactMap { block in block.name.map { ($0, block.line) } }
    names = NameTable(linesOfNames: Dictionary(lines) { first, _ in first })
  }

  mutating func plan() {
    for block in notebook.blocks { plan(block) }
    checkProse()
    checkLabels()
    let mistakes = RootMistakes(diagnostics, in: notebook, commands: Set(commands.keys))
    diagnostics = mistakes.all
    let fences = notebook.shownFences.filter { commands[$0.command] != nil }
    for range in fences.map(\.range) + notebook.lostFences {
      uses.noteWords(of: notebook.source.string(in: range))
    }
    // What the use of a name says of missing braces is enough; how far a fence is indented is seen where it stands.
    let told = mistakes.shownFences.values.map(\.line)
    for fence in fences where fence.flaw == .indented || !told.contains(fence.line) {
      warn(about: fence)
    }
  }

  /// Says of a fence that begins as a block does that it is none.
  private mutating func warn(about fence: ShownFence) {
    let (code, message): (DiagnosticCode, String) =
      switch fence.flaw {
      case .bare:
        (
          .bareFence,
          "this is shown and not run: a block's command stands in braces, \(fence.header);"
            + " write {\(fence.header)} to show it on purpose"
        )
      case .indented:
        (
          .indentedFence,
          "an indented fence is shown as code and does not run: indent it by three spaces at most;"
            + " put it into a longer fence to show it on purpose"
        )
      }
    diagnostics.append(.warning(code, message, at: fence.opening))
  }

  /// Blocks and parameters that nothing uses.
  var unused: [Diagnostic] { uses.unused(in: notebook, steps, commands) }

  private mutating func plan(_ block: Block) {
    var problems = block.diagnostics
    var step = Plan.Step(block: block)
    let type = commandType(of: block, into: &problems)
    checkName(of: block, command: type, into: &problems)
    if let type {
      decode(type, for: &step, into: &problems)
    } else {
      define(block, kind: nil, outline: nil)
    }
    if block.options.error, problems.containErrors {
      step.command = nil
      step.refusal = problems.filter { $0.severity == .error }
      problems.removeAll { $0.severity == .error }
    }
    diagnostics += problems
    if problems.containErrors || !step.refusal.isEmpty {
      uses.noteWords(of: notebook.source.string(in: block.range))
    }
    uses.noteMeaning(of: problems + step.refusal)
    steps.append(step)
  }

  private func commandType(
    of block: Block, into problems: inout [Diagnostic]
  ) -> (any Command.Type)? {
    if let type = commands[block.command] { return type }
    let known = commands.keys.sorted()
    let hint = suggestion(for: block.command, among: known)
    let names = hint.isEmpty ? "; there are \(listOfAlternatives(known))" : "\(hint)"
    problems.append(
      .error(
        .unknownCommand, "unknown command '\(block.command)'\(names)", at: block.commandRange,
        suggestion: hint))
    return nil
  }

  private mutating func checkName(
    of block: Block, command: (any Command.Type)?, into problems: inout [Diagnostic]
  ) {
    guard let name = block.name, let range = block.nameRange else {
      if let command, command.needsName {
        problems.append(
          .error(
            .missingName, "a '\(command.name)' block needs a name: {\(command.name) NAME}",
            at: block.commandRange
          ))
      }
      return
    }
    if let line = lineOfName[name] {
      problems.append(
        .error(.duplicateName, "'\(name)' is already defined on line \(line)", at: range))
    } else {
      lineOfName[name] = block.line
    }
  }

  private mutating func decode<Decoded: Command>(
    _ type: Decoded.Type, for step: inout Plan.Step, into problems: inout [Diagnostic]
  ) {
    let block = step.block
    var reader = makeReader()
    var outline: Decoded.Value.Outline?
    let command =
      block.hasReadableBody
      ? OptionDecoder.decode(
        type, from: block.body, blockRange: block.commandRange, with: &reader) : nil
    if let command {
      outline = check(command, of: &step, reader, into: &problems)
    }
    problems += Exhibit.problems(of: block, type, in: notebook.source)
    problems += reader.diagnostics
    locationParameters.formUnion(reader.locationParameters)
    step.dependencies = reader.dependencies
    step.drawsRandomNumbers = mayDraw(command, reader.doubt)
    uses.note(reader)
    define(block, kind: Decoded.Value.kind, outline: outline)
  }

  /// Has a command look at its options, and takes it into the step if they are right. What its value will be like; nil if a
  /// mistake leaves that open.
  private func check<Decoded: Command>(
    _ command: Decoded, of step: inout Plan.Step, _ reader: OptionReader,
    into problems: inout [Diagnostic]
  ) -> Decoded.Value.Outline? {
    var scope = Scope(
      files: files, lessonFolder: lessonFolder, blockRange: step.block.commandRange,
      doubt: reader.doubt)
    let promised = command.check(&scope)
    let outline = reader.doubt.isRaised ? nil : promised
    // A command with stand-ins is there to be checked only.
    if !reader.diagnostics.containErrors {
      step.command = command
      if !scope.hasErrors, !problems.containErrors {
        step.forecast = command.forecast()
        step.forecast?.warn(about: Decoded.name, in: &scope)
      }
    }
    problems += scope.diagnostics
    return outline
  }

  /// Whether a block of a command draws random numbers; where its mistakes leave that open, it may.
  ///
  /// - Parameter command: nil if the block's body is no options, or lacks one for which nothing can stand in.
  private func mayDraw<Decoded: Command>(_ command: Decoded?, _ doubt: Doubt) -> Bool {
    let known = command ?? OptionDecoder.standIn(for: Decoded.self, doubtedBy: doubt) ?? Decoded()
    return doubt.certain { known.drawsRandomNumbers } ?? true
  }

  /// Makes what a block is about to become known by its name, unless a block above has it.
  private mutating func define(_ block: Block, kind: String?, outline: (any ValueOutline)?) {
    guard let name = block.name, lineOfName[name] == block.line else { return }
    names.define(name, as: .init(block: steps.count, kind: kind, outline: outline))
  }

  private func makeReader() -> OptionReader {
    OptionReader(
      source: notebook.source, parameters: parameters.byName, names: names,
      declarations: declarations)
  }
}

// MARK: - Prose

extension Planner {
  private mutating func checkProse() {
    let nearby = LessonFolderFiles(files: files, lessonFolder: lessonFolder)
    var links = LinkCheck(notebook, nearby)
    var images = PictureFiles(nearby)
    for prose in notebook.prose {
      for case .value(let value) in prose.events { check(value) }
      for case .enter(.link(let link)) in prose.events {
        if let problem = links.problem(with: link) { diagnostics.append(problem) }
      }
      images.read(prose)
    }
    diagnostics += images.diagnostics
    pictures = images.pictures
    linkedFiles = links.linkedFiles
  }

  private mutating func check(_ value: InlineValue) {
    var reader = makeReader()
    if value.expression.isEmpty {
      reader.error(.missingValue, "name a value here: {value} spam.val_loss[-1]", at: value.range)
    }
    var shape = Shape.unknown
    if !value.expression.isEmpty,
      let read = Expression.read(value.expression, at: value.expressionRange, with: &reader)
    {
      inlineValues[value] = read.expression
      shape = read.shape.ofOnlyRun
    }
    if case .block = shape {
      reader.error(
        .missingValue, "name a value of '\(value.expression)' here", at: value.expressionRange)
    }
    checkFormat(of: value, shape, with: &reader)
    if reader.diagnostics.containErrors {
      inlineValues[value] = nil
      uses.noteWords(of: value.expression)
    }
    uses.note(reader)
    uses.noteMeaning(of: reader.diagnostics)
    diagnostics += reader.diagnostics
  }

  private func checkFormat(
    of value: InlineValue, _ shape: Shape, with reader: inout OptionReader
  ) {
    guard let text = value.format else { return }
    let range = value.formatRange ?? value.range
    guard let format = ValueFormat(text) else {
      reader.error(.badFormat, "'\(text)' is no format such as %.4f, %d or %s", at: range)
      return
    }
    switch shape {
    case .text, .boolean, .series, .list, .record, .grid:
      if format.isForNumbers {
        reader.error(
          .badFormat, "'\(text)' is for a number, not for \(shape.description)", at: range)
      }
    case .number, .block, .unknown: break
    }
  }

  /// Labels are unique, and every citation has its label.
  private mutating func checkLabels() {
    var labels = LabelTable()
    for block in notebook.blocks { labels.define(block) }
    for prose in notebook.prose {
      for label in prose.labels {
        labels.define(label.name, at: label.range)
      }
    }
    diagnostics += labels.duplicates(in: notebook.source)
    // A label that cannot be read may be the one that is cited.
    let unread = notebook.blocks.filter(\.mayHaveUnreadLabel).map(\.range) + notebook.lostFences
    let unreadLabels = Set(unread.flatMap { notebook.source.string(in: $0).labelLikeWords })
    for prose in notebook.prose {
      for case .reference(let reference) in prose.events
      where !unreadLabels.contains(reference.label) {
        if let problem = labels.problem(with: reference) { diagnostics.append(problem) }
      }
      for case .miscitation(let words) in prose.events {
        if let problem = labels.problem(with: words) { diagnostics.append(problem) }
      }
    }
  }
}

extension String {
  /// The words of letters, digits, '_' and '-' in it, among which are all labels.
  fileprivate var labelLikeWords: [String] {
    split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }.map(String.init)
  }
}

extension Block {
  /// Whether something is wrong with the lines that say how the block is shown, or with where they end.
  fileprivate var mayHaveUnreadLabel: Bool {
    diagnostics.contains {
      [.unknownCellOption, .badCellOption, .badLabel, .unclosedBlock].contains($0.code)
    }
  }
}
