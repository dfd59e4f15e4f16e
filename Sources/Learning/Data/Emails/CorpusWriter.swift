import Randomness

/// Writes the mails of a corpus one after the other: see `EmailCorpus.emails`.
struct CorpusWriter: Sequence, IteratorProtocol {
  private var kinds: IndexingIterator<[Bool]>
  private var writer: MailWriter

  init(count: Int, spamShare: Double, seed: UInt32) {
    precondition(count >= 0, "a corpus cannot have fewer than 0 mails")
    precondition((0...1).contains(spamShare), "a share is between 0 and 1")
    let spamCount = EmailCorpus.spamCount(of: count, spamShare: spamShare)
    var stream = RandomState(seed: seed)
    var isSpam = (0..<count).map { $0 < spamCount }
    stream.shuffle(&isSpam)
    kinds = isSpam.makeIterator()
    writer = MailWriter(drawing: stream)
  }

  /// The next mail, or nil after the last.
  mutating func next() -> Email? {
    guard let isSpam = kinds.next() else { return nil }
    return writer.email(isSpam: isSpam)
  }
}
