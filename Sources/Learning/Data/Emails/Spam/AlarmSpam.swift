/// False alarms: accounts that must be confirmed at once.
enum AlarmSpam {
  static let theme = Theme(share: 6, manner: .alarming, topics: [account, mailbox, tax])

  private static let account = Topic(
    subjects: [
      "your account is limited", "security notice {code}", "confirm your details",
      "unusual login from {country}", "{the company}: action required",
    ],
    sentences: [
      "We noticed a login to your account from {country} on {date}.",
      "For your safety the account has been limited.",
      "Please confirm your name, card number and password within {12-72} hours: {weblink}",
      "If you do not act, the account will be closed for ever.",
      "Our new security system, {software}, asks all customers to do this.",
      "It takes {smallnumber} minutes only.",
      "A payment of {amount} to {company} is waiting for your answer.",
      "Case {code}, department of {department}.",
    ])

  private static let mailbox = Topic(
    subjects: [
      "your mailbox is full", "mail quota {percent}", "{2-20} messages held back",
      "verify your mailbox", "password expires {soon}",
    ],
    sentences: [
      "Your mailbox has reached {percent} of its size.",
      "{2-20} new messages could not be delivered, among them: {document} from {name} {surname}.",
      "To get more space, log in here: {weblink}",
      "Enter your old password twice and a new one once.",
      "Accounts that are not verified by {date} will be deleted.",
      "The administrator of {domain} thanks you for your help.",
      "This message was checked for viruses by {software}.",
      "Do not call the help desk, they are busy with the move.",
    ])

  private static let tax = Topic(
    subjects: [
      "tax refund of {amount}", "refund {code}", "unpaid invoice {code}", "court notice {code}",
      "fine of {amount}",
    ],
    sentences: [
      "After our last check you have a right to a tax refund of {amount}.",
      "Enter your card so that we can pay it out: {weblink}",
      "A missing form can delay the payment by {2-20} weeks.",
      "You still owe {company} {amount}, plus {small} in fees.",
      "Open the file {file} for details of the complaint.",
      "If you do not pay by {date} the {official} of {town} will be informed.",
      "The amount can also be paid in vouchers; send us the codes.",
      "Number of your file: {code}.",
    ])
}
