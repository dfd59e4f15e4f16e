/// The numbers that make the corpus as hard as real mail, all in one place; shares are per cent if not said otherwise.
enum MailHabits {
  /// Sentences of a mail on its topic.
  static let sentences = 3...6

  /// Sentences of a borderline mail, which says little about itself.
  static let borderlineSentences = 3...4

  /// Sentences of the mail that is quoted below.
  static let quotedSentences = 1...3

  /// How often a mail may add a remark.
  static let remarks = 4

  /// Borderline mails that tell the real sender from the impostor.
  static let tells = 40

  /// Per thousand ordinary mails: an advertisement that somebody passes on.
  static let forwards = 5

  /// Per thousand spam mails: a picture with borrowed text.
  static let pictures = 26

  /// Spam with innocent text below, and how much of it.
  static let padding = 4
  static let paddingSentences = 1...3
  static let paddingWords = 6...25

  /// Spam with digits for letters.
  static let disguise = 5
}
