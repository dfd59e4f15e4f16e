/// A value that a lesson can be run with: a name and a default, whose type is the parameter's type.
public struct Parameter: Sendable, Equatable {
  /// What a parameter's values look like.
  public enum Kind: String, Sendable, Equatable {
    case integer = "a whole number"
    case number = "a number"
    case boolean = "true or false"
    case text = "text"
    case list = "a list"

    /// Whether a value is of this type.
    public func accepts(_ node: YAMLNode) -> Bool {
      switch self {
      case .integer: node.scalar?.integer != nil
      case .number: node.scalar?.decimal != nil
      case .boolean: node.scalar?.boolean != nil
      case .text: node.scalar != nil
      case .list: Parameter.kind(of: node) == .list
      }
    }
  }

  /// The name that `$name` refers to.
  public var name: String
  /// Where the name is declared.
  public var nameRange: SourceRange
  /// The value when nobody gives another.
  public var value: YAMLNode
  /// The type that other values must have.
  public var kind: Kind
}

extension Parameter {
  /// Reads a parameter from the front matter; nil, with a diagnostic, when it is none.
  init?(_ entry: YAMLNode.Entry, into diagnostics: inout [Diagnostic]) {
    guard FenceHeader.isName(entry.key) else {
      diagnostics.append(
        .error(
          .badName,
          "'\(entry.key)' is not a name: names consist of letters, digits and '_', and do not"
            + " begin with a digit", at: entry.keyRange))
      return nil
    }
    guard let kind = Self.kind(of: entry.value) else {
      diagnostics.append(
        .error(
          .badParameter,
          "parameter '\(entry.key)' needs a default: a number, a text, true or false, or a list of"
            + " these", at: entry.placeOfValue))
      return nil
    }
    self.init(name: entry.key, nameRange: entry.keyRange, value: entry.value, kind: kind)
  }

  /// Whether another value has this parameter's type; a whole number is a number too. Entries of a list have a type of their
  /// own.
  public func accepts(_ node: YAMLNode) -> Bool { kind.accepts(node) }

  /// The type that the entries of a list must have; nil for no list, and where the default's entries are none or of several.
  public var entryKind: Kind? {
    guard case .sequence(let items) = value.content else { return nil }
    let kinds = Set(items.map { Self.kind(of: $0) })
    return kinds == [.integer, .number] ? .number : kinds.count == 1 ? kinds.first ?? nil : nil
  }

  /// The type of a parameter that has this default; nil if it can be none.
  public static func kind(of node: YAMLNode) -> Kind? {
    switch node.content {
    case .mapping: return nil
    case .sequence(let items):
      return items.allSatisfy { $0.scalar != nil } ? .list : nil
    case .scalar(let scalar):
      if node.isMissing { return nil }
      if scalar.integer != nil { return .integer }
      if scalar.decimal != nil { return .number }
      if ["true", "false"].contains(scalar.text), !scalar.isQuoted { return .boolean }
      return .text
    }
  }
}
