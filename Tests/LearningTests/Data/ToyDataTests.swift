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
    let shares: [Double]?
    let seed: UInt32
    let points: [Double]
    /// Class numbers, or the numbers to predict.
    let labels: [Double]
    let next: Int
  }

  @Test func areThoseOfScikitLearnAndNumPy() throws {
    for frozen in try FrozenCases<Case>.load("toydata") {
      var stream = RandomState(seed: frozen.seed)
      let dataset = try made(as: frozen, drawing: &stream)
      let elements = try #require(dataset.matrix(of: Array(0..<frozen.rows))?.elements)
      expectClose(elements, frozen.points)
      if let targets = dataset.targets {
        expectClose(targets.values.elements, frozen.labels)
      } else {
        #expect(dataset.labels?.indices.map(Double.init) == frozen.labels)
      }
      #expect(stream.integer(below: 1 << 31) == frozen.next, "both took the same number of draws")
    }
  }

  private func expectClose(_ ours: [Double], _ theirs: [Double]) {
    #expect(ours.count == theirs.count)
    for (ours, theirs) in zip(ours, theirs) {
      #expect(abs(ours - theirs) <= 1e-15 * max(1, abs(theirs)))
    }
  }

  private func made(as frozen: Case, drawing stream: inout RandomState) throws -> Dataset {
    let rows = frozen.rows
    switch frozen.kind {
    case "circles":
      return try .circles(
        rows: rows, noise: frozen.noise, factor: try #require(frozen.factor),
        shares: frozen.shares, drawing: &stream)
    case "moons":
      return try .moons(rows: rows, noise: frozen.noise, shares: frozen.shares, drawing: &stream)
    case "blobs":
      return try .blobs(
        rows: rows, columns: try #require(frozen.columns), classes: try #require(frozen.classes),
        noise: try #require(frozen.noise), shares: frozen.shares, drawing: &stream)
    case "line":
      return try .line(rows: rows, noise: try #require(frozen.noise), drawing: &stream)
    case "sine":
      return try .sine(rows: rows, noise: try #require(frozen.noise), drawing: &stream)
    case "friedman":
      return try .friedman(
        rows: rows, columns: try #require(frozen.columns), noise: try #require(frozen.noise),
        drawing: &stream)
    case "spiral":
      return try .spiral(
        rows: rows, classes: try #require(frozen.classes), noise: try #require(frozen.noise),
        drawing: &stream)
    default:
      return try .gaussian(
        rows: rows, columns: try #require(frozen.columns), classes: try #require(frozen.classes),
        drawing: &stream)
    }
  }

  @Test func xorIsTheFourPoints() {
    let points = Dataset.xor.matrix(of: [0, 1, 2, 3])?.elements
    #expect(points == [0, 0, 0, 1, 1, 0, 1, 1])
    #expect(Dataset.xor.labels?.indices == [0, 1, 1, 0])
    #expect(Dataset.xor.source.name == "builtin:xor")
  }

  @Test func sharesThatLeaveARemainderGiveItToTheLargest() throws {
    #expect(ClassSizes.apportion(10, by: [0.34, 0.33, 0.33]) == [4, 3, 3])
    #expect(ClassSizes.apportion(100, by: [0.29, 0.71]) == [29, 71])
    #expect(ClassSizes.apportion(3, by: [0.5, 0.5]) == [2, 1])
    var stream = RandomState(seed: 0)
    let spiral = try Dataset.spiral(rows: 11, classes: 2, shares: [0.8, 0.2], drawing: &stream)
    #expect(spiral.labels?.counts == [9, 2])
  }

  @Test func gaussianDataHaveAllTheirClassesEvenIfNoRowIsInOne() throws {
    var stream = RandomState(seed: 0)
    let dataset = try Dataset.gaussian(rows: 1, columns: 1, classes: 3, drawing: &stream)
    #expect(dataset.labels?.classes == ["0", "1", "2"])
  }
}
