/// Friends who make plans, borrow things, pass things on.
enum FriendsMail {
  static let theme = Theme(
    share: 8, manner: .friendly, topics: [evening, borrowed, recommendation, catchingUp, moving])

  private static let evening = Topic(
    subjects: [
      "{the day} night?", "{event} at {venue}", "cinema", "dinner {the day}", "who is in?",
      "tickets for {the day}",
    ],
    sentences: [
      "Do you fancy a {event} at {venue} on {the day}?",
      "{name} and {name} are in, {name} has to work.",
      "We meet at {time} in front of {venue}.",
      "I have {smallnumber} tickets for the {event}, {small} each, no hurry with the money.",
      "I am on a diet since {day}, so only {dish} for me.",
      "The last {vehicle} leaves at {time}, but you can sleep on our sofa.",
      "Bring your {goods} and a {dish} if you like.",
      "If there is {weather} we stay in and play cards.",
      "Last time was so much fun, I laughed until my {body} hurt.",
    ])

  private static let borrowed = Topic(
    subjects: [
      "my {the goods}", "can I borrow your {the goods}?", "your {the goods}",
      "selling my {the goods}",
      "anybody want a {the goods}?",
    ],
    sentences: [
      "Do you still have my {the goods}? I need it on {day}.",
      "I am giving away a {colour} {the goods}, hardly used, for free.",
      "It is {size} and fits into a small car.",
      "{name} offered {small} for it, but you come first.",
      "I bought a cheaper one online and now I have two.",
      "You can collect it any evening after {time}, the address is {address}.",
      "I promise to bring it back before {date}, cleaned.",
      "Sorry that it took so long, {relative} had put it into the {houseroom}.",
    ])

  private static let recommendation = Topic(
    subjects: [
      "you must read this", "thought of you", "a link for {the name}", "{hobby}", "funny",
      "recipe for {the dish}", "interesting article",
    ],
    sentences: [
      "I saw this and thought of you: {weblink}",
      "It is about {hobby}, and the part on {lesson} is {fine}.",
      "The recipe for {the dish} is below: {grocery}, {grocery}, {grocery} and a lot of {grocery}.",
      "Bake it for {20-90} minutes and do not open the oven.",
      "{name} swears by it, {name} hates it.",
      "The book costs {small}, but the library in {town} has it too.",
      "The online course is free and takes {smallnumber} hours.",
      "Have you heard the new record? It reminds me of {city} in {1970-2020}.",
      "Tell me what you think of it.",
    ])

  private static let catchingUp = Topic(
    subjects: [
      "hello from {the city}", "how was {city}?", "still alive", "old times", "found your address",
      "greetings from {country}",
    ],
    sentences: [
      "I got your address from {name}, I hope you do not mind.",
      "We have lived in {the city} for {2-20} years now, I work as {job} at {company}.",
      "Do you still do {hobby}? I gave it up for {hobby}.",
      "{name} married {name} last {season}, can you believe it?",
      "Last week I {activity} and thought of our time in {town}.",
      "Money is tight, but life is {fine}.",
      "If you ever come to {country}, stay with us, there is a room free.",
      "Call me, my number is {phone}.",
    ])

  private static let moving = Topic(
    subjects: [
      "we are moving!", "new address", "help on {the day}?", "boxes", "housewarming",
    ],
    sentences: [
      "We are moving to {street} in {town} on {date}, at last.",
      "Could you help us carry the {goods} and the {goods} on {the day}? There will be {dish}.",
      "We need {10-60} boxes, a van and strong friends.",
      "The mortgage took {smallnumber} months and {10-90} pages of paper.",
      "The {houseroom} is {colour} now, {name} chose the paint.",
      "The new address from {date} on: {address}.",
      "Our phone number stays the same: {phone}.",
      "On {date} we have a small {event}, bring nothing but a good mood.",
    ])
}
