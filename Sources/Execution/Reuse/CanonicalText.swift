import Notebook

/// Option values as text that says what they mean and not how or where they are written.
///
/// It comes from the declarations alone: a new command or option type needs nothing of its own for the key of its blocks.
struct CanonicalText {
  private let parameters: [String: YAMLNode]
  /// Whether data from the web have a digest, so that they are the same whoever asks for them, and by whatever signature.
  private let pinsData: Bool
  /// The places that the options name, in lists of which the first that can be had is read.
  private(set) var places: [[Location]] = []

  init(parameters: [String: YAMLNode], pinsData: Bool = false) {
    self.parameters = parameters
    self.pinsData = pinsData
  }

  /// The text of an option: of the value that the lesson gives, or of the default.
  mutating func text(ofOption option: any OptionDeclaration) -> String {
    option.givenValue.map { text(of: $0) } ?? "none"
  }

  /// The text of a value. Equal values have equal texts, and different ones different texts.
  mutating func text(of value: Any) -> String {
    switch value {
    case let number as Double: String(number.bitPattern, radix: 16)
    case let text as String: "\(text.utf8.count):\(text)"
    case let location as Location: text(of: [location], isList: false)
    case let list as OneOrMany<Location>: text(of: list.values, isList: list.isList)
    case let reference as any NamedReference: reference.name
    case Expression.parameter(let name, _):
      parameters[name].map { text(of: Value($0)) } ?? "none"
    default: textOfParts(value)
    }
  }

  private mutating func text(of locations: [Location], isList: Bool) -> String {
    places.append(locations)
    let texts = locations.map { $0.isFile || $0.isWeb && pinsData ? $0.shown : $0.text }
    return isList ? "[" + texts.map { text(of: $0) }.joined(separator: ",") + "]" : texts[0]
  }

  private mutating func textOfParts(_ value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    guard let style = mirror.displayStyle else { return "\(value)" }
    var parts: [String] = []
    for child in mirror.children where !isPlace(child.value) {
      parts.append((child.label ?? "") + "=" + text(of: child.value))
    }
    if style == .enum, parts.isEmpty { return "\(value)" }
    return "\(type(of: value))(" + parts.joined(separator: ",") + ")"
  }

  private func isPlace(_ value: Any) -> Bool {
    value is SourceRange || value is SourceRange? || value is OptionPlace
  }
}
