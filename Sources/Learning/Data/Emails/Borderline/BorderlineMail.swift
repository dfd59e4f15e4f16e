/// Mail whose class no reader can be sure of: the real sender and the impostor write nearly the same.
///
/// A pharmacy's reminder, a bank's notice or a friend's link is welcome or spam depending on who sent it, which the text
/// does not say; only some of these mails hold a remark that tells. That is where a network starts to learn by heart.
enum BorderlineMail {
  /// The mails of real senders; the shares are relative to the themes of `HamMail`.
  static let genuine = [
    Theme(share: 2, manner: .brief, topics: firms),
    Theme(share: 1, manner: .brief, topics: people),
  ]

  /// The mails of impostors; the shares are relative to the themes of `SpamMail`.
  static let fake = [
    Theme(share: 3, manner: .brief, topics: firms),
    Theme(share: 1, manner: .brief, topics: people),
  ]

  private static let firms: [Topic] = [
    BorderlineHealth.refill, BorderlineHealth.course, BorderlineMoney.bankNotice,
    BorderlineMoney.invoice, BorderlineMoney.homeLoan, BorderlineShop.sale, BorderlineShop.parcel,
    BorderlineShop.renewal,
  ]

  private static let people: [Topic] = [
    BorderlinePeople.link, BorderlinePeople.recruiter, BorderlinePeople.stranded,
    BorderlinePeople.appeal,
  ]
}
