/// Sales, parcels and licences.
enum BorderlineShop {
  static let sale = Topic(
    subjects: [
      "{percent} off", "only this week", "sale at {the company}", "an offer for {the name}",
      "last chance: {goods}",
    ],
    sentences: [
      "This week you save {percent} on {goods}s and {clothes}.",
      "The {colour} {goods} is only {small} instead of {amount}.",
      "Free shipping with the code {code}.",
      "Click here to see all offers: {weblink}",
      "Hurry, the offer ends {soon}.",
      "Our customers love the {fine} {material} {goods}.",
      "Every tenth customer wins {gift}.",
    ],
    genuine: [
      "You can try everything on in our shop in {street}.",
      "Points from your last purchase in {month} are added to your card.",
    ],
    fake: [
      "Real brands, replica prices, nobody will notice.",
      "Just confirm your card number to get the gift.",
    ])

  static let parcel = Topic(
    subjects: [
      "your parcel {code}", "delivery on {day}", "parcel waiting", "we could not deliver",
      "customs {code}",
    ],
    sentences: [
      "Your parcel {code} is waiting at our depot in {town}.",
      "We could not deliver it on {date}.",
      "Please choose a new day here: {weblink}",
      "Storage is free until {date}.",
      "A customs fee of {small} is due.",
      "Parcel weight {1-9}.{1-9} kg.",
      "After {smallnumber} days it goes back to the sender.",
    ],
    genuine: [
      "The driver left a card at the door of your neighbour {surname}.",
      "Sender: {company}, order of {date}, one {goods}.",
    ],
    fake: [
      "Pay the fee by credit card on the page, then it will be released.",
      "Open the file {file} to see who sent it.",
    ])

  static let renewal = Topic(
    subjects: [
      "{the software} expires {soon}", "renew {the software}", "update for {the software}",
      "licence {code}", "your subscription",
    ],
    sentences: [
      "Your licence for {the software} expires on {date}.",
      "Renew it now and save {percent}.",
      "One more year costs {small}, two cost {small}.",
      "Download the new version here: {weblink}",
      "It is faster and safer than the old one.",
      "Without the renewal you get no more updates.",
      "All your {document}s stay as they are.",
    ],
    genuine: [
      "Your serial number and {name}'s seat in {department} stay the same.",
      "You bought it from {company} in {2003-2025}, order {code}.",
    ],
    fake: [
      "All other programs cost {small} too, no box, no manual.",
      "Your computer is already full of viruses.",
    ])
}
