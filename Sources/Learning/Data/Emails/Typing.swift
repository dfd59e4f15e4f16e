import Randomness

/// What happens to words between the head and the keyboard.
enum Typing {
  /// Makes all ASCII capitals small.
  static func lowercase(_ text: inout [UInt8], from start: Int) {
    for index in start..<text.count where isCapital(text[index]) { text[index] |= 0x20 }
  }

  /// Makes an ASCII letter a capital.
  static func capitalize(_ text: inout [UInt8], at index: Int) {
    if isLetter(text[index]) { text[index] &= 0xdf }
  }

  /// Turns "a" before a vowel into "an", since the gap after it was filled later ("u" is as often "a unit" as "an uncle").
  static func correctArticles(_ text: inout [UInt8], from start: Int) {
    for gap in gapsOfArticles(in: text, from: start).reversed() {
      text.insert(UInt8(ascii: "n"), at: gap)
    }
  }

  /// Where "n" is missing.
  private static func gapsOfArticles(in text: [UInt8], from start: Int) -> [Int] {
    text.withUnsafeBufferPointer { text in
      (max(start, 3)..<max(start, 3, text.count - 1)).filter { index in
        text[index] == UInt8(ascii: " ") && text[index - 1] | 0x20 == UInt8(ascii: "a")
          && isBlank(text[index - 2]) && isVowel(text[index + 1] | 0x20)
      }
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): true
    default: false
    }
  }

  /// The text with a slip of the finger in about one of 14 longer words.
  static func misspelt(
    _ text: [UInt8], from start: Int, drawing stream: inout RandomState
  ) -> [UInt8] {
    var result = Array(text[..<start])
    var position = start
    for word in words(of: text, from: start) {
      result.append(contentsOf: text[position..<word.lowerBound])
      let hasSlip = stream.integer(below: 14) == 0
      result.append(contentsOf: hasSlip ? slip(text[word], drawing: &stream) : text[word])
      position = word.upperBound
    }
    result.append(contentsOf: text[position...])
    return result
  }

  /// Puts digits that look like letters into about one of eight longer words.
  static func disguise(
    _ text: inout [UInt8], from start: Int, drawing stream: inout RandomState
  ) {
    for word in words(of: text, from: start) where stream.integer(below: 8) == 0 {
      for index in word {
        switch text[index] | 0x20 {
        case UInt8(ascii: "o"): text[index] = UInt8(ascii: "0")
        case UInt8(ascii: "i"): text[index] = UInt8(ascii: "1")
        case UInt8(ascii: "e"): text[index] = UInt8(ascii: "3")
        case UInt8(ascii: "a"): text[index] = UInt8(ascii: "4")
        default: break
        }
      }
    }
  }

  /// One wrong key: two letters swapped, one left out, or one doubled; the first letter stays.
  private static func slip(
    _ word: ArraySlice<UInt8>, drawing stream: inout RandomState
  ) -> ArraySlice<UInt8> {
    var letters = word
    let index = word.startIndex + 1 + stream.integer(below: letters.count - 2)
    switch stream.integer(below: 3) {
    case 0: letters.swapAt(index, index + 1)
    case 1: letters.remove(at: index)
    default: letters.insert(letters[index], at: index)
    }
    return letters
  }

  /// The places of the words of four letters and more that follow a space or a line end (so not parts of addresses).
  private static func words(of text: [UInt8], from start: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = start
    while index < text.count {
      let wordStart = index
      while index < text.count, isLetter(text[index]) { index += 1 }
      let follows = wordStart == start || isBlank(text[wordStart - 1])
      let ends = index == text.count || text[index] != UInt8(ascii: ":")
      if index - wordStart >= 4, follows, ends { ranges.append(wordStart..<index) }
      if index == wordStart { index += 1 }
    }
    return ranges
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    isCapital(byte & 0xdf)
  }
}
