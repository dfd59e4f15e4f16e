/// How a kind of sender writes: how mails begin and end, and how carefully they are typed.
struct Manner: Sendable {
  let greetings: [String]
  let closings: [String]
  let signatures: [String]
  let footers: [String]

  /// What it likes to add.
  let remarks: [String]

  /// Per cent of mails that answer or pass on another, and quote it.
  let replies: Int

  /// Per cent of mails that add a remark.
  let remarking: Int

  /// Per cent of mails typed in a hurry.
  let haste: Int

  /// Per cent of mails without any capital letter.
  let lowercase: Int
}
