import Notebook

/// What a block shows that a label can name and that has words of its own: a figure or a table.
enum Exhibit: CaseIterable {
  case figure, table

  /// The kind of its labels.
  private var labelKind: LabelKind {
    switch self {
    case .figure: .figure
    case .table: .table
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
    block.options.labelKind == labelKind ? block.options.label : nil
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
    of block: Block, _ command: any Command.Type, in source: SourceText
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
          at: block.place(ofOption: option, in: source))
      }
      return [label].compactMap(\.self) + captions
    }
  }

  /// A warning for each kind that the lesson has a label or a caption for, where the block could have shown some and has not.
  static func missing(
    in outputs: [Output], of block: Block, _ command: any Command.Type, in source: SourceText
  ) -> [Diagnostic] {
    allCases.filter { $0.isShown(by: command) && !$0.isAmong(outputs) }
      .compactMap { $0.missingTarget(of: block, in: source) }
  }

  private func missingTarget(of block: Block, in source: SourceText) -> Diagnostic? {
    let absence = "this block has \(self == .figure ? "drawn no figure" : "shown no table")"
    if let label = label(of: block) {
      return .warning(
        .misplacedLabel, "\(absence), so there is nothing that '@\(label.text)' can cite",
        at: label.range)
    }
    return captions(of: block).first.map { option in
      .warning(
        .inapplicableOption, "\(absence), so there is nothing that '\(option)' can be about",
        at: block.place(ofOption: option, in: source))
    }
  }
}

extension Block {
  /// Where the block gives one of its cell options: behind '#|' at the beginning of a line. Captions may have the word, too.
  func place(ofOption option: String, in source: SourceText) -> SourceRange {
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    for line in source.lineNumber(of: range.lower)...source.lineNumber(of: range.upper) {
      let place = source.rangeOfLine(line)
      let text = source.bytes[place.lower..<place.upper].drop(while: blanks.contains)
      let entry = text.dropFirst(2).drop(while: blanks.contains)
      if text.starts(with: "#|".utf8), entry.starts(with: "\(option):".utf8) {
        return SourceRange(entry.startIndex, entry.startIndex + option.utf8.count)
      }
    }
    return commandRange
  }
}
