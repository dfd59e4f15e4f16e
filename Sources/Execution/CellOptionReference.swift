import Notebook

/// The reference of cell options, the lines that say how a block is shown.
public enum CellOptionReference {
  /// A cell option as its reference tells it.
  public struct Entry: Sendable, Equatable {
    /// The name in lessons.
    public let name: String
    /// What holds where neither the block nor the front matter says it, which can say it of all blocks; nil for an option
    /// that takes words.
    public let defaultValue: Bool?
    /// What the option means, in words that Markdown takes as they are.
    public let help: String

    fileprivate init(_ key: CellOptions.Key) {
      name = key.rawValue
      defaultValue = key.flag.map { CellOptions()[keyPath: $0] }
      help = key.help
    }
  }

  /// The word that asks for it, as a command's name asks for the command's.
  public static let name = "cells"
  /// What it is about, in one sentence.
  public static let summary =
    "How a report shows a block: lines '#| key: value' at its top, above the command's options."

  /// All options.
  public static let entries = CellOptions.Key.allCases.map { Entry($0) }

  /// The reference as text for a terminal.
  ///
  /// - Parameter commands: the commands that blocks may have.
  public static func text(for commands: [any Command.Type]) -> String {
    var lines = [name, "  \(summary)", ""]
    for entry in entries {
      let fallback = entry.defaultValue.map { " (default \($0))" } ?? ""
      lines += ["  \(entry.name)\(fallback)", "      \(entry.help)"]
    }
    let drawing = commands.filter { $0.drawsFigures }.map { $0.name }
    let showing = commands.filter { $0.showsTables }.map { $0.name }
    lines += [
      "", remarks, "",
      "Blocks that may draw a figure, for labels that begin with fig-",
      "  \(listOfAll(drawing))", "",
      "Blocks that may show a table, for labels that begin with tbl-",
      "  \(listOfAll(showing))",
    ]
    return lines.joined(separator: "\n")
  }

  private static var remarks: String {
    let documentWide = listOfAll(entries.filter { $0.defaultValue != nil }.map(\.name))
    return """
      For all blocks
        execute: {echo: false}         in the front matter, for \(documentWide);
                                       what a block says itself goes before it

      Labels and captions
        #| label: fig-loss             cited in prose as @fig-loss, which becomes "Figure 1"
        #| fig-cap: The loss of $y$ is `{value} run.train_loss[-1] %.3f`
        #|   after the last epoch.     a caption is a paragraph of Markdown, with values and math;
                                       it goes on in lines that are indented more than its key
      """
  }
}

extension CellOptions.Key {
  fileprivate var help: String {
    switch self {
    case .echo: "Whether the block's source is shown."
    case .output: "Whether what it prints and draws is shown."
    case .error:
      "Whether the block may fail: its error is shown, and the run ends as if there were none."
    case .include:
      "Whether anything of the block is shown; if it fails and may not, that is said all the same."
    case .codeFold: "Whether the source is folded away until a reader asks for it."
    case .label:
      "What prose cites: fig- or tbl- with letters, digits, dashes or underscores behind it, for the first figure or the first table that the block shows."
    case .figureCaption: "The words below the first figure."
    case .figureAlternative:
      "The words for those who cannot see the first figure, in place of what is written from its data."
    case .tableCaption: "The words above the first table."
    }
  }
}
