/// Turns a text into lower-case words: every character that is no part of a word becomes a space.
///
/// Lower case is that of Python's `str.lower()`, and the characters of words are those of its `\w`: letters, numbers (the
/// general categories L and N) and the underscore. In the result a byte belongs to a word exactly when it is not a space.
enum TextFolding {
  private static let space = UInt8(ascii: " ")

  /// ASCII bytes: letters in lower case, digits and underscore as they are, everything else a space.
  private static let asciiFolding: [UInt8] = (UInt8(0)..<128).map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    default: space
    }
  }

  /// Replaces the contents of `folded` by the words of a text, given as valid UTF-8.
  static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    folded.reserveCapacity(text.count)
    let isASCII = text.allSatisfy { $0 < 0x80 }
    if isASCII {
      for byte in text { folded.append(asciiFolding[Int(byte)]) }
    } else {
      foldScalars(Array(String(decoding: text, as: UTF8.self).unicodeScalars), into: &folded)
    }
  }

  private static func foldScalars(_ scalars: [Unicode.Scalar], into folded: inout [UInt8]) {
    for (index, scalar) in scalars.enumerated() {
      if scalar.isASCII {
        folded.append(asciiFolding[Int(scalar.value)])
      } else if scalar == "\u{3A3}" {
        let sigma: Unicode.Scalar = isFinalSigma(at: index, of: scalars) ? "\u{3C2}" : "\u{3C3}"
        append(sigma, to: &folded)
      } else if scalar.properties.changesWhenLowercased {
        for lowered in scalar.properties.lowercaseMapping.unicodeScalars {
          append(lowered, to: &folded)
        }
      } else {
        append(scalar, to: &folded)
      }
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
    if isWordCharacter(scalar) {
      folded.append(contentsOf: String(scalar).utf8)
    } else {
      folded.append(space)
    }
  }

  private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: scalar == "_"
    }
  }

  /// A capital sigma ends a word when a cased letter stands before it and none behind, ignorable characters aside.
  /// Source: The Unicode Standard, 3.13, condition Final_Sigma.
  private static func isFinalSigma(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return (before?.properties.isCased ?? false) && !(after?.properties.isCased ?? false)
  }
}
