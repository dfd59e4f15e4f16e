/// The sports club, the choir, the allotment.
enum ClubMail {
  static let theme = Theme(
    share: 6, manner: .friendly, topics: [match, training, assembly, choir, allotment])

  private static let match = Topic(
    subjects: [
      "{the team} on {the day}", "match report", "we won!", "line-up", "cup draw",
      "away game in {the town}",
    ],
    sentences: [
      "On {the day} we play against {the team} in {the town}, kick-off at {time}.",
      "Line-up: {name}, {name}, {name}, {name}, and {name} on the bench.",
      "We won {3-9} to {0-2}, {name} scored {smallnumber} times!",
      "We lost, but the second half was {fine}.",
      "{name} has hurt a {body} and is out for {2-10} weeks.",
      "Cars leave from {venue} at {time}, who can drive?",
      "Please wash the {colour} shirts and bring them back on {day}.",
      "The prize money of {amount} goes into the new {goods}.",
      "Three more points and we are through to the final.",
    ])

  private static let training = Topic(
    subjects: [
      "training {the day}", "no {the sport} on {the day}", "new training times",
      "{the sport} course", "hall closed",
    ],
    sentences: [
      "Training on {the day} is at {time} instead of {time}.",
      "The hall is closed because of the {furniture}, so we meet in {venue}.",
      "{name} takes the beginners, I take the rest.",
      "Bring running shoes, a {goods} and enough to drink.",
      "The {sport} course has {smallnumber} free places, tell your friends.",
      "It costs {small} a month, the first lesson is free.",
      "Whoever wants to lose a little weight after christmas is welcome too.",
      "With {weather} we train indoors.",
    ])

  private static let assembly = Topic(
    subjects: [
      "annual meeting", "membership fees", "elections", "invitation {date}",
      "treasurer's {document}",
    ],
    sentences: [
      "You are invited to the annual meeting on {date} at {time} in {venue}.",
      "On the agenda: {document}, {document}, elections, the new {furniture}.",
      "The fee for {2003-2026} is {small}; please transfer it to the club account by {date}.",
      "{name} {surname} stands for treasurer, nobody else has dared so far.",
      "We have {100-900} members, {10-90} more than last year.",
      "The club has {amount} in the bank and owes {company} {amount}.",
      "Proposals must reach {name} {smallnumber} days before.",
      "Afterwards there is {dish} for everybody.",
    ])

  private static let choir = Topic(
    subjects: [
      "rehearsal {the day}", "concert in {the town}", "altos!", "sheet music", "programme {season}",
    ],
    sentences: [
      "The rehearsal on {the day} starts at {time} sharp, altos {time}.",
      "For the concert in {the town} please wear {colour} and {colour}.",
      "The sheet music is at {weblink}, print page {2-30} to {31-60}.",
      "{name} sings the solo, {name} turns the pages.",
      "Tickets are {small}, children are free.",
      "The piano in {venue} is {poor}, so {relative} brings one.",
      "We still have no bass; does anybody know a {job} with a deep voice?",
      "The recording sounds {fine}, listen to it here: {weblink}",
    ])

  private static let allotment = Topic(
    subjects: [
      "plot {1-99}", "{the grocery} harvest", "water from {date}", "working party {the day}",
      "{hobby} evening",
    ],
    sentences: [
      "The working party meets on {the day} at {time}; bring gloves and a {goods}.",
      "The water is turned on again on {date}.",
      "We have far too many {the grocery}, take as many as you like.",
      "Plot {1-99} is free from {month}; the rent is {small} a year.",
      "A {animal} has eaten {name}'s {grocery} once more.",
      "{name} talks about {hobby} on {day} at {venue}, with slides.",
      "The shed needs paint, {colour} or {colour}?",
      "Please close the gate, the {animal} is quick.",
    ])
}
