/// Shares that are about to explode, and secrets of the rich.
enum InvestmentSpam {
  static let theme = Theme(share: 10, manner: .selling, topics: [pennyStock, system, plots])

  private static let pennyStock = Topic(
    subjects: [
      "{ticker} - watch it {day}", "hot stock: {the share}", "{the share} up {percent}",
      "investor alert {code}", "before the news, {ticker}",
      "small company, big {investment}",
    ],
    sentences: [
      "{the share} ({ticker}) is about to explode!",
      "Price today: ${0-2}.{10-99}. Our target in {5-30} days: ${3-9}.{10-99}.",
      "The company has found {investment} worth {fortune} in {country}.",
      "Big news is expected on {day}, so get in before the crowd.",
      "Our last tip, {share}, rose {percent} in {2-9} days.",
      "Volume has doubled since {month}, and insiders are buying.",
      "With {amount} you could have made {amount}.",
      "Statements about the future may turn out to be wrong; we were paid {amount} for this report.",
      "Add {ticker} to your list and watch it trade.",
    ])

  private static let system = Topic(
    subjects: [
      "they laughed at me", "{amount} a day with {investment}", "free seminar in {the town}",
      "the secret of {city}", "trade like a {job}",
    ],
    sentences: [
      "I was a {job} with {small} in my pocket; today I make {amount} a day with {investment}.",
      "The system needs {10-90} minutes a day and no experience.",
      "It wins {percent} of the time, in good markets and in bad ones.",
      "My free report shows how: {weblink}",
      "Come to the free seminar on {date} in {the town}, seats are limited.",
      "{name} {surname}, {job}, earned {amount} in the first week.",
      "The rich have kept this secret from you for {20-200} years.",
      "Start with {small}, and double it by {day}.",
      "You risk nothing, profits are guaranteed.",
    ])

  private static let plots = Topic(
    subjects: [
      "land in {country} from {amount}", "your house by the sea", "{investment} in {city}",
      "buy now, rich later", "timeshare {city}",
    ],
    sentences: [
      "Own a piece of {country} from {amount}!",
      "Prices in {city} have risen by {percent} a year, and they will go on rising.",
      "Our experts choose {investment} for you, you just watch it grow.",
      "Fly in free of charge and see for yourself.",
      "Only {smallnumber} plots are left at the beach.",
      "A guaranteed return of {percent} a year, paid in advance.",
      "Ask for the free brochure: {weblink}",
      "Call {name} {surname} on {phone}, the deposit is just {small}.",
    ])
}
