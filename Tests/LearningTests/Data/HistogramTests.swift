import Learning
import Testing

@Suite("Histograms around equal numbers")
struct HistogramTests {
  @Test(
    "count all of them",
    arguments: [
      0, -3, 0.1, 0x1p53, 1e17, -1e34, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude,
    ])
  func countAll(number: Double) {
    let histogram = Histogram(of: [number, number], from: number, to: number, intervals: 10)
    #expect(histogram.lower < number || number == -.greatestFiniteMagnitude)
    #expect(histogram.upper > number || number == .greatestFiniteMagnitude)
    #expect(histogram.lower < histogram.upper)
    #expect(histogram.counts.count == 10 && histogram.counts.reduce(0, +) == 2)
  }

  @Test("reach one half to either side, as NumPy's")
  func reachOneHalf() {
    let histogram = Histogram(of: [7], from: 7, to: 7, intervals: 2)
    #expect(histogram.lower == 6.5 && histogram.upper == 7.5)
    #expect(histogram.counts == [0, 1])
  }
}
