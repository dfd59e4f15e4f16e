/// School and university.
enum SchoolMail {
  static let theme = Theme(
    share: 6, manner: .businesslike, topics: [trip, homework, parents, thesis, festival])

  private static let trip = Topic(
    subjects: [
      "class trip to {the city}", "year {3-12} trip", "school trip {date}", "packing list",
      "coach times",
    ],
    sentences: [
      "On {date} class {3-12}{letter} goes to {the city} by {vehicle}.",
      "The trip costs {amount} for each child; help is available, just ask us in confidence.",
      "Please pay into the school account by {date}, with the name of your child.",
      "We meet at {time} in front of {venue}; the {vehicle} will not wait.",
      "Pack a raincoat, {clothes}, a {goods} and lunch, but no phone.",
      "We still need {smallnumber} parents to come along.",
      "{title} {surname} needs the signed form by {day}.",
      "Children with an allergy bring their {medicine} and a note.",
      "We return on {day} at about {time}, depending on the traffic.",
    ])

  private static let homework = Topic(
    subjects: [
      "{the subject} homework", "worksheet on {the lesson}", "{the subject} test on {day}", "marks",
      "project on {the lesson}",
    ],
    sentences: [
      "The {the subject} test on {date} covers {lesson}, {lesson} and {the lesson}.",
      "Exercises {1-20} to {21-40} on page {10-250} are due on {day}.",
      "I attach the worksheet on {the lesson} for everybody who was ill.",
      "{name} was {fine} today: the talk on {lesson} was the best of the class.",
      "Could {name} practise {lesson} for ten minutes a day?",
      "The solutions are at {weblink}, the password is the name of our {animal}.",
      "Group {2-9} presents {the lesson} with a model made of {material}.",
      "Late work loses {percent} of the points a day.",
    ])

  private static let parents = Topic(
    subjects: [
      "parents' evening {date}", "letter to parents", "year {2-12} information",
      "{the weather}: school closed",
      "lost property", "canteen",
    ],
    sentences: [
      "The parents' evening is on {date} at {time} in {room}.",
      "You can book ten minutes with each teacher online: {weblink}",
      "Because of the {the weather} the school stays closed on {day}.",
      "From {month} lunch costs {small}; {dish} is on {day}s.",
      "There are {smallnumber} {clothes}, a {goods} and {10-40} single gloves in the lost property box.",
      "A vote on the new {document} takes place at {time}.",
      "{title} {surname} takes over {subject} from {title} {surname}.",
      "If your details have changed, please update your account.",
    ])

  private static let thesis = Topic(
    subjects: [
      "thesis", "chapter {1-9}", "seminar on {the lesson}", "your essay", "extension?",
      "reading list {the subject}",
      "office hour {day}",
    ],
    sentences: [
      "I have read chapter {1-9} of your thesis on {the lesson} in {country}.",
      "The argument is {fine}, but the part on {lesson} is too long.",
      "Please cite {surname} and {surname} ({1950-2025}) and check the table on page {10-150}.",
      "The seminar on {lesson} moves to {room}, {day} {time}.",
      "My laptop died with the last version, could I have an extension until {date}?",
      "The library has {smallnumber} copies of {surname}, the rest is online.",
      "The grant pays {amount} for {smallnumber} months; the form is due on {date}.",
      "My office hour is on {day} at {time} in {room}.",
      "The diploma will be posted to your home in {month}.",
    ])

  private static let festival = Topic(
    subjects: [
      "summer fair", "cake stall", "school play", "volunteers wanted", "raffle prizes",
      "{season} concert",
    ],
    sentences: [
      "The {season} fair is on {date} from {time} at {venue}.",
      "We need {dish}, {dish} and people who wash up.",
      "First prize in the raffle is {gift}; the winner is drawn at {time}.",
      "Every ticket costs {small} and the money goes to the {subject} room.",
      "{name} plays the {animal}, and {name} the {job}.",
      "Rehearsals are on {day} and {day} in {the room}.",
      "Can anybody lend us a {goods}, a {goods} and {10-60} chairs?",
      "Last year we made {amount}, thanks to all of you.",
    ])
}
