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
  public func read(into diagnostics: inout [Diagnostic]) -> YAMLNode? {
    if let tooDeep = placeOfExcessiveNesting() {
      diagnostics.append(
        .error(.tooMuch, "YAML is nested more than \(Self.greatestDepth) levels deep", at: tooDeep))
      return nil
    }
    let text = lines.map { source.string(in: $0) + "\n" }.joined()
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      var converter = Converter(reader: self)
      let node = converter.convert(root)
      diagnostics += converter.diagnostics
      return converter.diagnostics.containErrors ? nil : node
    } catch let error as YamlError {
      diagnostics.append(diagnostic(for: error))
    } catch {
      diagnostics.append(
        .error(.invalidYAML, "this YAML cannot be read: \(error)", at: lines.first))
    }
    return nil
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
  let reader: YAMLReader
  var diagnostics: [Diagnostic] = []
  /// Whether an anchor was found; nothing behind it is looked at.
  private var refusesAnchors = false

  init(reader: YAMLReader) {
    self.reader = reader
  }

  mutating func convert(_ node: Node) -> YAMLNode {
    let start = node.mark.map(reader.offset) ?? 0
    if !refusesAnchors { refuseReferences(at: start) }
    // Yams has put anchored values in for their aliases: a few lines can say a tree that nobody can walk.
    if refusesAnchors { return YAMLNode(.scalar(.init("")), range: SourceRange(start, start)) }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      let range = SourceRange(start, endOfScalar(scalar, from: start))
      return YAMLNode(.scalar(.init(scalar.string, isQuoted: isQuoted)), range: range)
    case .sequence(let sequence):
      let items = sequence.map { convert($0) }
      let end = endOfCollection(after: items.last?.range.upper ?? start, from: start, "[", "]")
      return YAMLNode(.sequence(items), range: SourceRange(start, end))
    case .mapping(let mapping):
      let entries = mapping.map { convert($0.key, $0.value) }
      let last = entries.last.map { max($0.value.range.upper, $0.keyRange.upper) }
      let end = endOfCollection(after: last ?? start, from: start, "{", "}")
      return YAMLNode(.mapping(entries), range: SourceRange(start, end))
    case .alias:
      return YAMLNode(.scalar(.init("")), range: SourceRange(start, start))
    }
  }

  private mutating func convert(_ key: Node, _ value: Node) -> YAMLNode.Entry {
    let keyNode = convert(key)
    if refusesAnchors { return YAMLNode.Entry(key: "", keyRange: keyNode.range, value: keyNode) }
    if keyNode.scalar == nil {
      diagnostics.append(.error(.invalidYAML, "a key must be a single word", at: keyNode.range))
    } else if keyNode.scalar?.text == "<<" {
      diagnostics.append(
        .error(.unsupportedYAML, "merge keys are not part of a lesson's YAML", at: keyNode.range))
    }
    return YAMLNode.Entry(
      key: keyNode.scalar?.text ?? "", keyRange: keyNode.range, value: convert(value))
  }

  /// Anchors, aliases and tags hide where a value comes from, so a lesson does without them.
  private mutating func refuseReferences(at start: Int) {
    let bytes = reader.source.bytes
    guard start < bytes.count else { return }
    let names: [UInt8: String] = [
      UInt8(ascii: "&"): "anchors", UInt8(ascii: "*"): "aliases", UInt8(ascii: "!"): "tags",
    ]
    guard let name = names[bytes[start]] else { return }
    refusesAnchors = bytes[start] == UInt8(ascii: "&")
    let word = bytes[start...].prefix { !$0.isBlank && $0 != UInt8(ascii: "\n") }
    diagnostics.append(
      .error(
        .unsupportedYAML, "\(name) are not part of a lesson's YAML",
        at: SourceRange(start, start + word.count)))
  }

  private func endOfScalar(_ scalar: Node.Scalar, from start: Int) -> Int {
    let bytes = reader.source.bytes
    switch scalar.style {
    case .doubleQuoted, .singleQuoted:
      return endOfQuotes(from: start)
    case .literal, .folded:
      return endOfLines(of: scalar, from: start)
    case .plain, .any:
      let text = Array(scalar.string.utf8)
      return bytes[start...].starts(with: text)
        ? start + text.count : endOfLines(of: scalar, from: start)
    }
  }

  /// The end of a scalar on several lines; that of its first line where more than indentation stands before the others, as
  /// in cell options.
  private func endOfLines(of scalar: Node.Scalar, from start: Int) -> Int {
    let range = SourceRange(start, reader.lines.last?.upper ?? start)
    if let places = ScalarPlaces(scalar.string, at: range, of: reader.source) { return places.end }
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
