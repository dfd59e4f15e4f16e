/// Newsletters that people did subscribe to, sales included.
enum NewsletterMail {
  static let theme = Theme(
    share: 7, manner: .automatic, topics: [sale, magazine, museum, charity, garden])

  private static let sale = Topic(
    subjects: [
      "{season} sale at {the company}", "{10-70} % off all {clothes}", "new: {colour} {goods}s",
      "only until {day}",
      "for our regular customers", "free shipping this week",
    ],
    sentences: [
      "Our {season} sale begins on {date} at {time}, online and in {street}.",
      "Save {percent} on every {goods}, {goods} and {goods}.",
      "The {colour} {goods} made of {material} now costs {small} instead of {amount}.",
      "As a member of our club you get free shipping with the code {code}.",
      "Only while stocks last, so order soon: {weblink}",
      "{name} from our shop in {town} recommends the {material} {goods}.",
      "Click here for the best offers of the week.",
      "Bring an old {clothes} and get {small} off a new one.",
      "We are open on {day} until {time}.",
    ])

  private static let magazine = Topic(
    subjects: [
      "{the subject} weekly {1-400}", "your {month} issue", "the morning letter",
      "news from {the city}", "reading for {day}",
    ],
    sentences: [
      "In this issue: {lesson}, {lesson} and an interview with a {job} from {country}.",
      "Why {abstract} matters more than {abstract}, by {name} {surname}.",
      "Elections in {country}: {smallnumber} parties want to govern, none wants to govern alone.",
      "The stock market in {city} fell by {percent}, oil rose, gold stayed where it was.",
      "Our {job} has tested {smallnumber} {goods}s; the cheapest one won.",
      "Readers ask: how do I get {grocery} out of {material}?",
      "Read more: {weblink}",
      "The {lesson} quiz: the winner gets {gift}.",
      "A subscription costs {small} a month, the first four weeks are free.",
    ])

  private static let museum = Topic(
    subjects: [
      "what's on in {month}", "exhibition: {the lesson}", "theatre programme",
      "{season} at the museum", "tickets from {date}",
    ],
    sentences: [
      "From {date} we show {10-300} pictures on {the lesson} in {room}.",
      "Guided tours in English and {subject} on {day} at {time}.",
      "The orchestra of {city} plays on {date}; tickets from {small}.",
      "Children under {6-18} get in free.",
      "Friends of the museum see the exhibition one day earlier.",
      "The café serves {dish} and {dish}.",
      "Book online: {weblink}",
      "{name} {surname} talks about {lesson} in {country}.",
    ])

  private static let charity = Topic(
    subjects: [
      "our work in {country}", "members' letter", "volunteers needed in {the town}",
      "thank you for your gift", "petition update",
    ],
    sentences: [
      "Thank you for your gift of {small}, which pays for {10-90} school meals in {country}.",
      "{10-900} volunteers planted {tree} trees along the {vehicle} line.",
      "Our appeal for {the town} has raised {amount} so far.",
      "You can donate online in {smallnumber} minutes: {weblink}",
      "The next meeting of members is on {date} in {venue}.",
      "We need drivers on {day} and somebody who can {errand}.",
      "{name}, {12-90}, has helped us for {2-30} years.",
      "Please forward this letter to a friend.",
    ])

  private static let garden = Topic(
    subjects: [
      "the {month} garden", "{the hobby} tips", "seeds, bulbs and {the grocery}",
      "{the dish} for {season}", "letter from the farm",
    ],
    sentences: [
      "Now is the time to sow {grocery} and {the grocery}.",
      "Against slugs only {abstract} helps, and getting up early.",
      "The vegetable box of this week: {grocery}, {grocery}, {grocery}.",
      "Recipe: {the dish} with {grocery} for {smallnumber}.",
      "Our seeds are on offer, {small} for {3-12} packets.",
      "On {date} the farm is open to all, with {animal}s and {dish}.",
      "The {weather} in {month} was hard on the {grocery}.",
      "To change your order log in to your account by {day}: {weblink}",
    ])
}
