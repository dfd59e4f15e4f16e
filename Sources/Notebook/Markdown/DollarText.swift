/// The text of a paragraph or a heading, and the dollars in it that may begin or end math.
struct DollarText {
  /// One dollar or two.
  struct Dollars {
    /// Where they stand in the text.
    var lower: Int
    var isDouble: Bool
    /// Between which code spans they stand, counted from 0.
    var section: Int
    var canOpen: Bool
    var canClose: Bool

    /// The offset behind them.
    var upper: Int { lower + (isDouble ? 2 : 1) }
  }

  /// All dollars in their order.
  private(set) var dollars: [Dollars] = []
  private var bytes: [UInt8] = []
  private var starts: [Int] = []
  private let lines: [SourceRange]
  /// Per dollar the one that ends math begun there, by its index.
  private var closings: [Int?] = []
  private var numbers: [Int: Int] = [:]

  /// The text on some lines of a draft.
  init(_ lines: [SourceRange], of draft: MarkdownDraft) {
    self.lines = lines
    for line in lines {
      starts.append(bytes.count)
      bytes += draft.bytes[line.lower..<line.upper]
      bytes.append(UInt8(ascii: "\n"))
    }
    findDollars()
    pairDollars()
  }

  /// The dollars that end the math that these begin, if they begin some.
  func closing(of opening: Dollars) -> Dollars? {
    numbers[opening.lower].flatMap { closings[$0] }.map { dollars[$0] }
  }

  /// The dollar behind another one that would end math begun there if there were no blanks inside: both stand on one line, and
  /// a macro between them says that math is meant.
  func looseClosing(of opening: Dollars) -> Dollars? {
    guard !opening.isDouble, let index = numbers[opening.lower], index + 1 < dollars.count else {
      return nil
    }
    let next = dollars[index + 1]
    let content = bytes[opening.upper..<next.lower]
    // A digit makes it a price.
    guard !next.isDouble, next.section == opening.section, closing(of: next) == nil,
      let first = content.first, let last = content.last, first.isBlank || last.isBlank,
      !first.isDigit, content.holdsMacroOnOneLine
    else { return nil }
    return next
  }

  /// Whether there is a blank behind a dollar that should begin math.
  func isLoose(_ opening: Dollars) -> Bool { bytes[opening.upper].isBlank }

  /// Where an offset of the text stands in the draft.
  func place(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return lines[low].lower + offset - starts[low]
  }

  private mutating func findDollars() {
    var code = CodeSpans(bytes)
    var section = 0
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += bytes.isPunctuation(at: offset + 1) ? 2 : 1
      case UInt8(ascii: "<"): offset = endOfAddress(from: offset) ?? offset + 1
      case UInt8(ascii: "`"):
        let (end, isCode) = code.end(from: offset)
        if isCode { section += 1 }
        offset = end
      case UInt8(ascii: "$"):
        var end = offset
        while bytes[end] == UInt8(ascii: "$") { end += 1 }
        note(SourceRange(offset, end), section)
        offset = end
      default: offset += 1
      }
    }
  }

  /// The end of an address in angle brackets, such as `<https://example.org>`, if one begins at an offset.
  private func endOfAddress(from start: Int) -> Int? {
    var offset = start + 1
    var hasScheme = false
    while offset < bytes.count, !bytes[offset].isBlankOrLineFeed, bytes[offset] != UInt8(ascii: "<")
    {
      if bytes[offset] == UInt8(ascii: ">") { return hasScheme ? offset + 1 : nil }
      hasScheme = hasScheme || bytes[offset] == UInt8(ascii: ":")
      offset += 1
    }
    return nil
  }

  private mutating func note(_ run: SourceRange, _ section: Int) {
    let length = run.upper - run.lower
    if length > 2 { return }
    let before = run.lower > 0 ? bytes[run.lower - 1] : UInt8(ascii: "\n")
    let after = bytes[run.upper]
    dollars.append(
      Dollars(
        lower: run.lower, isDouble: length == 2, section: section,
        canOpen: length == 2 || !after.isBlankOrLineFeed,
        canClose: length == 2 || !before.isBlankOrLineFeed && !after.isDigit))
  }

  /// Goes from the end to the beginning, so that each dollar knows at once what could close it.
  private mutating func pairDollars() {
    closings = Array(repeating: nil, count: dollars.count)
    var single: Int?
    var double: Int?
    for index in dollars.indices.reversed() {
      let current = dollars[index]
      numbers[current.lower] = index
      if let next = single, dollars[next].section != current.section { single = nil }
      if let next = double, dollars[next].section != current.section { double = nil }
      if current.isDouble {
        closings[index] = double
        double = index
        single = nil
      } else {
        closings[index] = current.canOpen ? single : nil
        // A dollar that cannot close stands in no math, as with pandoc.
        single = current.canClose ? index : nil
      }
    }
  }
}

/// Finds the ends of code spans in a text, each in a time that does not depend on the text's length.
private struct CodeSpans {
  /// The runs of backticks by their lengths, the last ones first.
  private var runs: [Int: [Int]] = [:]
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var end = bytes.count
    while end > 0 {
      var start = end
      while start > 0, bytes[start - 1] == UInt8(ascii: "`") { start -= 1 }
      if start < end { runs[end - start, default: []].append(start) }
      end = start < end ? start : end - 1
    }
  }

  /// The end of the code span, or of the mere backticks, that begin at an offset.
  mutating func end(from start: Int) -> (end: Int, isCode: Bool) {
    var inner = start
    while bytes[inner] == UInt8(ascii: "`") { inner += 1 }
    let length = inner - start
    while let next = runs[length]?.last, next < inner { runs[length]?.removeLast() }
    guard let closing = runs[length]?.last else { return (inner, false) }
    return (closing + length, true)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var holdsMacroOnOneLine: Bool {
    !contains(UInt8(ascii: "\n"))
      && zip(self, dropFirst()).contains { $0 == UInt8(ascii: "\\") && $1.isLetter }
  }
}

extension [UInt8] {
  fileprivate func isPunctuation(at offset: Int) -> Bool {
    offset < count && self[offset].isPunctuation
  }
}

extension UInt8 {
  fileprivate var isBlankOrLineFeed: Bool { isBlank || self == UInt8(ascii: "\n") }
}
