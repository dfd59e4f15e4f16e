/// A command block: a fence in braces with its options and the YAML of its body.
public struct Block: Sendable, Equatable {
  /// The first word in the braces.
  public var command: String
  /// Where that word stands.
  public var commandRange: SourceRange
  /// The second word in the braces, by which other blocks refer to this one.
  public var name: String?
  /// Where that word stands.
  public var nameRange: SourceRange?
  /// How the block is shown.
  public var options: CellOptions
  /// The words below the block's figure.
  public var figureCaption: Prose?
  /// The words above the block's table.
  public var tableCaption: Prose?
  /// What the body says; nil when it is empty or cannot be read.
  public var body: YAMLNode?
  /// Whether the body says what its author wrote: mistakes in cell options leave it as it is.
  public var hasReadableBody: Bool
  /// The body's lines without cell options, as its author wrote them.
  public var source: String
  /// The line that the fence opens on, from 1.
  public var line: Int
  /// The whole block, from its opening fence to its closing one.
  public var range: SourceRange
  /// What is wrong in the block as text; with the cell option `error: true` it is the block's output.
  public var diagnostics: [Diagnostic]

  /// "{train spam}".
  public var header: String {
    name.map { "{\(command) \($0)}" } ?? "{\(command)}"
  }

  /// The target of links to the block in a report.
  public var anchor: String {
    name.map { "block-\($0)" } ?? "block-line-\(line)"
  }
}

extension Block {
  /// Reads the block whose fence opens on line `first` and whose text ends on line `last`, both from 1.
  init(
    _ header: FenceHeader, lines first: Int, _ last: Int, of source: SourceText,
    defaults: CellOptions
  ) {
    command = header.command
    commandRange = header.commandRange
    name = header.name
    nameRange = header.nameRange
    line = first
    let opening = source.rangeOfLine(first)
    let closing = source.rangeOfLine(last)
    range = source.rangeOfLines(first, last)
    diagnostics = []
    options = defaults
    hasReadableBody = false
    self.source = ""
    // What follows an unclosed fence is its text for cmark, and may be prose: nothing is to be found wrong in it.
    guard last > first, let fence = Fence(line: opening, of: source),
      Fence(line: closing, of: source)?.closes(fence) == true
    else {
      diagnostics.append(.error(.unclosedBlock, "this block is never closed", at: opening))
      return
    }
    let bodyLines = (first + 1..<last).map {
      source.rangeOfLine($0).droppingIndentation(fence.indentation, in: source.bytes)
    }
    let optionCount = options.read(lines: bodyLines, of: source, into: &diagnostics)
    let captions = CaptionReader(source)
    figureCaption = options.figureCaption.map { captions.read($0, into: &diagnostics) }
    tableCaption = options.tableCaption.map { captions.read($0, into: &diagnostics) }
    let yamlLines = Array(bodyLines[optionCount...])
    diagnostics += CellOptions.strays(among: yamlLines, of: source)
    self.source = yamlLines.map { source.string(in: $0) }.joined(separator: "\n")
    var problems: [Diagnostic] = []
    body =
      yamlLines.isEmpty ? nil : YAMLReader(source, lines: yamlLines).read(into: &problems)
    hasReadableBody = body != nil || !problems.containErrors
    diagnostics += problems
  }
}

extension SourceRange {
  /// The range without up to `count` leading spaces, as CommonMark strips them from an indented fence's lines.
  fileprivate func droppingIndentation(_ count: Int, in bytes: [UInt8]) -> SourceRange {
    let blanks = bytes[lower..<upper].prefix(count).prefix { $0 == UInt8(ascii: " ") }
    return SourceRange(lower + blanks.count, upper)
  }
}
