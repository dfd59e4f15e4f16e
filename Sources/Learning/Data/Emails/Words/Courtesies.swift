/// Polite phrases and quote lines that any mail may hold.
enum Courtesies {
  static let sentences: [String] = [
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

  static let quoteHeaders: [String] = [
    "\n-----Original Message-----\nFrom: {name} {surname}\nSent: {date} {time}\nTo: {name} {surname}\nSubject: ",
    "\nOn {date}, {name} {surname} wrote:\n> ",
    "\n---- Forwarded by {name} {surname} on {date} ----\nSubject: ",
    "\nFrom: {mailbox}\nTo: {mailbox}\nDate: {date}\nSubject: ",
    "\n{name} {surname} ({mailbox}) wrote:\n> ",
  ]
}
