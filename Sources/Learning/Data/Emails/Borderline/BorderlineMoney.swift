/// Notices from banks, lenders and firms that send bills.
enum BorderlineMoney {
  static let bankNotice = Topic(
    subjects: [
      "notice about your account", "security of your account", "new login",
      "{the company}: your account", "please check your details",
    ],
    sentences: [
      "There was a new login to your account on {date} at {time}.",
      "If it was you, you need do nothing.",
      "Otherwise please change your password as soon as possible.",
      "You find the details in your account: {weblink}",
      "For your safety, our terms change on {date}.",
      "Please check that your address and phone number are right.",
      "We take the security of your money seriously.",
    ],
    genuine: [
      "We never ask for your password by mail or phone.",
      "Your branch in {street}, {town} will gladly help.",
    ],
    fake: [
      "Without your answer the account will be closed within {12-72} hours.",
      "Please enter your card number and your password on the page.",
    ])

  static let invoice = Topic(
    subjects: ["invoice {code}", "payment of {amount}", "your bill", "overdue: {code}", "{file}"],
    sentences: [
      "Attached you find invoice {code} over {amount}.",
      "The amount was due on {date}.",
      "Please transfer it within {3-14} days.",
      "Our bank details have changed, see page {1-3}.",
      "If you have questions, call {phone}.",
      "A copy is at {weblink}",
      "A fee of {small} may be added to late payments.",
    ],
    genuine: [
      "It is for the {furniture} that {name} repaired on {day}.",
      "The hours of {name} in {month} are listed on page two.",
    ],
    fake: [
      "Open {file} at once to avoid a court case.",
      "Payment is possible by voucher codes only.",
    ])

  static let homeLoan = Topic(
    subjects: ["your loan", "new rates from {date}", "rate {1-5}.{0-99} %", "loan offer {code}"],
    sentences: [
      "Rates have fallen, and you can profit from it.",
      "With {1-5}.{0-99} % your monthly payment would be {amount}.",
      "We can offer you {amount} for your home.",
      "The form takes {smallnumber} minutes: {weblink}",
      "There is no fee and no obligation.",
      "The offer holds until {date}.",
      "{name} {surname} will call you {soon}.",
    ],
    genuine: [
      "Please bring your payslips to {room} when we meet on {day}.",
      "Your present contract with us, {code}, ends in {month}.",
    ],
    fake: [
      "Bad credit is no problem, everybody is approved.", "No papers and no bank visit needed.",
    ])
}
