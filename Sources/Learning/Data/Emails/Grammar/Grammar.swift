/// All themes and word lists with their notation read: what `MailWriter` writes from.
struct Grammar: Sendable {
  /// A topic whose phrases are parsed.
  struct Story: Sendable {
    let subjects: [Phrase]
    let sentences: [Phrase]
    let genuine: [Phrase]
    let fake: [Phrase]
  }

  /// A manner whose phrases are parsed.
  struct Voice: Sendable {
    let manner: Manner
    let greetings: [Phrase]
    let closings: [Phrase]
    let signatures: [Phrase]
    let footers: [Phrase]
    let remarks: [Phrase]
  }

  /// A theme whose phrases are parsed.
  struct Source: Sendable {
    let share: Int
    let voice: Voice
    let stories: [Story]
  }

  let lists: [[Phrase]]
  let ham: [Source]
  let spam: [Source]
  let quoteHeaders: [Phrase]
  let notes: [Phrase]
  let pictures: [Phrase]
  let listOfPadding: Int

  init() {
    let words = WordLists.all.sorted { $0.key < $1.key }
    var numberOfList: [String: Int] = [:]
    for (number, list) in words.enumerated() { numberOfList[list.key] = number }
    let lists = numberOfList

    func phrases(_ notations: [String]) -> [Phrase] {
      notations.map { PhraseParser.phrase($0, lists: lists) }
    }
    func source(_ theme: Theme) -> Source {
      Source(
        share: theme.share,
        voice: Voice(
          manner: theme.manner,
          greetings: phrases(theme.manner.greetings),
          closings: phrases(theme.manner.closings),
          signatures: phrases(theme.manner.signatures),
          footers: phrases(theme.manner.footers),
          remarks: phrases(theme.manner.remarks)),
        stories: theme.topics.map { topic in
          Story(
            subjects: phrases(topic.subjects), sentences: phrases(topic.sentences),
            genuine: phrases(topic.genuine), fake: phrases(topic.fake))
        })
    }

    self.lists = words.map { phrases($0.value) }
    ham = (HamMail.themes + BorderlineMail.genuine).map(source)
    spam = (SpamMail.themes + BorderlineMail.fake).map(source)
    quoteHeaders = phrases(Remarks.quoteHeaders)
    notes = phrases(Remarks.notes)
    pictures = phrases(Remarks.pictures)
    listOfPadding = lists["padding"] ?? 0
  }
}
