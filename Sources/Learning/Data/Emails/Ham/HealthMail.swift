/// The doctor, the dentist, the real pharmacy.
enum HealthMail {
  static let theme = Theme(
    share: 3, manner: .automatic, topics: [appointment, prescription, insurance])

  private static let appointment = Topic(
    subjects: [
      "your appointment on {date}", "dentist {the day} {time}", "check-up", "appointment moved",
      "test results",
    ],
    sentences: [
      "Your appointment with {title} {surname} is on {date} at {time}.",
      "Please bring your insurance card and a list of your {medicine}.",
      "If you cannot come, call {phone} a day before.",
      "Your test results are {fine}; no new {medicine} needed.",
      "For the {ailment}: rest, tea, and call again if it is not better by {day}.",
      "The practice is closed from {date} to {date}.",
      "It is {smallnumber} years since your last check-up.",
      "The {body} may hurt for {smallnumber} days, which is normal.",
    ])

  private static let prescription = Topic(
    subjects: [
      "your prescription is ready", "prescription {code}", "repeat prescription",
      "your {the medicine} has arrived",
    ],
    sentences: [
      "Your prescription for {the medicine} is ready at our pharmacy in {street}.",
      "Please collect it by {date}, between {time} and {time}.",
      "The doctor has changed the dose to {1-3} tablets a day.",
      "Your share of the price is {small}.",
      "Do not take it together with {medicine} or {grocery}.",
      "Our {season} offers: {medicine} for {ailment}, {percent} off.",
      "Delivery is free for patients over {60-80}.",
      "Order your next repeat online: {weblink}",
      "Any side effects? Talk to {title} {surname} in the shop.",
    ])

  private static let insurance = Topic(
    subjects: [
      "your claim {code}", "policy {code}", "health course in {month}", "your new card",
    ],
    sentences: [
      "We have received your claim {code} for {amount}.",
      "We pay {percent} of the bill for the {body} treatment.",
      "The money will be in your account within {5-30} days.",
      "A course against {ailment} starts on {date} in {venue}; members take part for free.",
      "Your monthly rate stays at {small} next year.",
      "Your new card is on its way to {address}.",
      "Please tell us if you have changed your bank or address.",
      "Questions? {name} {surname} is there for you on {phone}.",
    ])
}
