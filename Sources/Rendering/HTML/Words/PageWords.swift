/// What a page says that is neither its author's nor an output's.
struct PageWords: Sendable {
  /// The language of all these words.
  let language: WordLanguage

  // MARK: The page
  /// A link for those who come by keyboard.
  let skipToLesson: String
  /// The list of the lesson's headings.
  let contents: String
  /// What ends the words that announce something.
  let colon: String

  // MARK: Blocks
  /// What a figure is drawn from, as a table.
  let numbers: String
  /// How many lines of a log are folded.
  let moreLines: @Sendable (_ count: String) -> String
  /// How many lines of a very long log are not there.
  let linesLeftOut: @Sendable (_ count: String) -> String
  /// What kinds of remarks are called.
  let note, warning, error: String
  /// How a block ended, without a full stop.
  let blockFailed, blockDidNotRun: String
  /// That a block is still at work, as a sentence.
  let blockIsPending: String

  // MARK: Claims
  /// What a claim does, before the claim.
  let holds, doesNotHold, skipped: String
  /// Why a claim was not tested.
  let conditionDoesNotApply: String
  /// What is said before the number that a run gave, and before the one that was claimed; with the space that follows.
  let found, expected: String

  // MARK: What went wrong
  /// The list of what went wrong.
  let whatWentWrong: String
  /// How many things went wrong, before their list.
  let failures: @Sendable (_ count: Int) -> String
  /// A block and its line, as the beginning of a sentence that one of the next four ends.
  let block: @Sendable (_ header: String, _ line: Int) -> String
  let failed, makesFalseClaims, didNotRun, wasInterrupted: String

  // MARK: How the report was made
  /// What is said before all the facts.
  let howItWasMade: String
  let seed, randomStream, parameter, data: String
  /// Said of a parameter that does not have its default.
  let givenForThisRun: String
  /// The page as something with a digest.
  let thisPage: String
  /// Which bytes that digest is of, before the command that computes it.
  let digestRemark: String

  // MARK: Lessons beside each other
  let lesson, lessons, allLessons: String
  let previousAndNext, previous, next: String
  /// How long reading a lesson takes.
  let minutesToRead: @Sendable (_ minutes: Int) -> String
  /// How the run of a lesson ended.
  let runIsDone, runFailed, runClaimsFalsely, runWasInterrupted, runIsMissing: String
}

extension PageWords {
  /// The words in a language.
  init(in language: WordLanguage) {
    self =
      switch language {
      case .english: .english
      case .french: .french
      case .german: .german
      case .spanish: .spanish
      }
  }

  /// The words for prose in a language, given as a BCP 47 tag: English for one that has none of its own.
  init(forProse tag: String) {
    self.init(in: WordLanguage(ofProse: tag) ?? .english)
  }

  /// The words among prose.
  var prose: ProseWords { ProseWords(in: language) }

  /// The tag that prose needs among these words; nil where it is in their language.
  func mark(ofProse tag: String) -> String? {
    WordLanguage(ofProse: tag) == language ? nil : tag
  }
}
