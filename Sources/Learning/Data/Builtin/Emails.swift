extension Dataset {
  /// The columns of the table of mails.
  public static let emailColumns = ["label", "text", "label_num"]

  /// The built-in corpus of mails, as a table with the columns `label` (ham or spam), `text` and `label_num` (0 or 1).
  ///
  /// - Parameters:
  ///   - count: the number of mails, at least 1.
  ///   - spamShare: the share of spam, 0...1.
  ///   - seed: equal seeds give equal mails.
  ///   - text: the column that is the input.
  ///   - label: the column that holds the class.
  /// - Throws: `DatasetError` for a column that the table does not have, and `CancellationError` soon after `isCancelled`,
  ///   asked about every millisecond, says so.
  public static func emails(
    count: Int, spamShare: Double, seed: UInt32, text: String = "text", label: String = "label",
    isCancelled: () -> Bool = { false }
  ) throws -> Dataset {
    var cells = TextColumn()
    var pace = CancellationPace()
    for email in CorpusWriter(count: count, spamShare: spamShare, seed: seed) {
      // A mail takes some thousand choices of words.
      try pace.spend(1024, isCancelled: isCancelled)
      cells.append(email.isSpam ? "spam" : "ham")
      cells.append(email.text)
      cells.append(email.isSpam ? "1" : "0")
    }
    return try Dataset(
      table: TextTable(header: emailColumns, cells: cells), text: text, answer: .label(label),
      source: DataSource(name: "builtin:emails", seed: seed))
  }
}
