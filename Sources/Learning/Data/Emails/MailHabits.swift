/// The numbers that make the corpus as hard as real mail, all in one place; shares are per cent.
enum MailHabits {
  /// Sentences of a mail, of the mail it quotes and of the text that pads it.
  static let sentences = 3...6
  static let quotedSentences = 1...3
  static let paddingSentences = 1...3
  static let borderlineSentences = 3...4

  /// Borderline mails that say something by which to tell the real sender from the impostor.
  static let tells = 40

  /// Quotes in ordinary mail that pass on an advertisement.
  static let quotedSpam = 4

  /// Spam with innocent text below.
  static let padding = 7

  /// Spam with digits for letters.
  static let disguise = 10
}
