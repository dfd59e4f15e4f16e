/// The bank, the tax adviser, one's own mortgage.
enum MoneyMail {
  static let theme = Theme(share: 3, manner: .businesslike, topics: [tax, mortgage, savings])

  private static let tax = Topic(
    subjects: [
      "tax return {2003-2025}", "receipts for the tax office", "question from the tax office",
      "{document} {2003-2025}",
    ],
    sentences: [
      "For the tax return I still need the receipts for {month} and your {document}.",
      "You should get about {amount} back, in {month}.",
      "The office does not accept the {goods} as a cost of your work.",
      "Please sign page {2-20} and send it to {address}.",
      "The deadline is {date}; I have asked for {smallnumber} weeks more.",
      "The income from {country} must be declared too.",
      "My bill of {amount} is attached.",
      "{name} has entered the figures of {department}.",
    ])

  private static let mortgage = Topic(
    subjects: [
      "your mortgage", "offer for {the address}", "fixed rate until {2027-2045}",
      "meeting at the bank {date}",
    ],
    sentences: [
      "As agreed on {day}, here is our offer for the house at {the address}.",
      "The loan is {amount} at a rate of {1-7}.{0-99} % for {5-25} years.",
      "The monthly payment would be {amount}.",
      "We need your last {smallnumber} payslips and the {document} of the sale.",
      "The offer holds until {date}; after that the rate may change.",
      "{name} {surname} expects you in {room} on {day} at {time}.",
      "You can pay back up to {percent} a year without a fee.",
      "I have talked to {company}: their rate is higher.",
    ])

  private static let savings = Topic(
    subjects: [
      "pension fund", "your savings account", "annual statement", "shares of {the share}",
      "investment club {date}",
    ],
    sentences: [
      "The pension fund earned {percent} last year, after costs.",
      "Your account stands at {amount} on {date}.",
      "The investment club meets on {date} at {venue}; {name} talks about {investment}.",
      "We sold {10-900} shares of {the share} at {small} and bought {investment}.",
      "I would not put more than {percent} into {investment}, it is too much risk.",
      "The interest is paid out on {date}.",
      "Please compare the {document} with your own notes.",
      "The money for {name}'s education is safe in {investment}.",
    ])
}
