import Notebook

/// What a block shows that a label can name and that has words of its own: a figure or a table.
enum Exhibit: CaseIterable {
  case figure, table

  /// What the labels of its kind begin with.
  private var prefix: String {
    switch self {
    case .figure: "fig-"
    case .table: "tbl-"
    }
  }

  private func isAmong(_ outputs: [Output]) -> Bool {
    switch self {
    case .figure: outputs.contains(where: \.isFigure)
    case .table: outputs.contains(where: \.isTable)
    }
  }

  private func isShown(by command: any Command.Type) -> Bool {
    switch self {
    case .figure: command.drawsFigures
    case .table: command.showsTables
    }
  }

  /// The block's label, if it is of this kind.
  private func label(of block: Block) -> CellOptions.Words? {
    block.options.label.flatMap { $0.text.hasPrefix(prefix) ? $0 : nil }
  }

  /// The options with words for this kind, as far as the block gives them.
  private func captions(of block: Block) -> [String] {
    let captions: [(option: String, isGiven: Bool)] =
      switch self {
      case .figure:
        [
          ("fig-cap", block.options.figureCaption != nil),
          ("fig-alt", block.options.figureAlternative != nil),
        ]
      case .table: [("tbl-cap", block.options.tableCaption != nil)]
      }
    return captions.filter(\.isGiven).map(\.option)
  }
}

// MARK: - What is missing

extension Exhibit {
  /// What is wrong with the label and the captions of a block, as far as its command shows nothing that they could be for.
  static func problems(
    of block: Block, _ command: any Command.Type, _ reader: OptionReader
  ) -> [Diagnostic] {
    allCases.filter { !$0.isShown(by: command) }.flatMap { exhibit in
      let absence = "'\(command.name)' \(exhibit == .figure ? "draws no figure" : "shows no table")"
      let label = exhibit.label(of: block).map { label in
        Diagnostic.error(
          .misplacedLabel, "\(absence) that '\(label.text)' could name", at: label.range)
      }
      let captions = exhibit.captions(of: block).map { option in
        Diagnostic.warning(
          .inapplicableOption, "\(absence) that '\(option)' could be about",
          at: place(of: option, in: block, reader))
      }
      return [label].compactMap(\.self) + captions
    }
  }

  /// Where a block gives one of its options, which stands on a line of its own.
  private static func place(
    of option: String, in block: Block, _ reader: OptionReader
  ) -> SourceRange {
    let found = reader.place(of: option + ":", in: block.range)
    return found == block.range
      ? block.commandRange : SourceRange(found.lower, found.lower + option.utf8.count)
  }

  /// A warning for each kind that the lesson has a label or a caption for, where the block could have shown some and has not.
  static func missing(
    in outputs: [Output], of block: Block, _ command: any Command.Type
  ) -> [Output] {
    allCases.filter { $0.isShown(by: command) && !$0.isAmong(outputs) }
      .compactMap { $0.missingTarget(of: block) }
      .map { .note(Note(.warning, $0)) }
  }

  private func missingTarget(of block: Block) -> String? {
    let absence = "This block has \(self == .figure ? "drawn no figure" : "shown no table")"
    if let label = label(of: block) {
      return "\(absence), so there is nothing that '@\(label.text)' can cite."
    }
    return captions(of: block).first.map { option in
      "\(absence), so there is nothing that '\(option)' can be about."
    }
  }
}
