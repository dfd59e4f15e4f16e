/// A corner of life that sends mail.
struct Theme: Sendable {
  /// How many mails of its class it sends, relative to the other themes.
  let share: Int
  let manner: Manner
  let topics: [Topic]

  init(share: Int, manner: Manner, topics: [Topic]) {
    self.share = share
    self.manner = manner
    self.topics = topics
  }
}
