import Randomness

/// A corpus of mails.
struct Emails: BuiltinSet {
  static let name = "emails"
  static let options: [BuiltinOption] = [.rows, .spamShare, .seed, .text, .label]
  static let drawsRandomNumbers = false
  static let textColumns = ["label", "text", "label_num"]
  /// A mail takes some thousand choices of words.
  static let multiplyAddsPerInput = 20_000.0
  static let bytesPerInput = 2_000.0

  let given: any BuiltinOptionValues
  var rows: Int { given.rows ?? 5171 }
  let inputs = BuiltinInputs.text
  var classes: [String] { label == "label_num" ? ["0", "1"] : ["ham", "spam"] }
  private var label: String { given.label ?? "label" }
  private var spamShare: Double { given.spamShare ?? 0.29 }

  /// Mails of one class only would leave nothing to tell apart.
  var mistake: BuiltinMistake? {
    let spam = EmailCorpus.spamCount(of: rows, spamShare: spamShare)
    guard spam == 0 || spam == rows else { return nil }
    let mails = rows == 1 ? "1 mail" : "\(rows) mails"
    return BuiltinMistake(
      message: "of \(mails), \(spam == 0 ? "none" : "all") would be spam",
      option: given.spamShare == nil ? .rows : .spamShare)
  }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .emails(
      count: rows, spamShare: spamShare, seed: UInt32(clamping: given.seed ?? 0),
      text: given.text ?? "text", label: label, isCancelled: isCancelled)
  }
}

extension Dataset {
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
      table: TextTable(header: Emails.textColumns, cells: cells), text: text, answer: .label(label),
      source: DataSource(name: Emails.sourceName, seed: seed))
  }
}
