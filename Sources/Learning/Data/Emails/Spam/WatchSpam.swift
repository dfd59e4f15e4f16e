/// Replica watches, handbags and other things that shine.
enum WatchSpam {
  static let theme = Theme(share: 8, manner: .selling, topics: [watches, handbags, printing])

  private static let watches = Topic(
    subjects: [
      "{watch}", "a {watch} for {small}", "replica watches", "luxury for less",
      "time for a new watch", "{season} gift idea",
    ],
    sentences: [
      "A {watch} costs {amount}. Ours costs {small}, and nobody sees the difference.",
      "Every replica has the weight, the sound and the logo of the original.",
      "{watch}, {watch}, {watch}: choose from {100-900} models.",
      "The perfect gift for your {relative} or for yourself.",
      "Steel, gold or {material}, in a {colour} box.",
      "Visit our shop: {weblink}",
      "Free shipping if you buy two, {percent} off if you buy three.",
      "Look like a {job}, pay like a student.",
      "Delivery {soon}, also to {country}.",
    ])

  private static let handbags = Topic(
    subjects: [
      "designer {clothes}", "handbags from {small}", "{percent} off luxury {clothes}",
      "outlet: {brand}", "you deserve it, {the name}",
    ],
    sentences: [
      "Designer {clothes} and handbags straight from the factory in {country}.",
      "{brand} {clothes}, {material}, {colour}: {small} instead of {amount}.",
      "Even a {job} in {city} could not tell ours from the real thing.",
      "Sizes for everybody, returns accepted.",
      "Everything must go [by {date}|this week]: {weblink}",
      "New in our shop: {brand} {goods}s and {brand} jewellery.",
      "The first {10-90} customers get a {goods} as a gift.",
      "We accept all credit cards.",
    ])

  private static let printing = Topic(
    subjects: [
      "ink {percent} cheaper", "toner for your printer", "cartridges {small}",
      "free {goods} with every order", "satellite tv",
    ],
    sentences: [
      "Stop paying too much for ink and toner!",
      "Our cartridges fit every printer and cost {small}.",
      "{percent} cheaper than in the store, with guarantee.",
      "With your order you get a {colour} {goods} for free.",
      "All channels, all films, no monthly bill: the box costs {small}.",
      "Order before {date} and shipping is free: {weblink}",
      "Schools and offices get another {percent} off.",
      "Supply is limited to {100-900} pieces.",
    ])
}
