/// A text turned into lower-case words: every character that is no part of a word has become a space.
///
/// Lower case is that of Python's `str.lower()`, and the characters of words are those of its `\w`: letters, numbers (the
/// general categories L and N) and the underscore. A byte belongs to a word exactly when it is not a space.
struct FoldedText {
  static let space = UInt8(ascii: " ")

  /// So many spaces follow the text, so that eight bytes can be read wherever it has one.
  private static let padding = 8
  /// Eight spaces.
  private static let spaces = UInt64(space) &* lowBits
  private static let lowBits: UInt64 = 0x0101_0101_0101_0101

  private let bytes: [UInt8]

  /// Folds a text, given as valid UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    let isASCII = text.reduce(0, |) < 0x80
    bytes = isASCII ? Self.foldedASCII(text) : Self.foldedScalars(text)
  }

  /// Calls `body` with the words of two and more characters, one after the other; they live during the call only.
  @inline(__always)
  func forEachWord(_ body: (Term) -> Void) {
    forEachWordAndStart { word, _ in body(word) }
  }

  /// Calls `body` with the same words of a text, and with where each of them stands in it, counted in Unicode scalars.
  static func forEachPlacedWord(
    of text: UnsafeBufferPointer<UInt8>, _ body: (Term, Range<Int>) -> Void
  ) {
    let origins = origins(of: text)
    FoldedText(text).forEachWordAndStart { word, start in
      body(word, origins[start]..<origins[start + word.bytes.count - 1] + 1)
    }
  }

  /// The words, and where each begins in `bytes`.
  @inline(__always)
  private func forEachWordAndStart(_ body: (Term, Int) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      let end = bytes.count - Self.padding
      var position = 0
      while position < end {
        let ahead = Self.eightBytes(of: raw, at: position)
        let gap = (ahead ^ Self.spaces).trailingZeroBitCount / 8
        if gap > 0 {
          position += gap
          continue
        }
        let length = Self.wordLength(in: raw, at: position)
        if length > Self.characterLength(UInt8(truncatingIfNeeded: ahead)) {
          let word = UnsafeBufferPointer(rebasing: bytes[position..<position + length])
          let head = length < 8 ? ahead & ~(~0 << UInt64(8 * length)) : ahead
          body(Term(word, head: head), position)
        }
        position += length
      }
    }
  }

  /// Calls `body` with the words of one character, which are no words to `forEachWord`.
  func forEachCharacter(_ body: (Term) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      let end = bytes.count - Self.padding
      var position = 0
      while position < end {
        guard bytes[position] != Self.space else {
          position += 1
          continue
        }
        let length = Self.wordLength(in: raw, at: position)
        if length == Self.characterLength(bytes[position]) {
          body(Term(UnsafeBufferPointer(rebasing: bytes[position..<position + length])))
        }
        position += length
      }
    }
  }

  /// How far the next space is.
  private static func wordLength(in bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    var position = start
    while true {
      let difference = eightBytes(of: bytes, at: position) ^ spaces
      // The top bit of the lowest byte that is zero, as a borrow reaches only higher ones.
      let zeros = (difference &- lowBits) & ~difference & lowBits << 7
      if zeros != 0 { return position + zeros.trailingZeroBitCount / 8 - start }
      position += 8
    }
  }

  private static func eightBytes(of bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// How many bytes the character takes that begins with a byte.
  private static func characterLength(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : (~first).leadingZeroBitCount
  }

  private static func foldedASCII(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: text.count + padding) { folded, count in
      for index in text.indices { folded[index] = folding(text[index]) }
      count = text.count + padding
      for index in text.count..<count { folded[index] = space }
    }
  }

  /// ASCII: letters in lower case, digits and underscore as they are, everything else a space. There is no branch in it, so
  /// that the compiler takes many bytes at a time.
  private static func folding(_ byte: UInt8) -> UInt8 {
    let isCapital = byte &- UInt8(ascii: "A") < 26
    let lower = isCapital ? byte | 0x20 : byte
    let isLetter = lower &- UInt8(ascii: "a") < 26
    let isDigit = byte &- UInt8(ascii: "0") < 10
    let isWord = isLetter || isDigit || byte == UInt8(ascii: "_")
    return isWord ? lower : space
  }

  private static func foldedScalars(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count + padding)
    for index in scalars.indices { appendFolding(of: index, in: scalars, to: &folded) }
    return folded + [UInt8](repeating: space, count: padding)
  }

  /// For each byte that a text is folded to, the number of the scalar that it comes from.
  private static func origins(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var folded: [UInt8] = []
    return scalars.indices.flatMap { index in
      let start = folded.count
      appendFolding(of: index, in: scalars, to: &folded)
      return repeatElement(index, count: folded.count - start)
    }
  }

  /// Adds what one of some scalars becomes.
  @inline(__always)
  private static func appendFolding(
    of index: Int, in scalars: [Unicode.Scalar], to folded: inout [UInt8]
  ) {
    let scalar = scalars[index]
    if scalar.isASCII {
      folded.append(folding(UInt8(scalar.value)))
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
