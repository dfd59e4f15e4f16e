/// What a lesson says about itself: the YAML between `---` lines at its top.
public struct FrontMatter: Sendable, Equatable {
  /// Where random numbers come from.
  public enum RandomStream: String, Sendable, CaseIterable, Codable {
    /// Each block draws from a stream of its own, made of the seed and the block's name.
    case block
    /// All blocks draw from one stream, as in a notebook that seeds NumPy once.
    case notebook
  }

  /// What can be said.
  public enum Key: String, Sendable, CaseIterable {
    case title, author, date, description, order
    case language = "lang"
    case seed
    case randomStream = "random_stream"
    case parameters = "params"
    case cellDefaults = "execute"
    case contents = "toc"
  }

  /// The name of the lesson, shown at its top.
  public var title: String?
  /// Who wrote it; several names are joined by commas.
  public var author: String?
  /// A date as its author wrote it; nothing is computed from it.
  public var date: String?
  /// What the lesson is about, in a sentence.
  public var description: String?
  /// Where the lesson stands among those of its folder, 0 or more; nil for behind those that say it.
  public var order: Int?
  /// The language of the prose as a BCP 47 tag, such as "en" or "pt-BR".
  public var language = "en"
  /// The seed of all randomness, 0 to 4,294,967,295.
  public var seed: UInt32 = 0
  /// Where random numbers come from.
  public var randomStream = RandomStream.block
  /// What the lesson can be run with, in the order written.
  public var parameters: [Parameter] = []
  /// Whether these are all that its author wrote; a mistake can leave out some.
  public var hasReadableParameters = true
  /// What blocks that say nothing about it do.
  public var cellDefaults = CellOptions()
  /// Whether the report has a list of contents.
  public var hasContents = true

  /// The front matter of a lesson that has none.
  public init() {}
}

extension FrontMatter {
  /// Reads front matter from its YAML; problems go to `diagnostics`.
  init(_ node: YAMLNode?, into diagnostics: inout [Diagnostic]) {
    self.init()
    guard let node, !node.isMissing else { return }
    guard case .mapping(let entries) = node.content else {
      hasReadableParameters = false
      diagnostics.append(
        .error(
          .badFrontMatter, "front matter is a mapping, \(node.misfit)", at: node.range
        ))
      return
    }
    for entry in entries { read(entry, into: &diagnostics) }
  }

  private mutating func read(_ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]) {
    switch Key(rawValue: entry.key) {
    case .title: title = text(entry, into: &diagnostics)
    case .author: author = text(entry, into: &diagnostics)
    case .date: date = text(entry, into: &diagnostics)
    case .description: description = text(entry, into: &diagnostics)
    case .order: readOrder(entry, into: &diagnostics)
    case .language: readLanguage(entry, into: &diagnostics)
    case .seed: readSeed(entry, into: &diagnostics)
    case .randomStream: readRandomStream(entry, into: &diagnostics)
    case .contents: readContents(entry, into: &diagnostics)
    case .parameters: readParameters(entry, into: &diagnostics)
    case .cellDefaults: readDefaults(entry, into: &diagnostics)
    case nil:
      // Whoever names a mapping otherwise may mean "params".
      if case .mapping = entry.value.content { hasReadableParameters = false }
      diagnostics.append(Self.unknownKey(entry))
    }
  }

  private static func unknownKey(_ entry: YAMLNode.Entry) -> Diagnostic {
    let keys = Key.allCases.map(\.rawValue)
    let hint = suggestion(for: entry.key, among: keys)
    let help = hint.isEmpty ? "; there are \(keys.joined(separator: ", "))" : "\(hint)"
    return .error(
      .unknownKey, "unknown key '\(entry.key)' in the front matter\(help)", at: entry.keyRange,
      suggestion: hint)
  }

  private func text(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) -> String? {
    if entry.value.isMissing { return nil }
    if let scalar = entry.value.scalar { return scalar.text }
    if entry.key == "author", case .sequence(let items) = entry.value.content {
      let names = items.compactMap(\.scalar?.text)
      if names.count == items.count { return names.joined(separator: ", ") }
    }
    diagnostics.append(
      .error(
        .wrongType, "'\(entry.key)' is text, \(entry.value.misfit)",
        at: entry.placeOfValue))
    return nil
  }

  private mutating func readOrder(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    guard let order = entry.value.scalar?.integer, order >= 0 else {
      diagnostics.append(
        .error(
          .wrongType,
          "'order' is a whole number of at least 0, \(entry.value.misfitForNumber)",
          at: entry.placeOfValue))
      return
    }
    self.order = order
  }

  private mutating func readLanguage(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    let text = entry.value.scalar?.text ?? ""
    // The system's locales are written with underscores.
    let tag = text.replacing("_", with: "-")
    let isTag = tag.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/) != nil
    guard isTag, tag == text else {
      let hint = Suggestion(written: text, meant: isTag ? tag : nil)
      diagnostics.append(
        .error(
          .wrongType,
          "'lang' is a language tag such as en or pt-BR, \(entry.value.misfit)\(hint)",
          at: entry.placeOfValue, suggestion: hint))
      return
    }
    language = tag
  }

  private mutating func readSeed(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    guard let value = entry.value.scalar?.integer, let seed = UInt32(exactly: value) else {
      diagnostics.append(
        .error(
          .wrongType,
          "'seed' is a whole number from 0 to \(UInt32.max), \(entry.value.misfitForNumber)",
          at: entry.placeOfValue))
      return
    }
    self.seed = seed
  }

  private mutating func readRandomStream(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    let text = entry.value.scalar?.text ?? ""
    guard let stream = RandomStream(rawValue: text) else {
      let hint = suggestion(for: text, among: RandomStream.allCases.map(\.rawValue))
      diagnostics.append(
        .error(
          .unknownChoice,
          "'random_stream' is block or notebook, \(entry.value.misfit)\(hint)",
          at: entry.placeOfValue, suggestion: hint))
      return
    }
    randomStream = stream
  }

  private mutating func readContents(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    guard let flag = entry.value.scalar?.boolean else {
      diagnostics.append(
        .error(
          .wrongType,
          "'toc' is true or false, \(entry.value.misfitForNumber)",
          at: entry.placeOfValue)
      )
      return
    }
    hasContents = flag
  }

  private mutating func readParameters(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    if entry.value.isMissing { return }
    guard case .mapping(let entries) = entry.value.content else {
      hasReadableParameters = false
      diagnostics.append(
        .error(
          .wrongType, "'params' maps names to defaults; this is \(entry.value.shapeDescription)",
          at: entry.placeOfValue))
      return
    }
    parameters = entries.compactMap { Parameter($0, into: &diagnostics) }
    if parameters.count < entries.count { hasReadableParameters = false }
  }

  private mutating func readDefaults(
    _ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]
  ) {
    guard case .mapping(let entries) = entry.value.content else {
      diagnostics.append(
        .error(
          .wrongType,
          "'execute' maps cell options to values; this is \(entry.value.shapeDescription)",
          at: entry.placeOfValue))
      return
    }
    for entry in entries {
      cellDefaults.set(entry, allowing: CellOptions.Key.documentWide, into: &diagnostics)
    }
  }
}
