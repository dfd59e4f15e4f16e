import Foundation
import Learning
import Randomness
import Testing
import Workers

@Suite("What words add to a class")
struct AttributionTests {
  private let matrix = SparseMatrix<Double>(
    rows: 3, columns: 5, rowStarts: [0, 3, 3, 5], columnIndices: [0, 2, 4, 1, 2],
    elements: [0.6, 0.5, 0.7, 0.9, 0.3])

  private func network(_ outputs: Int, _ hidden: Activation, _ output: Activation) -> Network<
    Double
  > {
    var stream = RandomState(seed: 3)
    var network = Network<Double>(
      architecture: Architecture(
        layers: [5, 4, 3, outputs], activations: [hidden, .tanh, output],
        loss: Loss.natural(for: output)),
      initialization: .normal(standardDeviation: 0.8), drawing: &stream)
    for layer in network.biases.indices {
      for unit in network.biases[layer].indices { network.biases[layer][unit] = stream.normal() }
    }
    return network
  }

  /// ln(p / (1 - p)) of a class for a row.
  private func logOdds(
    _ network: Network<Double>, _ matrix: SparseMatrix<Double>, row: Int, _ number: Int
  ) throws -> Double {
    let p = try Predictions(of: network, for: .sparse(matrix)).probabilities(row: row)[number]
    return log(p / (1 - p))
  }

  @Test(arguments: [
    (1, Activation.relu, Activation.sigmoid), (2, .sigmoid, .softmax), (3, .relu, .softmax),
  ])
  func isTheGradientOfTheLogOddsTimesTheInput(
    _ outputs: Int, _ hidden: Activation, _ output: Activation
  ) throws {
    let network = network(outputs, hidden, output)
    for number in 0..<max(2, outputs) {
      let attribution = Attribution(of: network, classNumber: number)
      for row in [0, 2] {
        let contributions = attribution.contributions(in: matrix, row: row)
        for (index, place) in (matrix.rowStarts[row]..<matrix.rowStarts[row + 1]).enumerated() {
          var (more, less) = (matrix, matrix)
          more.elements[place] += 1e-5
          less.elements[place] -= 1e-5
          let rise =
            try logOdds(network, more, row: row, number) - logOdds(network, less, row: row, number)
          let slope = rise / 2e-5
          #expect(abs(contributions[index] - slope * matrix.elements[place]) < 1e-8)
        }
      }
    }
  }

  @Test func staysExactWhereTheProbabilityIsOne() {
    var network = network(2, .relu, .softmax)
    network.biases[2] = [-900, 900]
    let contributions = Attribution(of: network, classNumber: 1).contributions(in: matrix, row: 0)
    #expect(contributions.allSatisfy { $0.isFinite })
    #expect(contributions.contains { $0 != 0 })
  }

  @Test func averagesOverAllRowsWhateverTheThreads() throws {
    let attribution = Attribution(of: network(2, .relu, .softmax), classNumber: 1)
    let first = attribution.contributions(in: matrix, row: 0)
    let last = attribution.contributions(in: matrix, row: 2)
    let mean = try attribution.meanContributions(in: matrix)
    let expected = [first[0], last[0], first[1] + last[1], 0, first[2]].map { $0 / 3 }
    #expect(zip(mean, expected).allSatisfy { abs($0 - $1) < 1e-15 })

    let rows = 10_000
    let many = SparseMatrix<Double>(
      rows: rows, columns: 5, rowStarts: Array(0...rows),
      columnIndices: (0..<rows).map { Int32($0 % 5) }, elements: (1...rows).map { 1 / Double($0) })
    #expect(
      try attribution.meanContributions(in: many)
        == attribution.meanContributions(in: many, pool: WorkerPool(threads: 3)))
  }

  @Test func lossesOfRowsAverageToThatOfAll() throws {
    for (outputs, output) in [(1, Activation.sigmoid), (2, .softmax), (3, .linear)] {
      let network = network(outputs, .relu, output)
      let labels = [0, 1, max(2, outputs) - 1]
      let examples = Examples(
        features: .sparse(matrix), truth: .classes(labels, count: max(2, outputs)))
      let loss = Loss.natural(for: output)
      let evaluation = try Evaluation(of: network, on: examples, loss: loss)
      let losses = evaluation.predictions.losses(labels: labels, loss: loss)
      #expect(abs(losses.reduce(0, +) / 3 - evaluation.loss) < 1e-12)
    }
  }
}
