import Crypto
import Foundation
import Learning
import Testing

/// The corpus as a reader of `builtin:emails` meets it: its counts, its bytes and how hard it is.
@Suite struct EmailCorpusTests {
  private static let corpus = EmailCorpus.emails()

  @Test func theDefaultCorpusHasTheSizeOfTheTutorials() {
    #expect(Self.corpus.count == 5171)
    #expect(Self.corpus.count { $0.isSpam } == 1500)
  }

  @Test(arguments: [(0, 0.29, 0), (1, 0.29, 0), (1, 0.5, 1), (7, 0, 0), (7, 1, 7), (300, 0.29, 87)])
  func theNumberOfSpamMailsIsExact(count: Int, share: Double, spam: Int) {
    let mails = EmailCorpus.emails(count: count, spamShare: share, seed: 3)
    #expect(mails.count == count)
    #expect(mails.count { $0.isSpam } == spam)
  }

  @Test func theClassesAreShuffled() {
    let spamInFirstHalf = Self.corpus.prefix(2585).count { $0.isSpam }
    #expect((650...850).contains(spamInFirstHalf))
  }

  @Test func equalSeedsGiveTheFrozenBytes() throws {
    let url = try #require(Bundle.module.url(forResource: "Frozen/emails", withExtension: "json"))
    let frozen = try JSONDecoder().decode([String: String].self, from: Data(contentsOf: url))
    #expect(frozen.count == 3)
    for (seed, digest) in frozen {
      let mails = EmailCorpus.emails(seed: try #require(UInt32(seed)))
      #expect(Self.digest(of: mails) == digest, "seed \(seed)")
    }
  }

  @Test func differentSeedsGiveDifferentMails() {
    let other = EmailCorpus.emails(seed: 1)
    let common = Set(other.map(\.text)).intersection(Self.corpus.map(\.text))
    #expect(common.count < 10)
  }

  @Test func everyMailHasASubjectAndABody() {
    for mail in Self.corpus {
      let lines = mail.text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      #expect(mail.text.hasPrefix("Subject: "))
      #expect(lines.count == 2)
      #expect(lines.last?.contains { $0.isLetter } == true)
      #expect(!mail.text.contains { "{}[]|".contains($0) }, "a gap was left open")
    }
  }

  @Test func hardlyAnyMailComesTwice() {
    let different = Set(Self.corpus.map(\.text)).count
    #expect(Double(Self.corpus.count - different) < 0.005 * Double(Self.corpus.count))
  }

  @Test func theVocabularyIsLargeAndMostWordsAreRare() {
    var total: [Substring: Int] = [:]
    for mail in Self.corpus { for word in Self.words(of: mail) { total[word, default: 0] += 1 } }
    #expect(total.count > 6000)
    #expect(total.values.count { $0 == 1 } > total.count / 3)
  }

  @Test(arguments: [UInt32(0), 1, 2])
  func noSingleWordTellsSpamFromHam(seed: UInt32) {
    let mails = EmailCorpus.emails(seed: seed)
    var spamWith: [Substring: Int] = [:]
    var hamWith: [Substring: Int] = [:]
    for mail in mails {
      for word in Set(Self.words(of: mail)) {
        if mail.isSpam { spamWith[word, default: 0] += 1 } else { hamWith[word, default: 0] += 1 }
      }
    }
    let ham = mails.count { !$0.isSpam }
    for word in Set(spamWith.keys).union(hamWith.keys) {
      let right = spamWith[word, default: 0] + ham - hamWith[word, default: 0]
      let accuracy = Double(max(right, mails.count - right)) / Double(mails.count)
      #expect(accuracy < 0.86, "\(word)")
    }
  }

  /// SHA-256, in hexadecimal digits, of the mails as "spam" or "ham", a line end, the text and a zero byte.
  private static func digest(of mails: [Email]) -> String {
    var hash = SHA256()
    for mail in mails {
      hash.update(data: Data((mail.isSpam ? "spam\n" : "ham\n").utf8))
      hash.update(data: Data(mail.text.utf8 + [0]))
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private static func words(of mail: Email) -> [Substring] {
    let text = mail.text.lowercased()
    return text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      .filter { $0.utf8.count > 1 }.map { Substring(String($0)) }
  }
}
