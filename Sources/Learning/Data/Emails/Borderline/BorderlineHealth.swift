/// Reminders about pills and courses.
enum BorderlineHealth {
  static let refill = Topic(
    subjects: [
      "your refill", "{medicine} reminder", "refill {code}", "time to reorder", "your pharmacy",
    ],
    sentences: [
      "It is time to reorder your {the medicine}.",
      "Your last pack will be empty {soon}.",
      "You pay {small} for {the medicine} this month and save {percent}.",
      "Order online and we ship the same day: {weblink}",
      "Shipping is free for orders above {small}.",
      "Our pharmacist {name} {surname} is there for you.",
      "Your health matters to us.",
    ],
    genuine: [
      "Dr {surname} in {street} has signed the repeat prescription.",
      "You can also collect it at our shop in {street}, next to {venue}.",
    ],
    fake: [
      "You do not need a prescription any more.",
      "Three packs are cheaper than one, and the box is plain.",
    ])

  static let course = Topic(
    subjects: [
      "feel better in {month}", "a lighter {season}", "your health plan", "{ailment}: what helps",
    ],
    sentences: [
      "Do you want to lose a little weight before {season}?",
      "Our plan helps with {ailment} and {ailment}.",
      "{name} lost {5-20} pounds and sleeps better.",
      "You eat {grocery}, {grocery} and even {dish}.",
      "The first week is free, after that it costs {small}.",
      "Register here: {weblink}",
      "The offer is valid until {date}.",
    ],
    genuine: [
      "We meet on {day}s at {time} in {venue}, with your instructor {name}.",
      "Members of the club know the plan from last {season}.",
    ],
    fake: ["Works without sport, guaranteed.", "Doctors do not want you to know this."])
}
