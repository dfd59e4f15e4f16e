/// Firms that work for each other.
enum SupplierMail {
  static let theme = Theme(
    share: 10, manner: .businesslike, topics: [offer, schedule, complaint, freight])

  private static let offer = Topic(
    subjects: [
      "our offer {code}", "prices from {date}", "request for {goods}s", "your inquiry {code}",
      "samples",
    ],
    sentences: [
      "Thank you for your inquiry of {date}.",
      "We can deliver {100-5000} {goods}s at {small} each, free to your door.",
      "From {100-900} pieces you get a discount of {percent}.",
      "The offer {code} is valid until {date}.",
      "{name} will bring samples in {colour}, {colour} and {colour}.",
      "Payment within {14-60} days, {1-3} % off within ten.",
      "Our {document} is attached as {file}.",
      "We have supplied {company} for {3-40} years, please ask them about us.",
    ])

  private static let schedule = Topic(
    subjects: [
      "volumes for {the month}", "schedule {date}", "capacity {day}", "change for {date}",
      "forecast {the month}",
    ],
    sentences: [
      "The volume for {the month} is {1000-90000} units a day, {100-900} more than planned.",
      "Please change station {code} from {1000-9000} to {1000-9000}, effective {date}.",
      "Ticket {code} was entered twice, I deleted the second one.",
      "{company} takes the rest at {town}.",
      "The pump at {town} is down until {day}, so we deliver from {town}.",
      "Can {department} confirm the numbers before {time}?",
      "{name} will be at the plant on {day}, phone {phone}.",
      "The price for {the month} is {1-9}.{10-99}, as in contract {code}.",
    ])

  private static let complaint = Topic(
    subjects: [
      "delivery {code} incomplete", "damaged {goods}s", "invoice {code} is wrong",
      "credit note {code}",
    ],
    sentences: [
      "Of the {100-900} {goods}s in delivery {code}, {3-90} were damaged.",
      "Invoice {code} shows {amount}, we agreed on {amount}.",
      "Please send a credit note or call {name} in {department}.",
      "The pictures are attached as {file}.",
      "The {colour} ones are fine, the {colour} ones have a broken {part}.",
      "We need replacements before {date}, otherwise the line stops.",
      "I am sorry about the mistake; {smallnumber} boxes leave today.",
      "You will get {amount} back with the next payment.",
    ])

  private static let freight = Topic(
    subjects: [
      "container {code}", "ship delayed", "customs papers {code}", "truck on {the day}",
      "warehouse {town}",
    ],
    sentences: [
      "Container {code} arrived in {city} on {date}.",
      "Customs want the {document} and proof that the {material} comes from {country}.",
      "The truck reaches you on {the day} at about {time}; please keep gate {1-20} free.",
      "Storage costs {small} a day from {date} on.",
      "The driver is called {name}, phone {phone}.",
      "Weight {1-30},{100-900} kg, {2-60} pallets.",
      "Because of {weather} the ship from {country} is {smallnumber} days late.",
      "We have insured the load for {amount}.",
    ])
}
