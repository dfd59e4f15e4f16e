import Learning
import Randomness
import Testing

/// Numbers of an independent implementation in NumPy: Tests/Reference/network.py.
@Suite("Training agrees with NumPy")
struct TrainingAgainstNumPyTests {
  let tolerance = 1e-9

  @Test("on every frozen run, with dense and with sparse rows", arguments: [false, true])
  func everyRun(isSparse: Bool) throws {
    for run in try FrozenRun.File.load().cases {
      let (network, history) = try run.training(isSparse: isSparse).run()
      expect(history, matches: run)
      expect(network, matches: run)
    }
  }

  @Test("on XOR, from the first draws after seed 42")
  func xor() throws {
    let run = try FrozenRun.File.load().xor
    var stream = RandomState(seed: 42)
    let points = Matrix(rows: 4, columns: 2, elements: [0, 0, 0, 1, 1, 0, 1, 1])
    let examples = Examples(features: .dense(points), labels: [0, 1, 1, 0], classCount: 2)
    let (network, history) = try run.training(on: examples, drawing: &stream).run()
    expect(history, matches: run)
    expect(network, matches: run)
    let outputs = try network.outputs(for: .dense(points)).elements
    expectClose(outputs, run.outputs, "\(run.name)")
    #expect(history.records.map(\.epoch) == [1, 101, 201, 301, 401, 501, 601, 701, 801, 901, 1000])
  }

  @Test("on the tutorial's vanishing and exploding networks, at their place in its stream")
  func tutorialsDeepNetworks() throws {
    var stream = RandomState(seed: 42)
    skip(normals: 2 * 4 + 4 * 2, epochs: 1000, rows: 4, in: &stream)
    skip(normals: 2000 * 64 + 64 * 2, epochs: 50, rows: 3308, in: &stream)
    for _ in 0..<9 { skip(normals: 2000 * 32 + 32 * 2, epochs: 50, rows: 3308, in: &stream) }
    let normals = (0..<500 * 20).map { _ in stream.normal() }
    let labels = (0..<500).map { _ in stream.integer(below: 5) }
    let examples = Examples(
      features: .dense(Matrix(rows: 500, columns: 20, elements: normals)), labels: labels,
      classCount: 5)
    for run in try FrozenRun.File.load().tutorial {
      let (network, history) = try run.training(on: examples, drawing: &stream).run()
      expect(history, matches: run)
      expect(network, matches: run)
    }
  }

  private func skip(normals: Int, epochs: Int, rows: Int, in stream: inout RandomState) {
    for _ in 0..<normals { _ = stream.normal() }
    _ = EpochOrders(rows: rows, epochs: epochs, drawing: &stream)
  }

  private func expect(_ history: History, matches run: FrozenRun) {
    #expect(history.divergence == nil)
    #expect(history.records.map(\.epoch) == run.records.map(\.epoch), "\(run.name)")
    for (ours, theirs) in zip(history.records, run.records) {
      expectClose([ours.trainLoss], [theirs.trainLoss], run.name)
      #expect(ours.trainAccuracy == theirs.trainAccuracy, "\(run.name)")
      #expect(ours.validationAccuracy == theirs.validationAccuracy, "\(run.name)")
      expectClose(
        [ours.validationLoss].compactMap(\.self), [theirs.validationLoss].compactMap(\.self),
        run.name)
    }
    let norms = history.gradientNorm ?? []
    expectClose(
      stride(from: 0, to: norms.count, by: run.normStep).map { norms[$0] }, run.gradientNorm,
      run.name)
  }

  private func expect(_ network: Network<Double>, matches run: FrozenRun) {
    expectClose(network.weights.map { sumOfSizes($0.elements) }, run.weightSums, run.name)
    expectClose(network.biases.map(sumOfSizes), run.biasSums, run.name)
  }

  private func sumOfSizes(_ numbers: [Double]) -> Double { numbers.reduce(0) { $0 + abs($1) } }

  private func expectClose(_ ours: [Double], _ theirs: [Double], _ name: String) {
    #expect(ours.count == theirs.count, "\(name)")
    for (ours, theirs) in zip(ours, theirs) {
      #expect(abs(ours - theirs) <= tolerance * abs(theirs), "\(name)")
    }
  }
}
