/// Long letters about money that is not there.
enum AdvanceFeeSpam {
  static let theme = Theme(share: 9, manner: .pleading, topics: [inheritance, business, widow])

  private static let inheritance = Topic(
    subjects: [
      "from the desk of {title} {surname}", "the late {surname}", "next of kin", "account {code}",
      "your family in {country}", "estate of {name} {surname}",
    ],
    sentences: [
      "I am {title} {surname}, {official} of a bank in {country}.",
      "My client, {name} {surname}, died in {2003-2025} without a will and left {fortune}.",
      "Since you have the same family name, I want to present you as next of kin.",
      "The papers are ready, and there is no risk for you at all.",
      "You keep {percent} of the money, I keep the rest.",
      "Please send me your name, your address and your account number.",
      "Only a small fee of {amount} for the {official} must be paid in advance.",
      "I trust you to keep this secret, even from your {relative}.",
      "Answer to my private address: {mailbox}",
    ])

  private static let business = Topic(
    subjects: [
      "confidential business", "proposal from {country}", "transfer of {fortune}",
      "your help is needed", "partnership in {industry}", "urgent reply",
    ],
    sentences: [
      "I got your address from the chamber of commerce of {city}.",
      "My department has {fortune} left over from a contract in {industry}.",
      "As {official}s we may not hold accounts abroad, so we need an honest partner.",
      "You will receive {percent} for your help.",
      "The transfer takes {7-30} working days, and it is perfectly legal.",
      "We want to invest our share in {investment} in your country.",
      "Please reply urgently with your private phone and fax number.",
      "A meeting in {city} can be arranged, at our cost.",
      "Until then treat this as strictly confidential.",
    ])

  private static let widow = Topic(
    subjects: [
      "letter from {the city}", "a last wish", "please read", "greetings from {title} {surname}",
      "charity", "my late {relative}",
    ],
    sentences: [
      "It may surprise you to get a letter from somebody you do not know.",
      "My late husband, a {official} in {country}, worked {10-40} years in {industry}.",
      "The doctors give me {smallnumber} months to live.",
      "We have no children, so I wish to give {fortune} to charity through you.",
      "Take {percent} for your own family, and help the poor with the rest.",
      "My lawyer, {title} {surname}, will send you the papers.",
      "I found your name after many prayers and know that you are good.",
      "Please answer quickly, for my time is short.",
      "The bank asks for {amount} before it releases the money.",
    ])
}
