import Benchmarking
import Testing

struct ResultTableTests {
  @Test func columnsAreAsWideAsTheirWidestCell() {
    var table = ResultTable(columns: ["workload", "Lectern", "remarks"])
    table.append(["spam", "0.18 s", "none"])
    table.append(["tutorial on mails", "1.03 s", ""])
    #expect(
      table.text == """
        | workload          | Lectern | remarks |
        | ----------------- | ------: | ------- |
        | spam              |  0.18 s | none    |
        | tutorial on mails |  1.03 s |         |
        """)
  }

  @Test func numbersHaveThreeDigits() {
    #expect(Figures.seconds(51.24) == "51.2 s")
    #expect(Figures.seconds(1.5) == "1.50 s")
    #expect(Figures.seconds(0.0081) == "8.10 ms")
    #expect(Figures.seconds(170.4) == "170 s")
    #expect(Figures.megabytes(92_300_000) == "92.3 MB")
    #expect(Figures.times(13.46) == "13.5×")
  }

  @Test func theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    let samples = [4.0, 1, 3, 2].map { Sample(seconds: $0, peakBytes: 0) }
    #expect(samples.median(\.seconds) == 2.5)
    #expect(samples.dropFirst().median(\.seconds) == 2)
    #expect([Sample]().median(\.seconds) == nil)
  }
}
