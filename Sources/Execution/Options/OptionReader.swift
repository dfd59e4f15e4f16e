import Notebook

/// What reading an option's value needs: the parameters, the names above, and a place for problems.
public struct OptionReader {
  /// The lesson's text.
  public let source: SourceText
  let parameters: [String: YAMLNode]
  let names: NameTable
  let declarations: CommandDeclarations
  /// What is wrong so far.
  public var diagnostics: [Diagnostic] = []
  /// What is doubtful of the block because of what is wrong.
  let doubt = Doubt()
  /// The numbers that the option at hand accepts; nil if all.
  var bounds: Bounds?
  /// The blocks, by their index, whose values the options refer to.
  var dependencies: Set<Int> = []
  /// The parameters that the options use.
  var usedParameters: Set<String> = []
  /// The parameters that say where data are.
  var locationParameters = LocationParameters()

  init(
    source: SourceText, parameters: [String: YAMLNode], names: NameTable,
    declarations: CommandDeclarations
  ) {
    self.source = source
    self.parameters = parameters
    self.names = names
    self.declarations = declarations
  }

  /// Reports something wrong.
  public mutating func error(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    suggestion: Suggestion? = nil
  ) {
    diagnostics.append(.error(code, message, at: range, suggestion: suggestion))
  }

  /// Reports a value of the wrong type.
  ///
  /// - Parameter isText: whether the option takes text, so that quotes around a number are no mistake.
  public mutating func mismatch(
    _ node: YAMLNode, of entry: YAMLNode.Entry, expected: String,
    _ code: DiagnosticCode = .wrongType, hint: Suggestion? = nil, isText: Bool = true
  ) {
    // An unknown parameter has been told; that it stands for no value of this type goes without saying.
    if let last = diagnostics.last?.range, node.range.contains(last) { return }
    let given = isText ? node.misfit : misfitForNumber(node) + adviceOnPath(in: node)
    let range = node.range.lower == node.range.upper ? entry.keyRange : node.range
    let ending = hint?.description ?? ""
    error(code, "'\(entry.key)' is \(expected), \(given)\(ending)", at: range, suggestion: hint)
  }

  /// What there is to say of a value that stands where a number or a truth value belongs, and why it is text.
  private func misfitForNumber(_ node: YAMLNode) -> String {
    let pieces = ParameterText.pieces(of: source.string(in: node.range))
    guard node.scalar?.isQuoted == true, !isWrittenInQuotes(node),
      case .parameter(let name, _)? = pieces.first(where: \.isParameter)
    else { return node.misfitForNumber(isInQuotes: isWrittenInQuotes(node)) }
    let reason =
      if pieces.count > 1 {
        ": a parameter keeps its type only where it stands alone"
      } else if parameters[name]?.scalar == nil {
        " in the list of parameter '\(name)'"
      } else {
        ", as the default of parameter '\(name)' is"
      }
    return "\(node.misfit), which is text\(reason)"
  }

  /// That an option takes no value of a block, where one is named in place of a number or a truth value.
  private func adviceOnPath(in node: YAMLNode) -> String {
    let path = node.scalar?.text ?? ""
    let block = path.prefix { $0 != "." && $0 != "[" }
    guard block.endIndex < path.endIndex, names[String(block)] != nil else { return "" }
    return "; it takes no values of blocks, only parameters"
  }

  /// Reports the second entry of a mapping that takes a single one.
  public mutating func refuse(second: YAMLNode.Entry, of entry: YAMLNode.Entry) {
    error(
      .conflictingOptions,
      "'\(entry.key)' takes one choice, and '\(second.key)' is a second one", at: second.keyRange)
  }

  /// Whether the lesson has quotes around a value; one that a parameter is put into counts as quoted, and need not be.
  public func isWrittenInQuotes(_ node: YAMLNode) -> Bool {
    guard node.scalar?.isQuoted == true, node.range.lower < node.range.upper else { return false }
    return [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(source.bytes[node.range.lower])
  }

  /// The value that an entry says, whose numbers are within bounds; nil, with diagnostics, if it is unfit.
  public mutating func read<Value: OptionValue>(
    _ entry: YAMLNode.Entry, in bounds: Bounds?
  ) -> Value? {
    // A value that has options of its own is read in the middle of this, and these have bounds of their own.
    let outerBounds = self.bounds
    self.bounds = bounds
    defer { self.bounds = outerBounds }
    let problemsBefore = diagnostics.count
    guard let value = Value.read(entry.value, of: entry, with: &self) else { return nil }
    if diagnostics.count == problemsBefore { check(value.boundedNumbers, of: entry) }
    let isFit = diagnostics.count == problemsBefore || Value.hasOptions
    return isFit ? value : nil
  }

  /// Reports each number that the option at hand does not accept.
  mutating func check(
    _ numbers: [(number: Double, range: SourceRange?)], of entry: YAMLNode.Entry
  ) {
    guard let bounds else { return }
    for (number, range) in numbers where !bounds.contain(number) {
      error(
        .outOfRange, "'\(entry.key)' is \(bounds.description), not \(formattedSetting(number))",
        at: range ?? entry.value.range)
    }
  }

  /// The node with its parameters put in: `$name` and `${name}`; alone they keep their type, inside text they are
  /// text, and `$$` is a dollar. Nil, with a diagnostic, when a parameter is unknown or does not fit.
  public mutating func resolve(_ node: YAMLNode) -> YAMLNode? {
    guard let scalar = node.scalar, scalar.text.utf8.contains(UInt8(ascii: "$")) else {
      return node
    }
    if let name = ParameterText.unclosedName(in: scalar.text) {
      let opening = "${\(name)"
      error(
        .unknownParameter,
        "'\(opening)' has no closing brace behind the name: write '\(opening)}', or '$$' for a dollar",
        at: place(of: opening, in: node.range))
      return nil
    }
    let pieces = ParameterText.pieces(of: scalar.text)
    if pieces.count == 1, case .parameter(let name, _) = pieces[0] {
      return parameter(name, at: node.range)
    }
    var text = ""
    var resolved = node
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let literal): text += literal
      case .parameter(let name, _):
        guard let value = parameter(name, at: node.range) else { return nil }
        guard let scalar = value.scalar else {
          error(
            .listParameter, "parameter '\(name)' is a list and cannot stand inside text",
            at: node.range)
          return nil
        }
        text += scalar.text
        if index == 0 { resolved.folder = value.folder }
      }
    }
    resolved.content = .scalar(.init(text, isQuoted: true))
    return resolved
  }

  /// The value of a parameter, standing where it is used.
  mutating func parameter(_ name: String, at range: SourceRange) -> YAMLNode? {
    guard let value = parameters[name] else {
      let hint = names.hint(for: name, among: parameters.keys)
      error(
        .unknownParameter, "unknown parameter '\(name)'\(hint)",
        at: place(ofParameter: name, in: range), suggestion: hint)
      return nil
    }
    usedParameters.insert(name)
    return value.placed(at: range)
  }

  /// The place of a parameter within a range, or the whole range if it is not written there as such: another parameter may
  /// have brought it in.
  private func place(ofParameter name: String, in range: SourceRange) -> SourceRange {
    for case .parameter(name, let place) in ParameterText.pieces(of: source.string(in: range)) {
      return SourceRange(range.lower + place.lowerBound, range.lower + place.upperBound)
    }
    return range
  }

  /// Turns offsets in some words within a range into places in the lesson.
  func places(in words: String, at range: SourceRange) -> (Int, Int) -> SourceRange {
    let verbatim = place(of: words, in: range)
    if verbatim.upper - verbatim.lower == words.utf8.count {
      return { lower, upper in SourceRange(verbatim.lower + lower, verbatim.lower + upper) }
    }
    let places = ScalarPlaces(words, at: range, of: source)
    return { lower, upper in places?.place(from: lower, to: upper) ?? range }
  }

  /// The place of some words within a range, or the whole range if they are not written there as such.
  public func place(of words: String, in range: SourceRange) -> SourceRange {
    let wanted = Array(words.utf8)
    guard wanted.count <= range.upper - range.lower else { return range }
    for start in range.lower...(range.upper - wanted.count)
    where source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return SourceRange(start, start + wanted.count)
    }
    return range
  }
}

/// Text cut at its parameters.
enum ParameterText {
  enum Piece {
    case text(String)
    /// A parameter by its name, and where the text has it with its dollar, in bytes.
    case parameter(String, at: Range<Int>)

    var isParameter: Bool {
      if case .parameter = self { true } else { false }
    }
  }

  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Array(text.utf8)[...]
    func flush() {
      if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        literal.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "$") {
        rest.removeFirst()
        literal.append(byte)
      } else if let (name, length) = name(at: rest) {
        flush()
        let end = rest.startIndex + length
        pieces.append(.parameter(name, at: rest.startIndex - 1..<end))
        rest = rest[end...]
      } else {
        literal.append(byte)
      }
    }
    flush()
    return pieces
  }

  /// The name behind the first `${` whose closing brace was forgotten: a blank or nothing follows instead. Formulas have
  /// braces behind a dollar, too, such as `${10}^{-3}$` and `${x^2}$`.
  static func unclosedName(in text: String) -> String? {
    var rest = Array(text.utf8)[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[(dollar + 1)...]
      if rest.first == UInt8(ascii: "$") {
        rest.removeFirst()
      } else if rest.first == UInt8(ascii: "{"), let word = word(at: rest.dropFirst()) {
        let next = rest.dropFirst(1 + word.count).first
        if next.map(isBlank) ?? true { return String(decoding: word, as: UTF8.self) }
      }
    }
    return nil
  }

  /// The name that follows a dollar, with or without braces, and how many bytes it takes.
  private static func name(at bytes: ArraySlice<UInt8>) -> (name: String, length: Int)? {
    let isBraced = bytes.first == UInt8(ascii: "{")
    let body = isBraced ? bytes.dropFirst() : bytes
    guard let word = word(at: body) else { return nil }
    if isBraced, body.dropFirst(word.count).first != UInt8(ascii: "}") { return nil }
    return (String(decoding: word, as: UTF8.self), word.count + (isBraced ? 2 : 0))
  }

  /// The bytes of a name, which begins with no digit, up to its end; nil if there is none.
  private static func word(at bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let word = bytes.prefix(while: isNameByte)
    guard let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return nil
    }
    return word
  }

  private static func isBlank(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let scalar = Unicode.Scalar(byte)
    return scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_")
  }
}
