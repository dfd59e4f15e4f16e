/// Mortgages and loans for everybody, whatever the credit.
enum LoanSpam {
  static let theme = Theme(share: 10, manner: .selling, topics: [mortgage, debts, card])

  private static let mortgage = Topic(
    subjects: [
      "rates from {1-4}.{0-99} %", "your application is approved", "refinance {the name}?",
      "mortgage {code}", "home loan approved: {amount}",
      "lowest rates in {10-40} years",
    ],
    sentences: [
      "Your application for {fortune} has been approved at {1-4}.{0-99} %.",
      "Rates are at their lowest for {10-40} years, so refinance your home now.",
      "Bad credit? No income? No problem, everybody is accepted.",
      "You could save {amount} every month on your mortgage.",
      "Fill in the short form, it takes {smallnumber} minutes: {weblink}",
      "A broker near {town} calls you back the same day.",
      "No fee and no obligation, and your neighbours will never know.",
      "The offer ends {soon}, the rates will rise again.",
      "Lenders compete for you, you choose the best.",
    ])

  private static let debts = Topic(
    subjects: [
      "debt free {soon}", "stop the bills", "cash {soon}", "need {amount}?", "{amount} for you",
      "no credit check",
    ],
    sentences: [
      "Bills, bills, bills? Become debt free {soon}.",
      "We turn all your loans into one low payment of {small} a month.",
      "Get up to {amount} in cash, in your account {soon}.",
      "No credit check, no papers, no waiting.",
      "{name} {surname} from {town} was out of debt in {2-20} months.",
      "Banks do not want you to know this legal trick.",
      "Apply here, it is free: {weblink}",
      "Or call our hot line, {phone}, day and night.",
    ])

  private static let card = Topic(
    subjects: [
      "your gold card is waiting", "credit card for {the name}", "limit {amount} guaranteed",
      "prepaid card {code}", "you qualify",
    ],
    sentences: [
      "You qualify for our gold card with a limit of {amount}.",
      "Approval is guaranteed, even after bankruptcy.",
      "No interest for the first {6-18} months.",
      "As a welcome gift you get {small} in cash or a {goods}.",
      "Just confirm your name and address: {weblink}",
      "Members travel to {city} for {percent} less.",
      "Only {100-900} cards are left in {town}.",
      "This invitation is personal and expires on {date}.",
    ])
}
