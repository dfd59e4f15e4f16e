import Learning
import Randomness
import Testing

@Suite("Every kind of CPU gives the bits of the baseline")
struct KernelVariantTests {
  @Test("in loops over elements, in doubles and floats", arguments: KernelVariant.supported)
  func elements(variant: KernelVariant) {
    check(Double.kernels(variant), against: Double.kernels(.baseline))
    check(Float.kernels(variant), against: Float.kernels(.baseline))
  }

  @Test("whatever it is, there is a baseline, and the choice is one that the CPU has")
  func choice() {
    #expect(KernelVariant.supported.first == .baseline)
    #expect(KernelVariant.supported.contains(.chosen))
  }

  private func check<Scalar: Real>(_ kernels: Kernels<Scalar>, against baseline: Kernels<Scalar>) {
    var stream = RandomState(seed: 4)
    let rows = 7
    let columns = 11
    let count = rows * columns
    let numbers = (0..<count).map { _ in Scalar(stream.normal() * 3) }
    let targets = (0..<count).map { _ in Scalar(stream.integer(below: 2)) }
    let shares = (0..<count).map { _ in Scalar(stream.uniform()) }
    func expectSame(_ call: (Kernels<Scalar>, inout [Scalar]) -> Void) {
      var (ours, theirs) = (numbers, numbers)
      call(kernels, &ours)
      call(baseline, &theirs)
      #expect(ours == theirs)
    }
    expectSame { $0.sigmoid(&$1, count) }
    expectSame { $0.tanh(&$1, count) }
    expectSame { $0.relu(&$1, count) }
    expectSame { $0.softmax(rows, columns, &$1) }
    expectSame { $0.sigmoidSlope(shares, &$1, count) }
    expectSame { $0.tanhSlope(shares, &$1, count) }
    expectSame { $0.reluSlope(targets, &$1, count) }
    expectSame { $0.addScaled(0.3, shares, &$1, count) }
    expectSame { $0.columnSums(rows, columns, shares, &$1) }
    func expectSameSum(_ sum: (Kernels<Scalar>) -> Double) {
      #expect(sum(kernels) == sum(baseline))
    }
    expectSameSum { $0.categoricalCrossEntropy(shares, targets, count) }
    expectSameSum { $0.binaryCrossEntropy(shares, targets, count) }
    expectSameSum { $0.squaredError(shares, targets, count) }
    expectSameSum { $0.sumOfSquares(numbers, count) }
    #expect(kernels.allFinite(numbers, count))
    var (ours, theirs) = (shares.map { Float($0) }, shares.map { Float($0) })
    #expect(kernels.follow(numbers, &ours, count) == baseline.follow(numbers, &theirs, count))
    #expect(ours == theirs)
  }
}
