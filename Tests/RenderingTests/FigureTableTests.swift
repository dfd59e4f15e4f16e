import Execution
import Rendering
import Testing

@Suite struct FigureTableTests {
  @Test func seriesShareTheirRowsByX() {
    let figure = Samples.chart(
      [
        Series(label: "a", x: [1, 3], y: [0.5, 0.25], color: .category(0)),
        Series(label: "b", x: [2, 3], y: [10, 20], color: .category(1)),
      ], x: Axis("epoch"))
    let table = FigureTable.table(of: figure)
    #expect(table.columns.map(\.title) == ["epoch", "a", "b"])
    #expect(table.rows == [["1", "0.5000", ""], ["2", "", "10"], ["3", "0.2500", "20"]])
  }

  @Test func aRunThatStoppedEarlyLeavesCellsEmpty() {
    let figure = Samples.chart(
      [
        Series(label: "a", x: [1], y: [3], color: .category(0)),
        Series(label: "b", x: [1, 2], y: [10, .nan], color: .category(1)),
      ], x: Axis("epoch"))
    #expect(
      FigureTable.table(of: figure).rows == [
        ["1", "3", "10"], ["2", "", "nan"],
      ])
  }

  @Test func aSeriesInTwoLayersHasOneColumnThoughItBreaksOff() {
    let series = Series(label: "a", x: [1, 2], y: [3, .nan], color: .category(0))
    var figure = Samples.chart([series])
    figure.panels[0].layers.append(.series([series], by: .points))
    #expect(FigureTable.table(of: figure).columns.map(\.title) == ["update", "a"])
  }

  @Test func valuesOverManyDecadesKeepTheirDigits() {
    let table = FigureTable.table(of: Samples.chart([1, 1e-9]))
    #expect(table.rows.map { $0[1] } == ["1", "1e-9"])
  }

  @Test func aHeatmapWithoutATitleOfItsRowsIsHeadedByThatOfItsColumns() {
    let cells = Cells(values: [[0.5, 0.25]], texts: [], valueTitle: "loss")
    let figure = Figure(
      title: "Loss", x: Axis("learning rate", categories: ["0.1", "1"]),
      y: Axis("", categories: [""]), layers: [.cells(cells)])
    #expect(
      FigureTable.table(of: figure).columns.map(\.title) == ["learning rate", "0.1", "1"])
  }

  @Test(arguments: [24, 200])
  func aClassWithARowOfAConfusionMatrixHasAColumnToo(mostRows: Int) {
    let table = FigureTable.table(of: Samples.confusion(classes: 60), mostRows: mostRows)
    #expect(table.rows.map { $0[0] } == table.columns.dropFirst().map(\.title))
    #expect(table.rows.count == min(mostRows, 40))
  }

  @Test func heatmapsKeepTheirLabels() {
    let table = FigureTable.table(of: Samples.confusionMatrix)
    #expect(table.columns.map(\.title) == ["true class \\ predicted class", "ham", "spam"])
    #expect(table.rows == [["ham", "726", "9"], ["spam", "6", "294"]])
  }
}
