/// A corpus of spam and ordinary mail, written by a grammar: a stand-in for collections of real people's mail.
///
/// It is made to be as hard as a real collection: no word gives a mail away, the two classes share most of their
/// vocabulary, and a few mails in a hundred mislead (`BorderlineMail`, and the forwards and pictures of `MailHabits`).
public enum EmailCorpus {
  /// Mails in random order.
  ///
  /// - Parameters:
  ///   - count: How many mails; at least 0.
  ///   - spamShare: The share of spam in 0...1; exactly `spamCount(of:spamShare:)` mails are spam.
  ///   - seed: Equal seeds give equal mails, byte for byte, on every machine.
  public static func emails(
    count: Int = 5171, spamShare: Double = 0.29, seed: UInt32 = 0
  ) -> [Email] {
    Array(CorpusWriter(count: count, spamShare: spamShare, seed: seed))
  }

  /// How many of some mails are spam: the share of them, rounded.
  public static func spamCount(of count: Int, spamShare: Double) -> Int {
    Int((Double(count) * spamShare).rounded())
  }
}
