/// Copies of programs at a tenth of the price.
enum SoftwareSpam {
  static let theme = Theme(share: 12, manner: .selling, topics: [cheap, catalogue, cleaner])

  private static let cheap = Topic(
    subjects: [
      "{software} {small}", "cheap software for {the name}", "oem software",
      "{percent} off {software}", "why pay {amount}?",
      "download {software} now",
    ],
    sentences: [
      "{software} for {small} instead of {amount}: how is that possible?",
      "We sell original software without the box and the manual, so you save {percent}.",
      "You download it at once, the serial number comes by mail.",
      "{software} - {small}\n{software} - {small}\n{software} - {small}",
      "All languages, all versions, for your home and your office.",
      "More than {100-900} titles in our store: {weblink}",
      "[Order|Buy] {soon}, at these prices the stock will not last.",
      "Do not tell your dealer where you got it!",
    ])

  private static let catalogue = Topic(
    subjects: [
      "new software list {month}", "price list", "{brandhead}{brandtail} store: {10-900} titles",
      "top {10-90} programs",
    ],
    sentences: [
      "Here is our new list for {month}, prices in dollars.",
      "{software} {small}; in the shops {amount}.",
      "{software} {small}, you save {percent}.",
      "{software} with all updates, only {small}.",
      "Popular this week: {software} and {software}.",
      "Pay by credit card, download within minutes.",
      "If a link does not work, try {weblink}",
      "Buy two, and a third program is free.",
    ])

  private static let cleaner = Topic(
    subjects: [
      "your computer is slow", "{2-90} viruses found", "is your pc safe?", "speed up your laptop",
      "spyware warning {code}",
    ],
    sentences: [
      "Is your computer slow? {2-90} out of 100 machines have spyware on board.",
      "Our free scan finds it in {10-90} seconds: {weblink}",
      "{software} removes viruses, spam and old files with one click.",
      "Without protection, everybody can read your {document}s and your passwords.",
      "Protect your family for only {small} a year.",
      "Download now, offer valid until {date}.",
      "{fine} reviews in {smallnumber} magazines.",
      "Your machine will start {2-9} times faster, or money back.",
    ])
}
