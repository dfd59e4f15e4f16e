import Commands
import Execution
import LessonTesting
import Testing

/// A network whose gradients vanish beside one that learns: colours and heights compare them.
@Suite("The figures of several runs")
struct InspectionTests {
  private func figures() throws -> [Figure] {
    let checked = CheckedLesson(
      """
      ```{data points}
      source: builtin:moons
      rows: 64
      ```
      ```{network small}
      layers: [2, 8, 8, 2]
      activations: [sigmoid, sigmoid, softmax]
      init: {normal: 0.01}
      ```
      ```{network healthy}
      layers: [2, 8, 8, 2]
      activations: [relu, relu, softmax]
      ```
      ```{train vanishing}
      network: small
      data: points
      epochs: 2
      track: [layer_gradients, histograms]
      ```
      ```{train learning}
      network: healthy
      data: points
      epochs: 2
      track: [layer_gradients, histograms]
      ```
      ```{inspect}
      run: [vanishing, learning]
      ```

      """, commands: blockCommands)
    #expect(checked.messages == [])
    let outputs = try #require(checked.run().outcomes.last).outputs
    return outputs.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  @Test func haveTheSameColoursForTheSameSizesOfGradients() throws {
    let maps = try figures().flatMap(\.panels).flatMap(\.layers).compactMap { layer in
      if case .cells(let cells) = layer { cells } else { nil }
    }
    let quantities = Dictionary(grouping: maps, by: \.valueTitle)
    #expect(!quantities.isEmpty)
    for (title, maps) in quantities {
      let values = maps.flatMap(\.values).joined().filter(\.isFinite)
      let (lowest, highest) = (try #require(values.min()), try #require(values.max()))
      #expect(maps.map(\.ends) == [lowest...highest, lowest...highest], "\(title)")
    }
  }

  @Test func haveTheSameHeightsForTheSameShares() throws {
    let histograms = try figures().filter {
      $0.allSeries.allSatisfy { $0.bins != nil } && !$0.allSeries.isEmpty
    }
    let quantities = Dictionary(grouping: histograms) { $0.title.prefix { $0 != ":" } }
    #expect(!quantities.isEmpty)
    for (title, figures) in quantities {
      let highest = try #require(figures.flatMap(\.allSeries).flatMap(\.y).max())
      #expect(figures.map(\.y.includes) == [highest, highest], "\(title)")
      #expect(figures.flatMap(\.allSeries).allSatisfy { $0.y.min() == 0 })
    }
  }
}
