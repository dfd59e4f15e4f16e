extension Unicode.Scalar {
  /// Whether the character may stand in a document: XML and HTML allow no control characters but tab and line ends, and no
  /// code points that Unicode reserves for internal use. Nor do we allow what sets the direction of all text behind it:
  /// after a name with such a character in it, 13 would be read as 31.
  package var isAllowedInMarkup: Bool {
    switch value {
    case 0x9, 0xA, 0xD: true
    case 0x0...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0xFDD0...0xFDEF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}

extension String {
  /// The text as it may stand in markup, between tags or in an attribute in double quotes: special characters as
  /// entities, and characters that XML forbids left out.
  package var escapedForMarkup: String {
    guard utf8.contains(where: \.needsAttentionInMarkup) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count + 16)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: if scalar.isAllowedInMarkup { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}

extension UInt8 {
  /// Whether a byte of UTF-8 may belong to a character that has to be escaped or left out.
  fileprivate var needsAttentionInMarkup: Bool {
    switch self {
    case 0x9, 0xA, 0xD: false
    case 0x26, 0x3C, 0x3E, 0x22: true
    case 0x0...0x1F, 0x7F, 0xC2, 0xE2, 0xEF...0xFF: true
    default: false
    }
  }
}
