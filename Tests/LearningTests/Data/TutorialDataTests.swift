import Crypto
import Foundation
import Learning
import Randomness
import Testing

@Suite(
  "The tutorial's data",
  .enabled(if: SpamData.isAvailable, "needs spam_ham_dataset.csv and tutorial_reference.json"))
struct TutorialDataTests {
  private let dataset: Dataset
  private let split: Split
  private let tutorial: SpamData.Tutorial

  init() throws {
    dataset = try SpamData.dataset()
    var unused = RandomState(seed: 0)
    split = try Split(
      of: dataset, testShare: 0.2, validationShare: 0.2, stratify: true, seed: 42, drawing: &unused)
    tutorial = try SpamData.tutorial()
  }

  @Test func readsEveryMail() {
    #expect(dataset.rowCount == 5171)
    #expect(dataset.labels?.classes == ["0", "1"])
    #expect(dataset.labels?.counts == [3672, 1499])
    #expect(dataset.preview.columns == ["Unnamed: 0", "label", "text", "label_num"])
    #expect(dataset.preview[0, 0] == "605")
  }

  private struct PandasTable: Decodable {
    let columns: [String]
    let rows: Int
    let sha256: String
  }

  @Test func hasEveryCellThatPandasReads() throws {
    let expected = try #require(try FrozenCases<PandasTable>.load("spamrows").first)
    let table = try TextTable(parsing: try SpamData.bytes())
    #expect(table.header == expected.columns)
    #expect(table.rowCount == expected.rows)
    var digest = SHA256()
    for row in 0..<table.rowCount {
      for column in 0..<table.columnCount {
        table.withUTF8(row: row, column: column) { cell in
          withUnsafeBytes(of: UInt64(cell.count).littleEndian) { digest.update(bufferPointer: $0) }
          digest.update(bufferPointer: UnsafeRawBufferPointer(cell))
        }
      }
    }
    #expect(digest.finalize().map { String(format: "%02x", $0) }.joined() == expected.sha256)
  }

  @Test func splitsLikeTheTutorial() {
    #expect(split.trainRows == tutorial.splits.train)
    #expect(split.validationRows == tutorial.splits.dev)
    #expect(split.testRows == tutorial.splits.test)
  }

  @Test func learnsTheTutorialsVocabularyAndWeights() throws {
    let settings = TFIDFSettings(maxFeatures: 2000, stopWords: .english, ties: .numpy)
    let features = try Features(of: dataset.texts, in: split, settings: settings)
    #expect(features.vectorizer.vocabulary == tutorial.vocabulary)
    #expect(features.vectorizer.tiedWords.count == 67)
    for (ours, theirs) in zip(features.vectorizer.idf, tutorial.idf) {
      #expect(abs(ours - theirs) <= 4e-16 * theirs)
    }
    let train = features.matrix(of: .train)
    #expect([train.rows, train.columns] == tutorial.tfidf.shape)
    #expect(train.nonzeroCount == tutorial.tfidf.nnz)
    let firstRow = Dictionary(
      uniqueKeysWithValues: (0..<train.rowStarts[1]).map {
        ("\(train.columnIndices[$0])", train.elements[$0])
      })
    #expect(firstRow.keys == tutorial.tfidf.row0.keys)
    for (column, weight) in tutorial.tfidf.row0 {
      #expect(abs((firstRow[column] ?? 0) - weight) <= 1e-15)
    }
    let sums = [Part.train, .validation, .test].map {
      features.matrix(of: $0).elements.reduce(0, +)
    }
    let theirs = [tutorial.tfidf.sum, tutorial.tfidf.sum_dev, tutorial.tfidf.sum_test]
    for (sum, theirSum) in zip(sums, theirs) { #expect(abs(sum - theirSum) <= 1e-12 * theirSum) }
  }

  @Test func keepsOtherWordsWhenTiesAreAlphabetical() throws {
    let settings = TFIDFSettings(maxFeatures: 2000, stopWords: .english)
    let (vectorizer, _) = try TFIDFVectorizer.fit(
      on: dataset.texts, rows: split.trainRows, settings: settings)
    let lost = Set(tutorial.vocabulary).subtracting(vectorizer.vocabulary)
    #expect(lost == ["style", "tirr", "tv", "understands", "unless", "unlimited", "wrong"])
    #expect(lost.isSubset(of: vectorizer.tiedWords))
  }
}

extension Dataset {
  /// The texts of a data set that has them.
  var texts: TextColumn {
    if case .text(let column, _) = inputs { column } else { TextColumn() }
  }
}
