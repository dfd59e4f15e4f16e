/// Something to write about: a mail takes one subject and some of the sentences, in their order.
struct Topic: Sendable {
  let subjects: [String]
  let sentences: [String]

  /// What only the real sender of a borderline mail would add.
  let genuine: [String]

  /// What only an impostor would add.
  let fake: [String]

  init(
    subjects: [String], sentences: [String], genuine: [String] = [], fake: [String] = []
  ) {
    self.subjects = subjects
    self.sentences = sentences
    self.genuine = genuine
    self.fake = fake
  }
}
