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
      let dataset =
        if frozen.kind == "circles" {
          Dataset.circles(
            rows: frozen.rows, noise: frozen.noise, factor: frozen.factor ?? 0.8, drawing: &stream)
        } else {
          Dataset.gaussian(
            rows: frozen.rows, columns: frozen.columns ?? 0, classes: frozen.classes ?? 0,
            drawing: &stream)
        }
      let elements = try #require(dataset.matrix(of: Array(0..<frozen.rows))?.elements)
      #expect(elements.count == frozen.points.count)
      for (ours, theirs) in zip(elements, frozen.points) { #expect(abs(ours - theirs) <= 4e-16) }
      #expect(dataset.labels.indices == frozen.labels)
      #expect(stream.integer(below: 1 << 31) == frozen.next, "both took the same number of draws")
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
