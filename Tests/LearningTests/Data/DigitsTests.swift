import Learning
import Randomness
import Testing

@Suite("Built-in digits")
struct DigitsTests {
  private func digits(
    rows: Int = 200, size: Int = 12, noise: Double = 0.15, shares: [Double]? = nil, seed: UInt32 = 1
  ) throws -> Dataset {
    var stream = RandomState(seed: seed)
    return try .digits(rows: rows, size: size, noise: noise, shares: shares, drawing: &stream)
  }

  private func pixels(_ dataset: Dataset) -> [Double] {
    dataset.matrix(of: Array(0..<dataset.rowCount))?.elements ?? []
  }

  @Test func arePicturesOfAllTenDigitsInSixteenSteps() throws {
    let dataset = try digits(rows: 103)
    #expect(dataset.pictureShape == PictureShape(width: 12, height: 12))
    #expect(dataset.inputCount == 144)
    #expect(dataset.labels?.classes == (0..<10).map { "\($0)" })
    #expect(dataset.labels?.counts == [11, 11, 11, 10, 10, 10, 10, 10, 10, 10])
    #expect(pixels(dataset).allSatisfy { $0 >= 0 && $0 <= 1 && $0 * 16 == ($0 * 16).rounded() })
  }

  @Test func areTheSameForTheSameStream() throws {
    #expect(try digits() == digits())
    #expect(try digits(seed: 2) != digits())
    // Frozen, so that no other machine may draw a pixel otherwise: the ink in sixteenths, weighted by its place.
    let checksum = try pixels(digits(rows: 50)).enumerated().reduce(0) { sum, pixel in
      (sum &* 31 &+ Int(pixel.element * 16) &* (pixel.offset % 251 + 1)) % 1_000_000_007
    }
    #expect(checksum == DigitsTests.frozenChecksum)
  }

  private static let frozenChecksum = 192_666_028

  @Test func haveOtherSizesSharesAndNoNoise() throws {
    #expect(try digits(rows: 10, size: 8).inputCount == 64)
    let shares = [0.55] + [Double](repeating: 0.05, count: 9)
    #expect(try digits(shares: shares).labels?.counts == [110] + [Int](repeating: 10, count: 9))
    // Without noise, the corners of all pictures are bare.
    let corners = try digits(noise: 0).matrix(of: Array(0..<200)).map { matrix in
      [0, 11, 132, 143].flatMap { matrix.column($0) }
    }
    #expect(corners?.allSatisfy { $0 == 0 } == true)
  }

  /// A small network learns them, and not without mistakes.
  @Test func areNeitherHardNorTrivial() throws {
    let dataset = try digits(rows: 1000)
    var stream = RandomState(seed: 3)
    let split = try Split(
      of: dataset, testShare: 0.25, validationShare: 0, stratify: false, drawing: &stream)
    func examples(_ part: Part) throws -> Examples<Double> {
      let matrix = try #require(dataset.matrix(of: split.rows(of: part)))
      return Examples(features: .dense(matrix), truth: split.truth(of: part))
    }
    let network = Network<Double>(
      architecture: Architecture(
        layers: [144, 32, 10], activations: [.relu, .softmax], loss: .categoricalCrossEntropy),
      initialization: .he, drawing: &stream)
    let training = try examples(.train)
    let (trained, _) = try Training(
      network: network, training: training,
      settings: TrainingSettings(
        batchSize: 32, learningRate: 0.1, epochs: 30, reportedLoss: .categoricalCrossEntropy),
      orders: EpochOrders(rows: training.count, epochs: 30, drawing: &stream)
    ).run()
    let accuracy = try #require(
      Evaluation(of: trained, on: examples(.test), loss: .categoricalCrossEntropy).accuracy)
    #expect(accuracy > 0.95 && accuracy < 1)
  }
}
