/// Flats: rent, repairs, neighbours.
enum LandlordMail {
  static let theme = Theme(
    share: 4, manner: .businesslike, topics: [repair, rent, neighbours, viewing])

  private static let repair = Topic(
    subjects: [
      "{the furniture} in the {the houseroom}", "repair {date}", "plumber on {the day}",
      "no hot water",
      "flat {1-40}: {the furniture}",
    ],
    sentences: [
      "The {the furniture} in the {the houseroom} of flat {1-40} has been broken since {date}.",
      "The plumber comes on {the day} between {time} and {time}; will somebody be in?",
      "{company} will charge {amount}, which I shall pay of course.",
      "There is water on the floor and the {goods} got wet.",
      "Please send me a photo and the number on the {the furniture}.",
      "Until then please do not use the {furniture}.",
      "It is {smallnumber} years old and still under guarantee.",
      "The caretaker, {title} {surname}, has the key.",
    ])

  private static let rent = Topic(
    subjects: [
      "rent for {the month}", "your deposit", "new rent from {date}",
      "statement of costs {2003-2026}", "contract {the street}",
    ],
    sentences: [
      "The rent for {the month} has not reached my account yet.",
      "Perhaps the transfer got lost: it is {amount}, reference flat {1-40}.",
      "From {date} the rent rises by {percent} to {amount}.",
      "I return your deposit of {amount}, less {small} for the {furniture}.",
      "The heating cost {amount} this year; your share is {percent}.",
      "Please sign the {document} and send one copy back to {address}.",
      "If money is short this month, call me and we will find a way.",
      "The notice period is {smallnumber} months, to the end of {month}.",
    ])

  private static let neighbours = Topic(
    subjects: [
      "noise", "bicycles in the {the houseroom}", "the bins", "parcel for you",
      "house meeting {date}", "party on {the day}",
    ],
    sentences: [
      "The neighbours on the {floor} floor ask for quiet after {time}.",
      "Could you move the {goods} and the bicycles out of the {the houseroom}?",
      "I took a parcel from {company} for you, ring at number {1-40}.",
      "On {the day} we have a {event}; it may get loud, you are all invited.",
      "The {colour} bins are emptied on {day}s from {month} on.",
      "Somebody's {animal} visits our {houseroom} every night.",
      "The house meeting is on {date} at {time} in the {houseroom}.",
      "The {furniture} costs {amount}, divided by {smallnumber} flats.",
    ])

  private static let viewing = Topic(
    subjects: [
      "flat in {the street}", "viewing {the day} {time}", "your application",
      "is the flat still free?",
    ],
    sentences: [
      "Is the flat in {the street} still free? We are two and a {animal}.",
      "You can see it on {the day} at {time}, ring at {surname}.",
      "It has {2-6} rooms, a {houseroom} and a {poor} {furniture}.",
      "The rent is {amount} a month, the deposit {amount}.",
      "I work as {job} at {company} and play no instrument.",
      "The agent needs a {document} from your bank and a letter from your last landlord.",
      "The {houseroom} has just been painted {colour}.",
      "Others are interested too, so please decide by {day}.",
      "The home loan for the house next door came through, so they are moving out.",
    ])
}
