/// A word of TeX with its place.
struct TeXToken: Equatable {
  enum Kind: Equatable {
    /// A backslash and a name, or one other character: `\alpha`, `\,`; without the backslash.
    case macro(String)
    case opening
    case closing
    case superscript
    case `subscript`
    case ampersand
    case prime
    case character(Unicode.Scalar)
  }

  var kind: Kind
  /// Where it stands in the formula's TeX.
  var range: SourceRange
}

extension TeXToken {
  /// The tokens of some TeX; blanks and comments are left out.
  ///
  /// - Parameter limit: how many tokens are read.
  static func all(in tex: JoinedText, limit: Int) -> [TeXToken] {
    var tokens: [TeXToken] = []
    let bytes = tex.bytes
    var offset = 0
    while offset < bytes.count, tokens.count < limit {
      let start = offset
      let kind: Kind?
      switch bytes[offset] {
      case UInt8(ascii: "\\"):
        kind = .macro(macro(in: bytes, at: &offset))
      case UInt8(ascii: "%"):
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
        kind = nil
      default:
        let scalar = scalar(in: bytes, at: &offset)
        kind = scalar.properties.isWhitespace ? nil : .init(scalar)
      }
      if let kind { tokens.append(TeXToken(kind: kind, range: SourceRange(start, offset))) }
    }
    return tokens
  }

  /// The name behind a backslash: letters, or one other character.
  private static func macro(in bytes: [UInt8], at offset: inout Int) -> String {
    let start = offset + 1
    offset = start
    while offset < bytes.count, bytes[offset].isLetter { offset += 1 }
    if offset == start, offset < bytes.count { _ = scalar(in: bytes, at: &offset) }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private static func scalar(in bytes: [UInt8], at offset: inout Int) -> Unicode.Scalar {
    let start = offset
    offset += 1
    while offset < bytes.count, bytes[offset].continuesScalar { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars.first ?? " "
  }
}

extension TeXToken.Kind {
  fileprivate init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "{": self = .opening
    case "}": self = .closing
    case "^": self = .superscript
    case "_": self = .subscript
    case "&": self = .ampersand
    case "'": self = .prime
    default: self = .character(scalar)
    }
  }
}
