import Randomness

/// A corpus of spam and ordinary mail, written by a grammar: a stand-in for collections of real people's mail.
///
/// It is made to be as hard as a real collection: no word gives a mail away, the two classes share most of their
/// vocabulary, and a few mails in a hundred mislead (`BorderlineMail`, and the forwards and pictures of `MailHabits`).
public enum EmailCorpus {
  /// Mails in random order.
  ///
  /// - Parameters:
  ///   - count: How many mails; at least 0.
  ///   - spamShare: The share of spam in 0...1; exactly `round(count * spamShare)` mails are spam.
  ///   - seed: Equal seeds give equal mails, byte for byte, on every machine.
  public static func emails(
    count: Int = 5171, spamShare: Double = 0.29, seed: UInt32 = 0
  ) -> [Email] {
    precondition(count >= 0, "a corpus cannot have fewer than 0 mails")
    precondition((0...1).contains(spamShare), "a share is between 0 and 1")
    let spamCount = Int((Double(count) * spamShare).rounded())
    var stream = RandomState(seed: seed)
    var isSpam = (0..<count).map { $0 < spamCount }
    stream.shuffle(&isSpam)
    var writer = MailWriter(drawing: stream)
    return isSpam.map { writer.email(isSpam: $0) }
  }
}
