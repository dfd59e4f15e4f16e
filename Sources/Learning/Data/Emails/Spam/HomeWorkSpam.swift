/// Jobs that pay far too well.
enum HomeWorkSpam {
  static let theme = Theme(share: 6, manner: .selling, topics: [fromHome, moneyMule, franchise])

  private static let fromHome = Topic(
    subjects: [
      "work from home", "{amount} a week from your {houseroom}", "quit your job, {the name}",
      "part time {amount}", "home workers wanted in {the town}",
      "extra income for {relative}s",
    ],
    sentences: [
      "Earn {amount} a week from your own {houseroom}.",
      "No boss, no {vehicle}, no alarm clock: you choose your hours.",
      "All you need is a phone, a computer and {10-90} minutes a day.",
      "Fold letters, answer mails, test {goods}s: the work is simple.",
      "{name}, a {job} and mother of {smallnumber}, paid off her house in {2-20} months.",
      "We pay every {day}, in cash or by check.",
      "The starter kit costs {small}, which you get back with your first pay.",
      "Register here before all places in {the town} are taken: {weblink}",
      "No experience needed, we train you for free.",
    ])

  private static let moneyMule = Topic(
    subjects: [
      "vacancy: {job}", "we found your resume", "position {code}", "job offer {the company}",
      "local representative wanted",
    ],
    sentences: [
      "We have read your resume on the internet and like your profile.",
      "{the company} is looking for a local {job} who takes payments from our clients.",
      "You receive the money in your account, keep {percent}, and send us the rest.",
      "The salary is {amount} a month plus commission.",
      "You work {2-15} hours a week, from home.",
      "You must be over {18-25} and have a bank account.",
      "Our firm in {city} has worked in {industry} for {10-90} years.",
      "Reply with your name, phone number and bank: {mailbox}",
    ])

  private static let franchise = Topic(
    subjects: [
      "be your own boss", "{100-9000} people earn with us", "the network that pays",
      "own business for {small}", "not a pyramid",
    ],
    sentences: [
      "Be your own boss with {small} and a good heart.",
      "You invite {smallnumber} friends, they invite {smallnumber} friends, and you earn on all of them.",
      "This is not a pyramid, it is a family.",
      "Our members drive a new {vehicle} and holiday in {city}.",
      "We sell {medicine}, {goods}s and {abstract}.",
      "In month one you make {amount}, in month six {amount}.",
      "Join the free phone call on {day} at {time}: {phone}",
      "Success is a choice. Choose now: {weblink}",
      "If you do not want to be rich, delete this message.",
    ])
}
