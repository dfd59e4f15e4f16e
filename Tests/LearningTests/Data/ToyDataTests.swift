import Learning
import Randomness
import Testing

@Suite("Built-in data")
struct ToyDataTests {
  struct Case: Decodable {
    let kind: String
    let rows: Int
    let columns, classes: Int?
    let noise, factor: Double?
    let seed: UInt32
    let points: [Double]
    let labels: [Int]
    let next: Int
  }

  @Test func areThoseOfScikitLearnAndNumPy() throws {
    for frozen in try FrozenCases<Case>.load("toydata") {
      var stream = RandomState(seed: frozen.seed)
      let dataset = try made(as: frozen, drawing: &stream)
      let elements = try #require(dataset.matrix(of: Array(0..<frozen.rows))?.elements)
      #expect(elements.count == frozen.points.count)
      for (ours, theirs) in zip(elements, frozen.points) {
        #expect(abs(ours - theirs) <= 1e-15 * max(1, abs(theirs)))
      }
      #expect(dataset.labels.indices == frozen.labels)
      #expect(stream.integer(below: 1 << 31) == frozen.next, "both took the same number of draws")
    }
  }

  private func made(as frozen: Case, drawing stream: inout RandomState) throws -> Dataset {
    let rows = frozen.rows
    switch frozen.kind {
    case "circles":
      return .circles(
        rows: rows, noise: frozen.noise, factor: try #require(frozen.factor), drawing: &stream)
    case "moons":
      return .moons(rows: rows, noise: frozen.noise, drawing: &stream)
    case "blobs":
      return .blobs(
        rows: rows, columns: try #require(frozen.columns), classes: try #require(frozen.classes),
        noise: try #require(frozen.noise), drawing: &stream)
    case "spiral":
      return .spiral(
        rows: rows, classes: try #require(frozen.classes), noise: try #require(frozen.noise),
        drawing: &stream)
    default:
      return .gaussian(
        rows: rows, columns: try #require(frozen.columns), classes: try #require(frozen.classes),
        drawing: &stream)
    }
  }

  @Test func xorIsTheFourPoints() {
    let points = Dataset.xor.matrix(of: [0, 1, 2, 3])?.elements
    #expect(points == [0, 0, 0, 1, 1, 0, 1, 1])
    #expect(Dataset.xor.labels.indices == [0, 1, 1, 0])
    #expect(Dataset.xor.source.name == "builtin:xor")
  }

  @Test func gaussianDataHaveAllTheirClassesEvenIfNoRowIsInOne() {
    var stream = RandomState(seed: 0)
    let dataset = Dataset.gaussian(rows: 1, columns: 1, classes: 3, drawing: &stream)
    #expect(dataset.labels.classes == ["0", "1", "2"])
  }
}
