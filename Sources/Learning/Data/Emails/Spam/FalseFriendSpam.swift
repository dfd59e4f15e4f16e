/// Spam in the voice of a colleague or a friend.
enum FalseFriendSpam {
  static let theme = Theme(share: 1, manner: .friendly, topics: [meeting, stranger, shortLink])

  private static let meeting = Topic(
    subjects: [
      "re: our meeting yesterday", "your question about {the project}", "the {document} you wanted",
      "{day}?", "as discussed", "minutes of {day}",
    ],
    sentences: [
      "It was good to see you at the meeting in {room} yesterday.",
      "As I promised {name}, here is the link to the {document}: {weblink}",
      "{name} from {department} makes {amount} a month on the side with this.",
      "It is free and without risk, just click here: {weblink}",
      "I ordered my {medicine} there too, cheap, fast and guaranteed.",
      "Tell {name} that the offer expires on {day}, so order now.",
      "Let us talk about {the project} when you have seen it.",
      "Sorry for the short note, I am on the {vehicle} to {town}.",
    ])

  private static let stranger = Topic(
    subjects: [
      "do you remember me?", "hello from {the city}", "is this still your address?",
      "we met in {the town}", "a letter for {the name}",
    ],
    sentences: [
      "I do not know if you remember me, we met in {the town} in {month}.",
      "My name is {the sender}, I am {20-50} and work as {job} in {city}.",
      "I like {hobby}, {sport} and long walks with my {animal}.",
      "I saw your profile and felt {feeling} at once.",
      "Click here to see my pictures, it is free: {weblink}",
      "I would love to visit you, but the ticket from {country} costs {amount}.",
      "My family is poor, and I trust you: send the money to {mailbox}.",
      "Are you on your own in {season}, as I am?",
    ])

  private static let shortLink = Topic(
    subjects: [
      "hi", "look", "{the name}, see this", "wow", "you are in it!", "{file}", "photos of {day}",
    ],
    sentences: [
      "Is this you on the picture?",
      "Here: {weblink}",
      "I could not stop laughing, {name} too.",
      "Click here, it is free: {weblink}",
      "You will not believe it, act now before it is gone!",
      "Log in with your mail password.",
      "Send it on to {smallnumber} friends.",
    ])
}
