/// Links, job offers and requests for help from somebody who may be a friend.
enum BorderlinePeople {
  static let link = Topic(
    subjects: ["look at this", "for you", "{the name}", "thought of you", "a link", "hi"],
    sentences: [
      "I saw this and thought of you: {weblink}",
      "{name} sent it to me, it is {fine}.",
      "It takes {smallnumber} minutes, and it is free.",
      "We talked about it, do you remember?",
      "The part about {abstract} is the best.",
      "Tell me what you think.",
      "Maybe {name} would like it too.",
    ],
    genuine: [
      "See you at the {event} on {day}, {relative} sends love.",
      "And give me my {goods} back!",
    ],
    fake: [
      "You can make {amount} a week with it.",
      "Just log in with your mail password.",
    ])

  static let recruiter = Topic(
    subjects: [
      "{job} wanted", "a position in {the town}", "your profile", "job {code}",
      "are you looking for a change?",
    ],
    sentences: [
      "I found your profile and think that you would be a good {job}.",
      "{the company} in {the town} is looking for people like you.",
      "The salary is {amount} and you can work from home on {smallnumber} days.",
      "Experience in {industry} is welcome, but no condition.",
      "Please send me your resume or call {phone}.",
      "More about the position: {weblink}",
      "The place is to be filled {soon}.",
    ],
    genuine: [
      "{name} {surname}, with whom you worked at {company}, gave me your name.",
      "The interview would be with the head of {department} in {room}.",
    ],
    fake: [
      "You receive payments in your account and keep {percent}.",
      "Register with {small}, you get it back with your first pay.",
    ])

  static let stranded = Topic(
    subjects: ["can you help me?", "a favour", "urgent", "in {the city}", "are you there?"],
    sentences: [
      "I am in {the city} and have a small problem.",
      "My wallet and phone are gone, I write from the {lodging}.",
      "Could you lend me {amount} until {day}?",
      "I will pay it back as soon as I am home.",
      "The {vehicle} leaves {soon}.",
      "I cannot phone, so please answer by mail.",
      "Sorry to ask you this.",
    ],
    genuine: [
      "{relative} is with me and the {animal} is with {name}, so do not worry.",
      "Leave it with {name} at {venue}, as you did last {season}.",
    ],
    fake: [
      "Transfer it to the {official} named below, he holds it for me.",
      "Buy voucher cards and send me the codes.",
    ])

  static let appeal = Topic(
    subjects: [
      "help for {the town}", "after the {weather} in {country}", "please give", "our appeal",
      "{smallnumber} minutes of your time",
    ],
    sentences: [
      "After the {weather} many families in {country} have lost everything.",
      "With {small} we can feed a family for {smallnumber} days.",
      "So far {amount} has been given.",
      "Please donate here: {weblink}",
      "Every gift counts, whatever its size.",
      "{title} {surname} is on the spot and reports.",
      "Please pass this mail on to your friends.",
    ],
    genuine: [
      "Thank you for your gift last {season}, the receipt is on its way.",
      "The collection box stands in {venue} until {date}.",
    ],
    fake: [
      "You can send cash to our agent, {title} {surname}, {mailbox}.",
      "Half of what you give comes back to you as a reward.",
    ])
}
