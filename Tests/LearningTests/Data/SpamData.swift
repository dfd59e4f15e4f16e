import Foundation
import Learning

/// The tutorial's e-mails and the numbers of its NumPy code, which lie outside the package.
enum SpamData {
  private static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  private static var table: URL {
    ProcessInfo.processInfo.environment["LECTERN_SPAM_CSV"].map { URL(filePath: $0) }
      ?? shared.appending(path: "data/spam_ham_dataset.csv")
  }

  private static var reference: URL {
    ProcessInfo.processInfo.environment["LECTERN_TUTORIAL_REFERENCE"].map { URL(filePath: $0) }
      ?? shared.appending(path: "reference/tutorial_reference.json")
  }

  /// Whether both files are there; tests that need them are reported as skipped otherwise.
  static var isAvailable: Bool {
    [table, reference].allSatisfy { FileManager.default.fileExists(atPath: $0.path) }
  }

  static func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: table))
  }

  /// The e-mails with the labels 0 and 1.
  static func dataset() throws -> Dataset {
    try Dataset(
      table: TextTable(parsing: bytes()), text: "text", answer: .label("label_num"),
      source: DataSource(name: "spam_ham_dataset.csv"))
  }

  /// What the tutorial's own code computes from them, with NumPy's scalar sort.
  static func tutorial() throws -> Tutorial {
    try JSONDecoder().decode(Tutorial.self, from: Data(contentsOf: reference))
  }

  struct Tutorial: Decodable {
    struct Splits: Decodable {
      let train, dev, test: [Int]
    }
    struct TFIDF: Decodable {
      let shape: [Int]
      let nnz: Int
      let row0: [String: Double]
      let sum: Double
      let sum_dev: Double
      let sum_test: Double
    }
    let splits: Splits
    let vocabulary: [String]
    let idf: [Double]
    let tfidf: TFIDF
  }
}
