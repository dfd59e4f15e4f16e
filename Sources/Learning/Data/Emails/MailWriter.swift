import Randomness

/// Writes one mail after another from the grammar.
struct MailWriter {
  private let grammar: Grammar
  private var writer: PhraseWriter

  init(drawing stream: RandomState) {
    grammar = Grammar()
    writer = PhraseWriter(lists: grammar.lists, drawing: stream)
  }

  /// The next mail.
  mutating func email(isSpam: Bool) -> Email {
    writer.begin()
    writer.write("Subject: ")
    let start = writer.text.count
    let source = pickSource(isSpam ? grammar.spam : grammar.ham)
    if !isSpam, writer.chance(MailHabits.forwards, in: 1000) {
      writeForward()
    } else if isSpam, writer.chance(MailHabits.pictures, in: 1000) {
      writePicture()
    } else {
      writeMail(from: source, isSpam: isSpam)
    }
    finish(from: start, manner: source.voice.manner, isSpam: isSpam)
    return Email(isSpam: isSpam, text: String(decoding: writer.text, as: UTF8.self))
  }

  private mutating func writeMail(from source: Grammar.Source, isSpam: Bool) {
    let story = writer.pick(source.stories)
    let isReply = writer.chance(source.voice.manner.replies)
    if isReply { writer.write(writer.pick(["Re: ", "RE: ", "re: ", "Fwd: ", "Fw: "])) }
    writer.write(writer.pick(story.subjects))
    writeLetter(story, voice: source.voice, tells: isSpam ? story.fake : story.genuine)
    if isReply { writeQuote(of: story) }
    if isSpam, writer.chance(MailHabits.padding) { writePadding() }
  }

  /// Ordinary mail all the same: somebody passes on an advertisement, with a word of his own or none.
  private mutating func writeForward() {
    let source = pickSource(grammar.spam)
    let story = writer.pick(source.stories)
    writer.write(writer.pick(["Fwd: ", "Fw: ", "fwd: ", ""]))
    writer.write(writer.pick(story.subjects))
    writer.writeLine(writer.pick(grammar.notes))
    writeLetter(story, voice: source.voice, tells: [])
  }

  /// Spam that holds its advertisement in a picture, where no filter reads it, and borrows its text from ordinary mail.
  private mutating func writePicture() {
    let source = pickSource(grammar.ham)
    let story = writer.pick(source.stories)
    writer.write(writer.pick(story.subjects))
    writeLetter(story, voice: source.voice, tells: [])
    writer.writeLine(writer.pick(grammar.pictures))
  }

  private mutating func writeLetter(
    _ story: Grammar.Story, voice: Grammar.Voice, tells: [Phrase]
  ) {
    writer.writeLine(writer.pick(voice.greetings))
    writer.write("\n")
    let isBorderline = !story.genuine.isEmpty
    writer.writeSome(
      of: story.sentences,
      from: isBorderline ? MailHabits.borderlineSentences : MailHabits.sentences)
    if writer.chance(MailHabits.tells) { writeRemarks(tells.count, of: tells) }
    writeRemarks(remarkCount(of: voice.manner), of: voice.remarks)
    writer.writeLine(writer.pick(voice.closings))
    writer.writeLine(writer.pick(voice.signatures))
    writer.writeLine(writer.pick(voice.footers))
  }

  private mutating func remarkCount(of manner: Manner) -> Int {
    var count = 0
    for _ in 0..<MailHabits.remarks where writer.chance(manner.remarking) { count += 1 }
    return count
  }

  private mutating func writeRemarks(_ count: Int, of remarks: [Phrase]) {
    if count == 0 { return }
    writer.write(" ")
    writer.writeSome(of: remarks, from: count...count)
  }

  private mutating func writeQuote(of story: Grammar.Story) {
    writer.writeLine(writer.pick(grammar.quoteHeaders))
    writer.write(writer.pick(story.subjects))
    writer.write("\n> ")
    writer.writeSome(of: story.sentences, from: MailHabits.quotedSentences)
  }

  /// Innocent text under an advertisement, to lead filters astray.
  private mutating func writePadding() {
    writer.write("\n\n")
    if writer.chance(50) {
      let story = writer.pick(pickSource(grammar.ham).stories)
      writer.writeSome(of: story.sentences, from: MailHabits.paddingSentences)
    } else {
      for _ in 0..<writer.integer(in: MailHabits.paddingWords) {
        writer.writeWord(list: grammar.listOfPadding)
        writer.write(" ")
      }
    }
  }

  /// Corrects the grammar of what has been written, then lower-cases and misspells it.
  private mutating func finish(from start: Int, manner: Manner, isSpam: Bool) {
    let isLowercase = writer.chance(manner.lowercase)
    let isHasty = writer.chance(manner.haste)
    let isDisguised = isSpam && writer.chance(MailHabits.disguise)
    writer.edit { text, stream in
      Typing.correctArticles(&text, from: start)
      if isLowercase { Typing.lowercase(&text, from: start) }
      if isHasty { text = Typing.misspelt(text, from: start, drawing: &stream) }
      if isDisguised { Typing.disguise(&text, from: start, drawing: &stream) }
      while text.last == UInt8(ascii: " ") || text.last == UInt8(ascii: "\n") { text.removeLast() }
    }
  }

  /// A source, drawn by the shares.
  private mutating func pickSource(_ sources: [Grammar.Source]) -> Grammar.Source {
    var draw = writer.stream.integer(below: sources.reduce(0) { $0 + $1.share })
    for source in sources {
      draw -= source.share
      if draw < 0 { return source }
    }
    preconditionFailure("a draw below the sum of the shares falls on one of them")
  }
}
