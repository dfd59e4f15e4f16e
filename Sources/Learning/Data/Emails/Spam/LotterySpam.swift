/// You have won.
enum LotterySpam {
  static let theme = Theme(share: 7, manner: .selling, topics: [lottery, prize, voucher])

  private static let lottery = Topic(
    subjects: [
      "award notification {code}", "you have won {fortune}", "winning ticket {code}",
      "{country} lottery board", "claim your prize, {the name}",
      "final notice {code}",
    ],
    sentences: [
      "We are [happy|glad|pleased] to inform you that your address has won {fortune}.",
      "It was drawn on {date} in {city} from {1-9},{100-900},000 mail addresses.",
      "Your ticket number is {code}, your lucky numbers are {1-9}, {10-19}, {20-29} and {30-49}.",
      "To claim the prize contact our agent, {title} {surname}, at {mailbox}.",
      "Give your full name, address, age, occupation and telephone number.",
      "Claims must be made before {date}, after that the money goes back.",
      "For security keep your award secret until you have been paid.",
      "A fee of {amount} covers tax and insurance.",
      "The {country} lottery is supported by {company}.",
    ])

  private static let prize = Topic(
    subjects: [
      "your {goods} is waiting", "you were chosen", "visitor {1000-99999} wins",
      "a week in {the city}", "congratulations {the name}!",
    ],
    sentences: [
      "Congratulations, you have been chosen as the winner of a {goods}!",
      "Or would you rather have a week in {the city} for two?",
      "This is no joke: you are visitor number {1000-99999}.",
      "Answer {smallnumber} simple questions and it is yours: {weblink}",
      "You only pay for the shipping, {small}.",
      "If you do not answer by {day}, {name} from {town} gets your prize.",
      "Tell nobody, there is only one.",
      "Have your credit card ready to confirm your age.",
    ])

  private static let voucher = Topic(
    subjects: [
      "voucher for {the company}", "{amount} to spend", "your opinion, your {goods}",
      "free {goods}", "unclaimed: {amount}",
    ],
    sentences: [
      "Your voucher of {amount} for {the company} is still unclaimed.",
      "Take part in our survey on {grocery} and {sport}, and it is yours.",
      "Completely free, nothing to buy, no catch.",
      "Claim it here: {weblink}",
      "{smallnumber} of your friends in {town} have cashed theirs.",
      "Voucher number {code}, valid until {date}.",
      "Send us the names of {smallnumber} friends and double it.",
      "We need your bank details for the payment.",
    ])
}
