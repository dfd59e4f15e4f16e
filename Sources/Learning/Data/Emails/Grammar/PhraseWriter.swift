import Randomness

/// Fills the gaps of phrases and collects the text of one mail.
struct PhraseWriter {
  private(set) var text: [UInt8] = []
  var stream: RandomState
  private let lists: [[Phrase]]

  /// The entries that `{the …}` stands for in the mail at hand, by word list.
  private var kept: [Int: [UInt8]] = [:]

  /// A writer that takes gaps from `lists`.
  init(lists: [[Phrase]], drawing stream: RandomState) {
    self.lists = lists
    self.stream = stream
  }

  /// Begins a new mail.
  mutating func begin() {
    text.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
  }

  /// Changes the text as a whole.
  mutating func edit(_ change: (inout [UInt8], inout RandomState) -> Void) {
    change(&text, &stream)
  }

  mutating func write(_ string: String) {
    text.append(contentsOf: string.utf8)
  }

  mutating func write(_ phrase: Phrase) {
    for part in phrase.parts {
      switch part {
      case .literal(let bytes): text.append(contentsOf: bytes)
      case .choice(let options): write(pick(options))
      case .number(let range): write(String(integer(in: range)))
      case .word(let list, let isKept):
        if isKept { writeKeptWord(list: list) } else { writeWord(list: list) }
      }
    }
  }

  /// Writes a phrase and begins it with a capital letter.
  mutating func writeSentence(_ phrase: Phrase) {
    let start = text.count
    write(phrase)
    if start < text.count { Typing.capitalize(&text, at: start) }
  }

  /// Writes a line of its own, and nothing if the phrase is empty.
  mutating func writeLine(_ phrase: Phrase) {
    if phrase.parts.isEmpty { return }
    write("\n")
    write(phrase)
  }

  /// Writes some of the sentences, in their order, with a line break here and there.
  mutating func writeSome(of sentences: [Phrase], from range: ClosedRange<Int>) {
    var missing = min(integer(in: range), sentences.count)
    for (index, sentence) in sentences.enumerated() {
      guard stream.integer(below: sentences.count - index) < missing else { continue }
      writeSentence(sentence)
      missing -= 1
      if missing > 0 { write(chance(25) ? "\n" : " ") }
    }
  }

  /// Writes a word of the list; the first ones are the commonest, as in any language.
  mutating func writeWord(list: Int) {
    let words = lists[list]
    var place = words.count - 1
    for _ in 0..<3 { place = min(place, stream.integer(below: words.count)) }
    write(words[place])
  }

  private mutating func writeKeptWord(list: Int) {
    if let word = kept[list] {
      text.append(contentsOf: word)
      return
    }
    let start = text.count
    writeWord(list: list)
    kept[list] = Array(text[start...])
  }
}

extension PhraseWriter {
  /// One of the elements, all equally likely.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[stream.integer(below: elements.count)]
  }

  /// A number of the range, all equally likely.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + stream.integer(through: range.upperBound - range.lowerBound)
  }

  /// True in `share` of `total` cases.
  mutating func chance(_ share: Int, in total: Int = 100) -> Bool {
    stream.integer(below: total) < share
  }
}
