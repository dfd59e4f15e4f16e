/// People talking about spam: all the words of it, and no spam.
enum WarningMail {
  static let theme = Theme(share: 2, manner: .businesslike, topics: [suspicious, scam, filter])

  private static let suspicious = Topic(
    subjects: [
      "is this real?", "strange mail", "fake {company} mails", "do not click",
      "spam about {ailment} {medicine}",
    ],
    sentences: [
      "I got this this morning, is it real or is it spam?",
      "It says that I have won {fortune} in a lottery that I never entered.",
      "They want my password and my credit card number, so I did not click.",
      "Somebody sells cheap {medicine} without prescription in the name of {company}.",
      "The link goes to {domain}, which is certainly not our bank.",
      "Please forward such mails to {mailbox} and delete them.",
      "{name} in {department} has received the same offer {smallnumber} times.",
      "Never open an attachment like {file} from people you do not know.",
    ])

  private static let scam = Topic(
    subjects: [
      "careful with calls", "scam against older people", "the {city} prince",
      "{relative} nearly lost {amount}",
    ],
    sentences: [
      "A man who said he was a {official} from {country} called your {relative}.",
      "He promised {fortune} from the account of a dead {official}, for a fee of {amount}.",
      "Luckily the {job} at the bank noticed and stopped the transfer.",
      "No honest firm asks for money in advance to give you a loan.",
      "The police in {town} have {10-300} such cases.",
      "Tell {relative} never to give the account number on the phone.",
      "The watch that {name} bought online for {amount} was a replica, by the way.",
      "Work from home for {amount} a week? If it sounds too good, it is.",
    ])

  private static let filter = Topic(
    subjects: [
      "spam filter", "lost mails", "your mail was in my junk folder", "filter statistics {month}",
    ],
    sentences: [
      "Your mail of {date} ended in my junk folder, between watches and diet pills.",
      "The new filter stops {percent} of the spam, and {smallnumber} real mails a week.",
      "It does not like the words free, winner and guarantee, so avoid them.",
      "If you miss a mail, look at {weblink} and click on release.",
      "Last month: {1000-90000} offers of cheap software, {1000-9000} loans, {100-900} lotteries.",
      "Please add {mailbox} to your address book.",
      "{name} will explain the settings on {day} in {room}.",
      "Newsletters can be unsubscribed with the link at the bottom; spam should just be deleted.",
    ])
}
