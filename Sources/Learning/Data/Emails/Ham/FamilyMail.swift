/// Parents, grandparents, cousins.
enum FamilyMail {
  static let theme = Theme(
    share: 10, manner: .friendly, topics: [news, visit, errands, birthday, photos])

  private static let news = Topic(
    subjects: [
      "news from {the town}", "hello from {the relative}", "how are you?", "long time no mail",
      "{relative} is better", "our new {the animal}", "",
    ],
    sentences: [
      "How are you [all|both]? We are {feeling} and the {weather} has [stopped|started] at last.",
      "Your {the relative} {activity} on {day} and {activity} on {day}.",
      "{name} has a new job as {job} in {the town} and is very {feeling}.",
      "The {animal} ate half of the {dish} and looked {feeling} about it.",
      "My {body} is much better, the doctor says {smallnumber} more weeks.",
      "The {furniture} in the {houseroom} broke again, and {relative} is mending it.",
      "{name} has started {hobby}, so now everybody gets {goods}s made by hand.",
      "Do you remember {name} {surname} from {street}? We met in {venue}.",
      "The children miss you and ask when you will come.",
      "That is all the news; write soon.",
    ])

  private static let visit = Topic(
    subjects: [
      "{the day}", "coming to {the town}", "weekend in {month}", "christmas", "when do you arrive?",
      "are you free on {date}?", "the {season} holidays",
    ],
    sentences: [
      "We would love to see you in {the town} on {the day}, if you have time.",
      "The {vehicle} leaves at {time} and gets in at {time}; can {relative} pick us up?",
      "You can sleep in the {houseroom}, {relative} has bought a new mattress.",
      "I will cook {dish}, and {name} brings {dish}.",
      "Please bring warm {clothes}, there will be {weather}.",
      "{relative} and {relative} arrive on {day} with the {animal}.",
      "On {day} we could go to {venue}, it is free on Sundays.",
      "Tell me by {day} so that I know how much {grocery} to buy.",
      "If {date} is bad for you, what about {date}?",
    ])

  private static let errands = Topic(
    subjects: [
      "could you...", "shopping", "keys", "tonight", "{grocery}", "{relative}'s {goods}",
      "one more thing", "don't forget",
    ],
    sentences: [
      "Could you {errand} on your way home?",
      "We also need {grocery}, {grocery} and something for {name}.",
      "The key is under the {colour} pot, next to the {goods}.",
      "I will be late tonight, there is {dish} in the fridge.",
      "Remember to {errand}, I always forget.",
      "{relative} called and wants the {goods} back [some day|by {day}].",
      "The bill for the {furniture} came: {amount}! Can you transfer it from your account?",
      "I have put {small} on the {houseroom} table for {name}'s school trip.",
      "Did you {errand} or shall I?",
    ])

  private static let birthday = Topic(
    subjects: [
      "happy birthday {the name}!", "present for {the relative}", "{the relative}'s birthday",
      "thank you!",
      "the {the event}", "surprise, don't tell {the relative}",
    ],
    sentences: [
      "Happy birthday, dear {relative}, and many happy returns!",
      "Thank you so much for {gift}, it is just what I [wanted|needed].",
      "{the relative} will be {30-90} on {date} and we plan a {the event}.",
      "I thought of {gift}, if everybody gives {small}.",
      "{name} found a {watch} watch in a small shop, but it is far too expensive.",
      "Please do not say a word, it is a surprise.",
      "{name} makes the {dish}, {name} the music.",
      "There will be {10-60} of us, so we booked {venue} from {time}.",
      "Are you coming? Reply soon so that we can order.",
    ])

  private static let photos = Topic(
    subjects: [
      "photos", "pictures from {the city}", "{file}", "look at this", "the old album",
      "video of the {animal}",
    ],
    sentences: [
      "Here are the pictures from {the city}, there are {10-300} of them.",
      "You can see all of them here: {weblink}",
      "On the third one you see {relative} in {colour} {clothes} and me with the {goods}.",
      "{name} says I look {feeling} on every single one.",
      "The one with the {animal} is my favourite.",
      "The file was too big for a mail, so click on the link and download it.",
      "I found an old album with {relative} as a child in {town}, about {1930-1999}.",
      "Shall I print some for {relative}? It is {small} for fifty.",
    ])
}
