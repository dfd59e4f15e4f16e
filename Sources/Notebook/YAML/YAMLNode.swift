/// A value written in YAML, with the place where it stands.
///
/// Scalars stay as the author wrote them: what `on` or `1.10` means depends on the option that they are given to.
public struct YAMLNode: Sendable, Equatable {
  /// The three shapes of a YAML value.
  public indirect enum Content: Sendable, Equatable {
    case scalar(Scalar)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// A single value as text.
  public struct Scalar: Sendable, Equatable {
    /// The characters, with quotes and escapes undone.
    public var text: String
    /// Whether quotes or a block style say that this is text.
    public var isQuoted: Bool

    /// A scalar's text.
    public init(_ text: String, isQuoted: Bool = false) {
      self.text = text
      self.isQuoted = isQuoted
    }
  }

  /// A key of a mapping and its value.
  public struct Entry: Sendable, Equatable {
    /// The text of the key.
    public var key: String
    /// Where the key stands.
    public var keyRange: SourceRange
    /// What the key maps to.
    public var value: YAMLNode

    /// A key with its place and its value.
    public init(key: String, keyRange: SourceRange, value: YAMLNode) {
      self.key = key
      self.keyRange = keyRange
      self.value = value
    }

    /// Where the value stands, or its key when nothing is written.
    public var placeOfValue: SourceRange {
      value.range.lower == value.range.upper ? keyRange : value.range
    }
  }

  /// What was written.
  public var content: Content
  /// Where it stands.
  public var range: SourceRange
  /// The folder that a relative path in this value starts from; nil means the lesson's own.
  public var folder: String?

  /// A value and its place.
  public init(_ content: Content, range: SourceRange, folder: String? = nil) {
    self.content = content
    self.range = range
    self.folder = folder
  }

  /// The same value, all of which stands at one place.
  public func placed(at range: SourceRange) -> YAMLNode {
    var node = self
    node.range = range
    switch content {
    case .scalar: break
    case .sequence(let items):
      node.content = .sequence(items.map { $0.placed(at: range) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { entry in
          Entry(key: entry.key, keyRange: range, value: entry.value.placed(at: range))
        })
    }
    return node
  }

  /// The scalar, if it is one.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// Whether nothing was written: an empty or null plain scalar.
  public var isMissing: Bool {
    guard let scalar, !scalar.isQuoted else { return false }
    return ["", "~", "null"].contains(scalar.text)
  }

  /// The text that is written, for who takes any: `null` is a word like others there. Nil for an empty plain scalar.
  public var text: String? {
    guard let scalar, scalar.isQuoted || !scalar.text.isEmpty else { return nil }
    return scalar.text
  }

  /// "'word'", "a list" or "an empty mapping", for messages.
  public var shapeDescription: String {
    switch content {
    case .scalar(let scalar): isMissing ? "nothing" : "'\(scalar.text)'"
    case .sequence(let items): items.isEmpty ? "an empty list" : "a list"
    case .mapping(let entries): entries.isEmpty ? "an empty mapping" : "a mapping"
    }
  }

  /// What messages say of a value that does not belong there: "not 'word'", or "nothing is given".
  public var misfit: String { isMissing ? "nothing is given" : "not \(shapeDescription)" }

  /// The same where a number or a truth value belongs: quotes make text of it, and no number is larger than the largest.
  public var misfitForNumber: String { misfitForNumber(isInQuotes: scalar?.isQuoted == true) }

  /// The same of a value that has quotes or not; one that a parameter was put into counts as quoted, and need not have any.
  public func misfitForNumber(isInQuotes: Bool) -> String {
    if isInQuotes { return "\(misfit) in quotes, which is text" }
    return scalar?.isTooLarge == true ? "\(misfit), which is too large" : misfit
  }
}
