/// Writes JSON whose characters follow from its content alone: keys in the given order, numbers with every digit.
struct JSONText {
  private(set) var text = ""
  private var depth = 0
  private var isFirst = true

  /// An object whose members stand on lines of their own.
  mutating func object(_ write: (inout JSONText) -> Void) {
    group("{", "}", write)
  }

  /// A list whose elements stand on lines of their own.
  mutating func list<Element>(_ elements: [Element], _ write: (inout JSONText, Element) -> Void) {
    group("[", "]") { json in
      for element in elements {
        json.separate()
        write(&json, element)
      }
    }
  }

  /// A member of an object; `write` writes its value.
  mutating func member(_ key: String, _ write: (inout JSONText) -> Void) {
    separate()
    text += Self.quoted(key) + ": "
    write(&self)
  }

  /// A value on one line.
  mutating func raw(_ json: String) { text += json }

  private mutating func group(
    _ opening: String, _ closing: String, _ write: (inout JSONText) -> Void
  ) {
    text += opening
    depth += 1
    isFirst = true
    write(&self)
    depth -= 1
    if !isFirst { startLine() }
    text += closing
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { text += "," }
    startLine()
    isFirst = false
  }

  private mutating func startLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  /// A text in quotes, with what JSON cannot hold written as escapes.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A number that reads back to the same bits; what JSON has no number for is a string.
  static func number(_ number: Double) -> String {
    if number.isNaN { return "\"nan\"" }
    if number.isInfinite { return number < 0 ? "\"-inf\"" : "\"inf\"" }
    return number.description
  }
}
