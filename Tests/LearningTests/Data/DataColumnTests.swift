import Foundation
import Learning
import Testing

@Suite("Columns of a data set by name")
struct DataColumnTests {
  private static let table = "kind,size,y\na,1,p\nb,,q\n,3,p\na,4,q\n"

  private func dataset(_ missing: MissingCells, _ text: String = table) throws -> Dataset {
    try Dataset(
      table: TextTable(parsing: Array(text.utf8)), categories: ["kind"], answer: .label("y"),
      missing: missing, source: DataSource(name: "test.csv"))
  }

  @Test func areTheInputsOfTheSourceAndTheAnswers() throws {
    let dataset = try dataset(.zero)
    #expect(
      dataset.inputColumns == [
        DataColumn(name: "kind", categories: ["a", "b"]), DataColumn(name: "size"),
      ])
    #expect(dataset.answerColumns == [DataColumn(name: "y", categories: ["p", "q"])])
    #expect(dataset.inputColumns.flatMap(\.inputNames) == ["kind=a", "kind=b", "size"])
    #expect(dataset.values(ofColumn: "z", rows: [0]) == nil)
  }

  @Test(
    "lack what was missing, whatever is filled in", arguments: [MissingCells.zero, .mean, .median])
  func gaps(_ missing: MissingCells) throws {
    let whole = try dataset(missing)
    let part = try Split(
      of: whole, trainRows: [3, 0, 1], validationRows: [], testRows: [2]
    ).dataset
    for dataset in [
      whole, part, try JSONDecoder().decode(Dataset.self, from: JSONEncoder().encode(whole)),
    ] {
      #expect(dataset.values(ofColumn: "size", rows: [3, 1, 0]) == .numbers([4, nil, 1]))
      #expect(
        dataset.values(ofColumn: "kind", rows: [0, 1, 2, 3])
          == .categories([0, 1, nil, 0], names: ["a", "b"]))
      #expect(
        dataset.values(ofColumn: "y", rows: [1, 2]) == .categories([1, 0], names: ["p", "q"]))
    }
  }

  @Test func ofTextsAreTheAnswersAlone() throws {
    let dataset = try Dataset(
      table: TextTable(parsing: Array("t,stars\ngood,5\nbad,1\n".utf8)), text: "t",
      answer: .targets(["stars"]), source: DataSource(name: "test.csv"))
    #expect(dataset.inputColumns == [] && dataset.answerColumns == [DataColumn(name: "stars")])
    #expect(dataset.values(ofColumn: "stars", rows: [1, 0]) == .numbers([1, 5]))
    #expect(dataset.values(ofColumn: "t", rows: [0]) == nil)
  }
}
