/// The lines of a cell option that takes words: the one of its key, and those below that are indented more than it.
struct CaptionLines {
  /// The lines without their '#|', but for blank ones.
  let lines: [SourceRange]
  /// How many lines there are from the first to the last one, with the blank ones between them.
  let count: Int
  private let key: CellOptions.Key
  private let keyRange: SourceRange
  private let source: SourceText

  /// The lines of the option that the first of some lines begins; nil if it begins another one, or none.
  init?(_ lines: ArraySlice<SourceRange>, of source: SourceText) {
    guard let first = lines.first else { return nil }
    let start = source.trimmingBlanks(first)
    guard let key = source.cellOption(at: start), key.takesWords else { return nil }
    var found = [first]
    var count = 1
    for (index, line) in lines.dropFirst().enumerated() {
      let content = source.trimmingBlanks(line)
      if content.lower == content.upper { continue }
      // An option is one however far it is indented.
      let isOption = source.cellOption(at: content) != nil
      if isOption || content.lower - line.lower <= start.lower - first.lower { break }
      found.append(line)
      count = index + 2
    }
    self.lines = found
    self.count = count
    self.key = key
    keyRange = SourceRange(start.lower, start.lower + key.rawValue.utf8.count)
    self.source = source
  }

  /// The option, if its words stand without quotes: what YAML has other meanings for, such as a colon, a '#' or an '@', is
  /// meant as it stands. Nil if the lines are to be read as YAML.
  var unquotedEntry: YAMLNode.Entry? {
    let behindKey = SourceRange(keyRange.upper + 1, lines[0].upper)
    var words = ([behindKey] + lines.dropFirst()).map { source.trimmingBlanks($0) }
    let isBlockStyle = words.count > 1 && startsBlockStyle(words[0])
    if isBlockStyle || words[0].lower == words[0].upper { words.removeFirst() }
    guard let first = words.first, let last = words.last,
      isBlockStyle || !source.bytes[first.lower].isQuote
    else { return nil }
    let text = words.map { source.string(in: $0) }.joined(separator: " ")
    let value = YAMLNode(.scalar(.init(text)), range: SourceRange(first.lower, last.upper))
    return YAMLNode.Entry(key: key.rawValue, keyRange: keyRange, value: value)
  }

  /// Whether this is YAML's mark of text in the lines below: `|` or `>`, with a sign or a digit perhaps.
  private func startsBlockStyle(_ words: SourceRange) -> Bool {
    source.string(in: words).wholeMatch(of: /[|>][-+1-9]{0,2}/) != nil
  }
}

extension SourceText {
  /// The cell option whose key is written where a range begins.
  fileprivate func cellOption(at range: SourceRange) -> CellOptions.Key? {
    let written = bytes[range.lower..<range.upper]
    return CellOptions.Key.allCases.first { key in
      written.starts(with: (key.rawValue + ":").utf8)
        && written.dropFirst(key.rawValue.utf8.count + 1).first?.isBlank ?? true
    }
  }
}
