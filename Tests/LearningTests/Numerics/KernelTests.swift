import CKernels
import Learning
import Testing

@Suite("Kernels over elements")
struct KernelTests {
  @Test("keep NaN where a comparison would lose it")
  func notANumber() {
    for kernel in [Double.kernels.relu, Double.kernels.sigmoid, Double.kernels.tanh] {
      var numbers = [Double.nan, 1]
      kernel(&numbers, 2)
      #expect(numbers[0].isNaN && numbers[1] > 0)
    }
    var row = [1, Double.nan, 2]
    Double.kernels.softmax(1, 3, &row)
    let broken = row.filter(\.isNaN)
    #expect(broken.count == 3)
    #expect(Double.kernels.categoricalCrossEntropy([.nan, 1], [0, 1], 2).isNaN)
  }

  @Test("limit the sigmoid's input, so that it neither overflows nor reaches 0")
  func sigmoidLimits() {
    var numbers = [-Double.infinity, -1000, 0, 1000, Double.infinity]
    Double.kernels.sigmoid(&numbers, 5)
    #expect(numbers[0] == numbers[1] && numbers[0] > 0)
    #expect(numbers[2...] == [0.5, 1, 1])
  }

  @Test("compute softmax of huge sums without overflow")
  func softmaxOfHugeSums() {
    var rows = [1000, 1000, -1000, 1e308, -1e308, 0]
    Double.kernels.softmax(2, 3, &rows)
    #expect(rows == [0.5, 0.5, 0, 1, 0, 0])
  }

  @Test("take 0 as the slope of relu at 0")
  func slopeOfReluAtZero() {
    var delta = [3.0, 3, 3]
    Double.kernels.reluSlope([0, -0.0, 1e-300], &delta, 3)
    #expect(delta == [0, 0, 3])
  }

  @Test("add up a sum in eight lanes, and these in a tree")
  func lanes() {
    let numbers = (0..<21).map { 1 / Double($0 + 3) }
    var lanes = [Double](repeating: 0, count: 8)
    for (index, number) in numbers.enumerated() { lanes[index % 8] += number * number }
    let halves = [
      (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]), (lanes[4] + lanes[5]) + (lanes[6] + lanes[7]),
    ]
    #expect(Double.kernels.sumOfSquares(numbers, 21) == halves[0] + halves[1])
  }

  @Test("follow numbers in float32, and tell by how much")
  func follow() {
    let numbers = (0..<21).map { 1 / Double($0 + 3) }
    var followers = [Float](repeating: 0.5, count: 21)
    let (change, size) = Double.kernels.follow(numbers, &followers, 21)
    let rounded = numbers.map { Float($0) }
    #expect(followers == rounded)
    #expect(size == Float.kernels.sumOfSquares(rounded, 21))
    #expect(change == Float.kernels.squaredError(rounded, [Float](repeating: 0.5, count: 21), 21))
    #expect(Double.kernels.follow(numbers, &followers, 21) == (0, size))
  }

  @Test("find the one number that is not finite", arguments: [0, 7, 8, 30])
  func finite(place: Int) {
    var numbers = [Double](repeating: .greatestFiniteMagnitude, count: 31)
    #expect(Double.kernels.allFinite(numbers, 31))
    numbers[place] = .infinity
    #expect(!Double.kernels.allFinite(numbers, 31))
    numbers[place] = .nan
    #expect(!Double.kernels.allFinite(numbers, 31))
  }

  @Test("keep probabilities of 0 and 1 from infinite losses")
  func limitedLosses() {
    let largest = -lectern_log(1e-15)
    #expect(Double.kernels.categoricalCrossEntropy([0, 1], [1, 0], 2) == largest)
    #expect(Float.kernels.categoricalCrossEntropy([0, 1], [1, 0], 2) == largest)
    #expect(abs(Double.kernels.binaryCrossEntropy([1], [0], 1) - largest) < 0.01)
    #expect(Float.kernels.squaredError([3, 0.5], [1, 1], 2) == 4.25)
  }
}
