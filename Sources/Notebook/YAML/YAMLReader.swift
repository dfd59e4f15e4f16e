import Yams

/// Reads YAML that stands inside a larger text, keeping every value's place there.
public struct YAMLReader {
  /// Deeper nesting than any lesson needs, and far less than would exhaust the stack.
  static let greatestDepth = 64

  /// The larger text.
  let source: SourceText
  /// Per line of YAML, the stretch of the source that it stands in.
  let lines: [SourceRange]

  /// A reader of the given stretches of `source`, one per line.
  public init(_ source: SourceText, lines: [SourceRange]) {
    self.source = source
    self.lines = lines
  }

  /// A reader of a whole text.
  public init(_ source: SourceText) {
    self.init(source, lines: (1...source.lineCount).map(source.rangeOfLine))
  }

  /// The value that is written, or nil when there is none or it cannot be read; problems go to `diagnostics`.
  ///
  /// Keys that are given twice, anchors, aliases, tags and merge keys are such problems, and leave a value: of equal keys, the
  /// first one has its say.
  public func read(into diagnostics: inout [Diagnostic]) -> YAMLNode? {
    if let tooDeep = placeOfExcessiveNesting() {
      diagnostics.append(
        .error(.tooMuch, "YAML is nested more than \(Self.greatestDepth) levels deep", at: tooDeep))
      return nil
    }
    let text = lines.map { source.string(in: $0) + "\n" }.joined()
    var standIns = YAMLStandIns(for: text)
    do {
      guard let root = try root(of: text, &standIns) else { return nil }
      var converter = Converter(reader: self, standIns: standIns)
      let node = converter.convert(root)
      diagnostics += converter.diagnostics
      return converter.isReadable ? node : nil
    } catch let error as YamlError {
      diagnostics.append(diagnostic(for: error, standIns))
    } catch {
      diagnostics.append(
        .error(.invalidYAML, "this YAML cannot be read: \(error)", at: lines.first))
    }
    return nil
  }

  /// The parser's tree of a text in which lines end where they do in a lesson. The parser refuses equal keys; they are told
  /// apart for it, so that all else can be read.
  private func root(of text: String, _ standIns: inout YAMLStandIns) throws -> Node? {
    let text = standIns.replacingLineBreaks(in: text)
    do {
      return try Self.root(of: text)
    } catch YamlError.duplicatedKeysInMapping {
      return try Self.root(of: standIns.tellingKeysApart(in: text))
    }
  }

  private static func root(of text: String) throws -> Node? {
    try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
  }

  /// The source offset of a mark, whose line and column count from 1, the column in Unicode scalars.
  func offset(of mark: Mark) -> Int {
    guard mark.line >= 1, mark.line <= lines.count else { return lines.last?.upper ?? 0 }
    let line = lines[mark.line - 1]
    return source.offset(ofColumn: mark.column, in: line)
  }

  /// The source line's end, at or after an offset.
  func endOfLine(from offset: Int) -> Int {
    lines.first { $0.lower <= offset && offset <= $0.upper }?.upper ?? offset
  }

  /// Where brackets, list dashes or indentation nest too deeply, found by counting so that no recursion sees them.
  private func placeOfExcessiveNesting() -> SourceRange? {
    var brackets = 0
    var indentations: [Int] = []
    for line in lines {
      var dashes = 0
      var leads = true
      for offset in line.lower..<line.upper {
        switch source.bytes[offset] {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "-") where leads, UInt8(ascii: "?") where leads: dashes += 1
        case let byte where byte.isBlank: continue
        default: leads = false
        }
        if brackets > Self.greatestDepth || leads && dashes > Self.greatestDepth {
          return SourceRange(offset, offset + 1)
        }
      }
      let blanks = source.bytes[line.lower..<line.upper].prefix { $0.isBlank }.count
      if line.lower + blanks == line.upper { continue }
      while let last = indentations.last, last >= blanks { indentations.removeLast() }
      indentations.append(blanks)
      if indentations.count > Self.greatestDepth {
        return SourceRange(line.lower + blanks, line.upper)
      }
    }
    return nil
  }
}

/// Turns Yams' tree, which has only starts, into ours, which has whole ranges.
private struct Converter {
  /// More values than any lesson gives by aliases.
  private static let mostCopies = 10_000

  let reader: YAMLReader
  let standIns: YAMLStandIns
  var diagnostics: [Diagnostic] = []
  /// Whether the tree says what its author wrote, but for what is refused.
  private(set) var isReadable = true
  /// Whether anchors were found, so that there may be aliases.
  private var hasAnchors = false
  /// The end of what has been converted.
  private var reached = 0
  /// How many values aliases have put in.
  private var copies = 0

  init(reader: YAMLReader, standIns: YAMLStandIns) {
    self.reader = reader
    self.standIns = standIns
  }

  mutating func convert(_ node: Node) -> YAMLNode {
    let mark = node.mark.map(reader.offset) ?? 0
    // Yams puts anchored values in for their aliases, which stand further below.
    if hasAnchors, mark < reached { return convert(alias: node) }
    let start = refuseProperties(of: node, at: mark)
    reached = max(reached, start)
    switch node {
    case .scalar(let scalar):
      let text = standIns.restoring(scalar.string)
      let range = SourceRange(start, endOfScalar(text, scalar.style, from: start))
      reached = max(reached, range.upper)
      return YAMLNode(.scalar(.init(text, isQuoted: scalar.isQuoted)), range: range)
    case .sequence(let sequence):
      let items = sequence.map { placingOnDash(convert($0)) }
      let end = endOfCollection(after: items.last?.range.upper ?? start, from: start, "[", "]")
      return YAMLNode(.sequence(items), range: SourceRange(start, end))
    case .mapping(let mapping):
      return convert(mapping, from: start)
    case .alias:
      return YAMLNode(.scalar(.init("")), range: SourceRange(start, start))
    }
  }

  /// An entry of which nothing is written stands where its dash does.
  private func placingOnDash(_ item: YAMLNode) -> YAMLNode {
    let end = item.range.lower
    guard end == item.range.upper, end > 0, reader.source.bytes[end - 1] == UInt8(ascii: "-")
    else { return item }
    var placed = item
    placed.range = SourceRange(end - 1, end)
    return placed
  }

  private mutating func convert(_ mapping: Node.Mapping, from start: Int) -> YAMLNode {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    var merged: [YAMLNode.Entry] = []
    var last = start
    for (key, value) in mapping {
      let keyNode = convert(key)
      let valueNode = convert(value)
      last = max(last, valueNode.range.upper, keyNode.range.upper)
      guard let word = keyNode.scalar?.text else {
        diagnostics.append(.error(.invalidYAML, "a key must be a single word", at: keyNode.range))
        isReadable = false
        continue
      }
      if word == "<<" {
        diagnostics.append(
          .error(.unsupportedYAML, "merge keys are not part of a lesson's YAML", at: keyNode.range))
        if case .mapping(let others) = valueNode.content { merged += others }
      } else if keys.insert(word).inserted {
        entries.append(.init(key: word, keyRange: keyNode.range, value: valueNode))
      } else {
        diagnostics.append(.error(.duplicateKey, "'\(word)' is given twice", at: keyNode.range))
      }
    }
    entries += merged.filter { keys.insert($0.key).inserted }
    let end = endOfCollection(after: last, from: start, "{", "}")
    return YAMLNode(.mapping(entries), range: SourceRange(start, end))
  }

  /// Where a value begins, behind the anchor and the tag that it may have. Those, and aliases, hide where a value comes from, so
  /// a lesson does without them.
  private mutating func refuseProperties(of node: Node, at mark: Int) -> Int {
    let bytes = reader.source.bytes
    let names: [UInt8: String] = [UInt8(ascii: "&"): "anchors", UInt8(ascii: "!"): "tags"]
    var start = mark
    while start < bytes.count, let name = names[bytes[start]] {
      if bytes[start] == UInt8(ascii: "&") { hasAnchors = true }
      let end = refuse(name, at: start)
      if node.isEmptyScalar { return end }
      start = beginOfNext(from: end)
    }
    return start
  }

  /// Reports a word that a lesson does without, and returns its end.
  private mutating func refuse(_ name: String, at start: Int) -> Int {
    let word = reader.source.bytes[start...].prefix {
      !$0.isBlank && !$0.endsLine && !",[]{}".utf8.contains($0)
    }
    diagnostics.append(
      .error(
        .unsupportedYAML, "\(name) are not part of a lesson's YAML",
        at: SourceRange(start, word.endIndex)))
    return word.endIndex
  }

  /// Where the next word or sign begins that is no comment; the end of the text if there is none.
  private func beginOfNext(from start: Int) -> Int {
    let bytes = reader.source.bytes
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "#") {
        offset = reader.endOfLine(from: offset)
      } else if !bytes[offset].isBlank, !bytes[offset].endsLine {
        return offset
      }
      offset += 1
    }
    return min(offset, bytes.count)
  }

  /// What an alias stands for, in the place of the alias.
  private mutating func convert(alias node: Node) -> YAMLNode {
    let bytes = reader.source.bytes
    var start = beginOfNext(from: reached)
    // Before it, there are only signs such as a colon.
    while start < bytes.count, bytes[start] != UInt8(ascii: "*") {
      start = beginOfNext(from: start + 1)
    }
    reached = refuse("aliases", at: start)
    return copy(node, at: SourceRange(start, reached), depth: 1)
  }

  /// An anchored value. A few lines of aliases can say a tree that nobody can walk, which then counts as unreadable.
  private mutating func copy(_ node: Node, at range: SourceRange, depth: Int) -> YAMLNode {
    copies += 1
    guard copies <= Self.mostCopies, depth <= YAMLReader.greatestDepth else {
      isReadable = false
      return YAMLNode(.scalar(.init("")), range: range)
    }
    var items: [YAMLNode] = []
    switch node {
    case .scalar(let scalar):
      let text = standIns.restoring(scalar.string)
      return YAMLNode(.scalar(.init(text, isQuoted: scalar.isQuoted)), range: range)
    case .sequence(let sequence):
      for item in sequence where isReadable {
        items.append(copy(item, at: range, depth: depth + 1))
      }
      return YAMLNode(.sequence(items), range: range)
    case .mapping(let mapping):
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping where isReadable {
        let word = standIns.restoring(key.scalar?.string ?? "")
        entries.append(
          .init(key: word, keyRange: range, value: copy(value, at: range, depth: depth + 1)))
      }
      return YAMLNode(.mapping(entries), range: range)
    case .alias:
      return YAMLNode(.scalar(.init("")), range: range)
    }
  }

  private func endOfScalar(_ text: String, _ style: Node.Scalar.Style, from start: Int) -> Int {
    switch style {
    case .doubleQuoted, .singleQuoted:
      return endOfQuotes(from: start)
    case .literal, .folded:
      return endOfLines(of: text, from: start)
    case .plain, .any:
      return reader.source.bytes[start...].starts(with: text.utf8)
        ? start + text.utf8.count : endOfLines(of: text, from: start)
    }
  }

  /// The end of a scalar on several lines; that of its first line where more than indentation stands before the others, as
  /// in cell options.
  private func endOfLines(of text: String, from start: Int) -> Int {
    let range = SourceRange(start, reader.lines.last?.upper ?? start)
    if let places = ScalarPlaces(text, at: range, of: reader.source) { return places.end }
    let line = SourceRange(start, reader.endOfLine(from: start))
    return reader.source.trimmingBlanks(line).upper
  }

  private func endOfQuotes(from start: Int) -> Int {
    let bytes = reader.source.bytes
    guard start < bytes.count else { return start }
    let quote = bytes[start]
    var offset = start + 1
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if bytes[offset] == quote {
        let isDoubled = offset + 1 < bytes.count && bytes[offset + 1] == quote
        guard quote == UInt8(ascii: "'"), isDoubled else { return offset + 1 }
        offset += 2
      } else {
        offset += 1
      }
    }
    return bytes.count
  }

  /// The end of a list or mapping: behind its closing bracket if it has one, else behind its last value.
  private func endOfCollection(
    after last: Int, from start: Int, _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) -> Int {
    let bytes = reader.source.bytes
    guard start < bytes.count, bytes[start] == UInt8(ascii: opening) else { return last }
    var offset = max(last, start + 1)
    let skipped: Set<UInt8> = [
      UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: ","),
    ]
    while offset < bytes.count, skipped.contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: closing) ? offset + 1 : last
  }
}

extension Node {
  /// Whether nothing is written.
  fileprivate var isEmptyScalar: Bool {
    guard let scalar else { return false }
    return scalar.string.isEmpty && !scalar.isQuoted
  }
}

extension Node.Scalar {
  /// Whether quotes or a block style say that this is text.
  fileprivate var isQuoted: Bool { style != .plain && style != .any }
}
