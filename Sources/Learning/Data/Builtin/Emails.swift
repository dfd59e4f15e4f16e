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
  /// - Throws: a column that the table does not have.
  public static func emails(
    count: Int, spamShare: Double, seed: UInt32, text: String = "text", label: String = "label"
  ) throws(DatasetError) -> Dataset {
    var cells = TextColumn()
    for email in EmailCorpus.emails(count: count, spamShare: spamShare, seed: seed) {
      cells.append(email.isSpam ? "spam" : "ham")
      cells.append(email.text)
      cells.append(email.isSpam ? "1" : "0")
    }
    return try Dataset(
      table: CSVTable(header: emailColumns, cells: cells), text: text, answer: .label(label),
      source: DataSource(name: "builtin:emails", seed: seed))
  }
}
