import Randomness

/// Writes one mail after another from the grammar.
struct MailWriter {
  private let grammar = Grammar()
  private var stream: RandomState
  private var text: [UInt8] = []

  /// The entries that `{the …}` stands for in the mail at hand, by word list.
  private var kept: [Int: [UInt8]] = [:]

  init(drawing stream: RandomState) {
    self.stream = stream
  }

  /// The next mail.
  mutating func email(isSpam: Bool) -> Email {
    text.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
    let source = pickSource(isSpam ? grammar.spam : grammar.ham)
    let story = pick(source.stories)
    let manner = source.voice.manner
    let isReply = chance(manner.replies)
    write("Subject: ")
    if isReply { write(pick(["Re: ", "RE: ", "re: ", "Fwd: ", "Fw: "])) }
    write(pick(story.subjects))
    let bodyStart = text.count
    writeLetter(story, voice: source.voice, isSpam: isSpam)
    if isReply { writeQuote(of: quotedStory(after: story, isSpam: isSpam)) }
    if isSpam, chance(MailHabits.padding) { writePadding() }
    finish(from: bodyStart, manner: manner, isSpam: isSpam)
    return Email(isSpam: isSpam, text: String(decoding: text, as: UTF8.self))
  }

  private mutating func writeLetter(
    _ story: Grammar.Story, voice: Grammar.Voice, isSpam: Bool
  ) {
    writeLine(pick(voice.greetings))
    write("\n")
    let tells = isSpam ? story.fake : story.genuine
    writeSome(
      of: story.sentences,
      from: tells.isEmpty ? MailHabits.sentences : MailHabits.borderlineSentences)
    if chance(MailHabits.tells) {
      for tell in tells {
        write(" ")
        writeSentence(tell)
      }
    }
    for _ in 0..<3 where chance(voice.manner.remarking) {
      write(" ")
      writeSentence(pick(voice.remarks))
    }
    writeLine(pick(voice.closings))
    writeLine(pick(voice.signatures))
    writeLine(pick(voice.footers))
  }

  /// People answer mails on the same matter; now and then they pass a suspicious one on and ask about it.
  private mutating func quotedStory(after story: Grammar.Story, isSpam: Bool) -> Grammar.Story {
    if !isSpam, chance(MailHabits.quotedSpam) { return pick(pickSource(grammar.spam).stories) }
    return story
  }

  private mutating func writeQuote(of story: Grammar.Story) {
    writeLine(pick(grammar.quoteHeaders))
    write(pick(story.subjects))
    write("\n> ")
    writeSome(of: story.sentences, from: MailHabits.quotedSentences)
  }

  /// Innocent text under an advertisement, to lead filters astray.
  private mutating func writePadding() {
    write("\n\n")
    if chance(50) {
      let source = pickSource(grammar.ham)
      let story = pick(source.stories)
      writeSome(of: story.sentences, from: MailHabits.paddingSentences)
    } else {
      for _ in 0..<(6 + stream.integer(below: 20)) {
        writeWord(list: grammar.listOfPadding)
        write(" ")
      }
    }
  }

  /// Lower-cases and misspells what has been written.
  private mutating func finish(from bodyStart: Int, manner: Manner, isSpam: Bool) {
    if chance(manner.lowercase) { Typing.lowercase(&text, from: 9) }
    if chance(manner.haste) { text = Typing.misspelt(text, from: 9, drawing: &stream) }
    if isSpam, chance(MailHabits.disguise) {
      Typing.disguise(&text, from: bodyStart, drawing: &stream)
    }
    while text.last == UInt8(ascii: " ") || text.last == UInt8(ascii: "\n") { text.removeLast() }
  }
}

extension MailWriter {
  /// Writes some of the sentences, in their order, with a line break here and there.
  private mutating func writeSome(of sentences: [Phrase], from range: ClosedRange<Int>) {
    let wanted = range.lowerBound + stream.integer(through: range.upperBound - range.lowerBound)
    var missing = min(wanted, sentences.count)
    for (index, sentence) in sentences.enumerated() {
      guard stream.integer(below: sentences.count - index) < missing else { continue }
      writeSentence(sentence)
      missing -= 1
      if missing > 0 { write(chance(25) ? "\n" : " ") }
    }
  }

  /// Writes a phrase and begins it with a capital letter.
  private mutating func writeSentence(_ phrase: Phrase) {
    let start = text.count
    write(phrase)
    if start < text.count { Typing.capitalize(&text, at: start) }
  }

  /// Writes a line of its own, and nothing if the phrase is empty.
  private mutating func writeLine(_ phrase: Phrase) {
    if phrase.parts.isEmpty { return }
    write("\n")
    write(phrase)
  }

  private mutating func write(_ string: String) {
    text.append(contentsOf: string.utf8)
  }

  private mutating func write(_ phrase: Phrase) {
    for part in phrase.parts {
      switch part {
      case .literal(let bytes): text.append(contentsOf: bytes)
      case .choice(let options): write(pick(options))
      case .number(let range):
        write(
          String(range.lowerBound + stream.integer(through: range.upperBound - range.lowerBound)))
      case .word(let list, let isKept):
        if isKept { writeKeptWord(list: list) } else { writeWord(list: list) }
      }
    }
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

  /// Writes a word of the list; the first ones are the commonest, as in any language.
  private mutating func writeWord(list: Int) {
    let words = grammar.lists[list]
    let draws = (0..<3).map { _ in stream.integer(below: words.count) }
    write(words[draws.reduce(words.count - 1, min)])
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[stream.integer(below: elements.count)]
  }

  private mutating func pickSource(_ sources: [Grammar.Source]) -> Grammar.Source {
    var draw = stream.integer(below: sources.reduce(0) { $0 + $1.share })
    for source in sources {
      draw -= source.share
      if draw < 0 { return source }
    }
    preconditionFailure("a draw below the sum of the shares falls on one of them")
  }

  /// True in `percent` of a hundred cases.
  private mutating func chance(_ percent: Int) -> Bool {
    stream.integer(below: 100) < percent
  }
}
