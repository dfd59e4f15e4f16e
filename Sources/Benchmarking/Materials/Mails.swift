import Foundation
import Learning
import Randomness
import Workers

/// A table of mails, and the tutorial's way of preparing it.
struct Mails {
  /// The columns of the table that peers read, too.
  static let columns = (label: "label", text: "text", number: "label_num")

  /// The file's rows.
  let table: TextTable

  /// Reads a table.
  ///
  /// - Throws: a sentence about what is wrong with the file.
  init(contentsOf file: URL) throws {
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: file))
    } catch {
      throw BenchProblem("cannot read \(file.path)")
    }
    do {
      table = try TextTable(parsing: bytes)
    } catch {
      throw BenchProblem("\(file.path) is no table: \(error)")
    }
    for column in [Self.columns.label, Self.columns.text, Self.columns.number]
    where !table.header.contains(column) {
      throw BenchProblem("\(file.path) is no table of mails: it has no column '\(column)'")
    }
  }

  /// Writes the built-in mails as a table.
  static func writeBuiltin(to file: URL) throws {
    try write(EmailCorpus.emails().map { ($0.isSpam, $0.text) }, to: file)
  }

  /// Writes the mails ten times over, each time with another ending to every tenth word.
  func writeTenfold(to file: URL) throws {
    guard let text = table.header.firstIndex(of: Self.columns.text),
      let label = table.header.firstIndex(of: Self.columns.label)
    else { throw BenchProblem("the mails have no columns 'text' and 'label'") }
    var mails: [(Bool, String)] = []
    for copy in 0..<10 {
      for row in 0..<table.rowCount {
        let mail = table.text(row: row, column: text)
        mails.append((table.text(row: row, column: label) == "spam", Self.changed(mail, copy)))
      }
    }
    try Self.write(mails, to: file)
  }

  /// The tutorial's three parts.
  func split() throws -> Split {
    var unused = RandomState(seed: 0)
    let data = try Dataset(
      table: table, text: Self.columns.text, answer: .label(Self.columns.label),
      source: DataSource(name: "mails"))
    return try Split(
      of: data, testShare: 0.2, validationShare: 0.2, stratify: true, seed: 42, drawing: &unused)
  }

  /// The tutorial's 2,000 words as features of a split.
  static func features(
    of split: Split, pool: WorkerPool = WorkerPool(threads: 1)
  ) throws -> Features {
    guard case .text(let texts, _) = split.dataset.inputs else {
      preconditionFailure("mails are texts")
    }
    return try Features(
      of: texts, in: split,
      settings: TFIDFSettings(maxFeatures: 2000, stopWords: .english, ties: .numpy),
      pool: pool)
  }

  private static func changed(_ text: String, _ copy: Int) -> String {
    if copy == 0 { return text }
    let ending = "abcdefghij".utf8.dropFirst(copy).prefix(1)
    var bytes: [UInt8] = []
    var words = 0
    var isInWord = false
    for byte in text.utf8 {
      let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      if isInWord && !isLetter {
        words += 1
        if words % 10 == 0 { bytes += ending }
      }
      bytes.append(byte)
      isInWord = isLetter
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ mails: [(isSpam: Bool, text: String)], to file: URL) throws {
    var csv = "\(columns.label),\(columns.text),\(columns.number)\n"
    for mail in mails {
      let text = mail.text.replacing("\"", with: "\"\"")
      csv += "\(mail.isSpam ? "spam" : "ham"),\"\(text)\",\(mail.isSpam ? 1 : 0)\n"
    }
    try Data(csv.utf8).write(to: file)
  }
}
