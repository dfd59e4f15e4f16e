import Randomness
import Testing

@Suite("RandomState against NumPy")
struct RandomStateTests {
  @Test(arguments: try FrozenNumbers.load().streams)
  func drawsNumPysWordsAndUniformNumbers(_ frozen: FrozenNumbers.Stream) {
    #expect(draws(frozen.seed, 5) { $0.next32Bits() } == frozen.words)
    #expect(draws(frozen.seed, 5) { $0.uniform() } == frozen.uniform)
    #expect(draws(frozen.seed, 5) { $0.uniform(-3, 7) } == frozen.uniform_between)
    #expect(
      Array(draws(frozen.seed, 1_003) { $0.uniform() }.suffix(3)) == frozen.uniform_after_1000)
  }

  @Test(arguments: try FrozenNumbers.load().streams)
  func drawsNumPysNormalNumbersToTheLastDigits(_ frozen: FrozenNumbers.Stream) {
    expectNear(draws(frozen.seed, 7) { $0.normal() }, frozen.normal)
    expectNear(
      draws(frozen.seed, 5) { $0.normal(mean: 2, standardDeviation: 3) }, frozen.normal_2_3)
    let sum = draws(frozen.seed, 10_000) { $0.normal() }.reduce(0, +)
    #expect((sum - frozen.normals_sum_of_10000).magnitude < 1e-9)
  }

  @Test(arguments: try FrozenNumbers.load().streams)
  func drawsNumPysIntegers(_ frozen: FrozenNumbers.Stream) {
    #expect(draws(frozen.seed, 12) { $0.integer(below: 10) } == frozen.integers_below_10)
    #expect(draws(frozen.seed, 12) { $0.integer(below: 1_000) } == frozen.integers_below_1000)
    #expect(draws(frozen.seed, 3) { $0.integer(below: 1) } == frozen.integers_below_1)
    #expect(draws(frozen.seed, 5) { $0.integer(below: 1 << 40) } == frozen.integers_below_2_to_40)
  }

  @Test(arguments: try FrozenNumbers.load().streams)
  func ordersAsNumPy(_ frozen: FrozenNumbers.Stream) {
    var shuffled = [5, 4, 3, 2, 1]
    var stream = RandomState(seed: frozen.seed)
    stream.shuffle(&shuffled)
    #expect(shuffled == frozen.shuffled)
    #expect(draws(frozen.seed, 1) { $0.permutation(10) } == [frozen.permutation_of_10])
    #expect(draws(frozen.seed, 1) { $0.permutation(1) } == [frozen.permutation_of_1])
    var numbers = Array(repeating: 7, count: 12)
    stream = RandomState(seed: frozen.seed)
    stream.writePermutation(10, to: &numbers)
    #expect(numbers == frozen.permutation_of_10)
    #expect(draws(frozen.seed, 1) { $0.choice(4, of: Array(0..<9)) } == [frozen.choice_of_4_in_9])
  }

  @Test(arguments: try FrozenNumbers.load().streams)
  func keepsTheSecondNormalOfAPairThroughOtherDraws(_ frozen: FrozenNumbers.Stream) {
    var stream = RandomState(seed: frozen.seed)
    let drawn = [
      stream.normal(), stream.uniform(), stream.normal(), Double(stream.permutation(5)[0]),
      stream.normal(), stream.normal(mean: 2, standardDeviation: 3),
    ]
    expectNear(drawn, frozen.mixed)
  }

  @Test func drawsOneKindAfterTheOtherAsTheTutorial() throws {
    let frozen = try FrozenNumbers.load().sequence
    var stream = RandomState(seed: 42)
    expectNear((0..<10).map { _ in stream.normal() }, frozen.normals)
    #expect(stream.permutation(10) == frozen.permutation)
    #expect((0..<20).map { _ in stream.integer(below: 5) } == frozen.integers_below_5)
    expectNear(
      (0..<5).map { _ in stream.normal(mean: 0, standardDeviation: 0.01) }, frozen.small_normals)
    #expect((0..<5).map { _ in stream.uniform() } == frozen.uniform)
    #expect((0..<3).map { _ in stream.permutation(4) } == frozen.permutations)
  }

  @Test func drawsNothingForAnIntegerThatCanOnlyBeZero() {
    var stream = RandomState(seed: 7)
    _ = stream.integer(through: 0)
    _ = stream.permutation(1)
    _ = stream.permutation(0)
    #expect(stream == RandomState(seed: 7))
  }

  /// Counts around those at which the mask of the draws changes, and around what is drawn at a time.
  @Test(arguments: [0, 1, 2, 3, 127, 128, 129, 256, 257, 258, 512, 513, 700])
  func drawsAPermutationAsOneIntegerAfterTheOther(count: Int) {
    var start = RandomState(seed: 7)
    _ = start.normal()
    var (drawing, skipping, single) = (start, start, start)
    var expected = Array(0..<count)
    for place in stride(from: count - 1, to: 0, by: -1) {
      expected.swapAt(place, single.integer(through: place))
    }
    #expect(drawing.permutation(count) == expected)
    skipping.skipPermutation(count)
    #expect(drawing == single && skipping == single)
  }

  /// Counts around the points that are drawn at a time, with and without a number that is left of a pair.
  @Test(arguments: [0, 1, 2, 3, 511, 512, 513, 514, 2_000], [false, true])
  func drawsManyNormalNumbersAsOneByOne(count: Int, isPairBroken: Bool) {
    var (many, single) = (RandomState(seed: 7), RandomState(seed: 7))
    if isPairBroken { _ = (many.normal(), single.normal()) }
    #expect(many.normals(count) == (0..<count).map { _ in single.normal() })
    #expect(many == single)
  }

  @Test(arguments: try FrozenNumbers.load().blocks)
  func seedsABlocksStreamWithTheHashOfSeedAndName(_ frozen: FrozenNumbers.Block) {
    var stream = RandomState.stream(seed: frozen.seed, of: frozen.name)
    #expect((0..<3).map { _ in stream.uniform() } == frozen.uniform)
  }

  private func draws<Drawn>(
    _ seed: UInt32, _ count: Int, _ draw: (inout RandomState) -> Drawn
  ) -> [Drawn] {
    var stream = RandomState(seed: seed)
    return (0..<count).map { _ in draw(&stream) }
  }

  /// Normal numbers go through a logarithm, where NumPy's C library may round the last bit differently.
  private func expectNear(
    _ found: [Double], _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let isNear =
      found.count == expected.count
      && zip(found, expected).allSatisfy {
        ($0 - $1).magnitude <= 1e-15 * $1.magnitude
      }
    #expect(isNear, "\(found) is not \(expected)", sourceLocation: sourceLocation)
  }
}
