/// Phrases that fit into any mail of a kind, and the lines above a quoted mail.
enum Remarks {
  /// What polite people write.
  static let courtesies: [String] = [
    "Please let me know if you have any questions.",
    "Let me know what you think.",
    "Thanks for your help.",
    "Thank you for your time.",
    "I look forward to hearing from you.",
    "Have a {fine} [day|week|weekend].",
    "If you have any questions, please call me on {phone}.",
    "Hope this helps.",
    "I hope you are well.",
    "Sorry for the short notice.",
    "Please reply by {day}.",
    "Feel free to forward this to {name}.",
    "See you [soon|on {day}].",
    "Give my regards to {name}.",
    "Best wishes for the {season}.",
    "For more information see {weblink}",
    "Please excuse typing errors, I am on the {vehicle}.",
    "Contact me at {mailbox} if anything is unclear.",
  ]

  /// What shops and booking systems write, some of it in the voice of the advertisers.
  static let service: [String] = [
    "If you have any questions, our customer service will help you: {phone}.",
    "Thank you for choosing {the company}.",
    "Thank you for your trust.",
    "You can change your settings in your account at any time.",
    "This message was sent automatically.",
    "We wish you a {fine} [day|week|weekend].",
    "Please keep this mail for your records.",
    "We look forward to seeing you again.",
    "Your data stays with us.",
    "Do you like our service? Tell your friends.",
    "Free of charge for members.",
    "Click here for more offers: {weblink}",
    "Order now and save {percent}.",
    "Let us know what you think.",
    "For more information see {weblink}",
    "Our office is open from {time} to {time}.",
  ]

  /// What people write who want one thing: that you buy.
  static let pitches: [String] = [
    "[Click here|Click on the link] now: {weblink}",
    "Click here to order, it is [free|risk free]: {weblink}",
    "Limited time offer[!|, order now!|, so act now!]",
    "Act now, before it is too late[!|.]",
    "100 % satisfaction guaranteed, or your money back.",
    "Don't miss this [unique|special|once in a lifetime] offer!",
    "Order now and save {percent}[!|, guaranteed!]",
    "Absolutely free, [with no risk|no risk] and no obligation.",
    "This is not spam, you asked for [this offer|free offers] on {date}.",
    "Best prices on the internet, guaranteed.",
    "Thousands of [satisfied customers|people] have already ordered.",
    "What are you waiting for? [Click here|Order today|Act now]!",
    "It is easy, fast, cheap and [completely legal|guaranteed].",
    "You have nothing to lose[.|, it is free.|, order today!]",
    "The offer expires on {date}, [order today|act now|so click now].",
    "Visit our site today: {weblink}",
    "Special offer: buy one, get one free!",
    "Fast shipping worldwide, discreet and safe.",
    "We will beat any price.",
    "Save money today!",
  ]

  /// What people write who want your trust first and your money next.
  static let pleas: [String] = [
    "Please treat this as strictly confidential.",
    "I await your urgent reply.",
    "Kindly reply to my private address: {mailbox}",
    "There is no risk, everything is legal and guaranteed.",
    "Please send your full name, address and telephone number.",
    "May God bless you and your family.",
    "I am sure that I can trust you with this money.",
    "Do not miss this chance, it comes only once.",
    "Act now, for time is short.",
    "The funds are safe in a bank in {city}.",
    "I hope you are well.",
    "I look forward to hearing from you.",
    "Congratulations once again!",
    "Thank you for your time.",
  ]

  /// What people write who want you to act before you think.
  static let alarms: [String] = [
    "Click here now: {weblink}",
    "Act now, or it will be too late.",
    "This is your last warning.",
    "Do not ignore this message!",
    "Please verify your details today, it is fast and free.",
    "Your immediate attention is required.",
    "Failure to act within {12-72} hours may cost you money.",
    "The page is safe, guaranteed.",
    "Only you can stop this, so click now.",
    "Access is limited until you verify.",
    "Confirm now and avoid all risk.",
    "Thank you for your immediate attention.",
  ]

  /// What people write above an advertisement that they pass on.
  static let notes: [String] = [
    "Is this for you?",
    "{the name}, is this what you asked about?",
    "For your {relative}?",
    "Look what I found.",
    "fyi",
    "You collect these, don't you?",
    "What do you think?",
    "",
    "",
  ]

  /// What stands below borrowed text: the advertisement itself is in the picture.
  static let pictures: [String] = [
    "{file}",
    "photo{10-99}.jpg",
    "img{1000-9999}.jpg",
    "See {file}",
    "{weblink}",
  ]

  /// How mail programs introduce what was written before; the subject follows.
  static let quoteHeaders: [String] = [
    "\n-----Original Message-----\nFrom: {name} {surname}\nSent: {date} {time}\nTo: {name} {surname}\nSubject: ",
    "\nOn {date}, {name} {surname} wrote:\n> ",
    "\n---- Forwarded by {name} {surname} on {date} ----\nSubject: ",
    "\nFrom: {mailbox}\nTo: {mailbox}\nDate: {date}\nSubject: ",
    "\n{name} {surname} ({mailbox}) wrote:\n> ",
  ]
}
