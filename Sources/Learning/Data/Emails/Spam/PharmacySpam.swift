/// Pills without a prescription, and miracles for the figure.
enum PharmacySpam {
  static let theme = Theme(share: 24, manner: .selling, topics: [pills, diet, energy])

  private static let pills = Topic(
    subjects: [
      "{medicine} without prescription", "save {percent} on {medicine}", "your pharmacy online",
      "meds {code}",
      "{drughead}{drugtail} {small}", "no more {ailment}", "cheap {medicine}", "refill?",
    ],
    sentences: [
      "[Why pay more|Tired of high prices]? Our online pharmacy has {medicine} from {small}.",
      "No prescription, no doctor, no questions asked.",
      "{drughead}{drugtail}, {drughead}{drugtail}, {drughead}{drugtail}: all brands, all in stock.",
      "We ship [worldwide|to any country|in a plain box] within {2-9} days.",
      "You save up to {percent} compared with your local store.",
      "Forget {ailment} and {ailment} [for ever|in {2-30} days].",
      "Order [today|now] and get {5-30} {medicine} for free: {weblink}",
      "Our {medicine} are made in {country} and as {fine} as the original.",
      "{10-900} thousand satisfied customers cannot be wrong.",
    ])

  private static let diet = Topic(
    subjects: [
      "lose {5-40} pounds by {season}", "{drughead}{drugtail} melts fat", "eat what you want",
      "new {clothes} size?",
      "the {city} diet", "her secret",
    ],
    sentences: [
      "Lose {5-40} pounds in {2-9} weeks without sport and without hunger.",
      "{drughead}{drugtail} burns fat while you sleep.",
      "{name} from {town} lost {10-60} pounds: I feel {fine} and wear my old {clothes} again!",
      "It is natural, made of {grocery} and {grocery} from {country}.",
      "Doctors in {city} are [amazed|speechless], the industry is furious.",
      "[Try it|Start] today, risk free, with our money back guarantee.",
      "The first bottle is free, you only pay {small} for shipping: {weblink}",
      "You do not have to give up {dish} or {dish}.",
      "This offer ends {soon}.",
    ])

  private static let energy = Topic(
    subjects: [
      "feel {15-35} again", "more energy for {the name}", "sleep like a {animal}",
      "hair again after {50-80}", "memory pill",
      "{ailment}? read this",
    ],
    sentences: [
      "Do you feel {feeling}, slow, without energy? It is not your age.",
      "Our {drughead}{drugtail} [drops|patch|formula] brings your youth back in {10-60} days.",
      "Hair grows, the {body} no longer hurts, the memory returns.",
      "{title} {surname} discovered the secret in {country}.",
      "Used by {job}s and champions in {sport}.",
      "One bottle {small}, three bottles only {small}, limited supply!",
      "See the proof with your own eyes: {weblink}",
      "If it does not work you get every cent back, guaranteed.",
      "Act now, your {relative} will [thank you|not believe it].",
    ])
}
