import Execution
import Testing

@Suite("Formats of values")
struct ValueFormatTests {
  @Test(arguments: [
    ("%.4f", Value.number(0.123_45), "0.1235"), ("%.0f", .number(2.5), "2"),
    ("%f", .integer(2), "2.000000"), ("%.2e", .number(12_345), "1.23e+04"),
    ("%g", .number(0.000_01), "1e-05"), ("%.3g", .number(1_234.5), "1.23e+03"),
    ("%d", .integer(-7), "-7"), ("%d", .number(3), "3"), ("%.1f%%", .number(98.76), "98.8%"),
    ("about %.1f nats", .number(0.693), "about 0.7 nats"), ("%s", .text("ham"), "ham"),
    ("%s", .number(0.1), "0.1"), ("%s", .boolean(true), "true"), ("%.2f", .number(.nan), "nan"),
    ("%.2f", .number(-.infinity), "-inf"), ("%.1f", .number(0.25), "0.2"),
    ("%.1f", .number(0.35), "0.3"), ("%.2f", .number(-0.001), "-0.00"),
  ])
  func writeWhatCWrites(_ format: String, _ value: Value, _ text: String) {
    #expect(ValueFormat(format)?.string(for: value) == text)
  }

  /// A loss that gets out of hand would fill lines with its digits.
  @Test(arguments: [
    (0.58149, "0.5815"), (-3, "-3.0000"), (999_999.5, "999999.5000"), (1e6, "1.0000e+06"),
    (-12_345_678, "-1.2346e+07"), (1.109138e301, "1.1091e+301"), (Double.nan, "nan"),
    (Double.infinity, "inf"),
  ])
  func decimalsOfLargeNumbersGoWithAPowerOfTen(_ number: Double, _ text: String) {
    #expect(fixedDecimals(number, 4) == text)
  }

  @Test(arguments: [
    "", "4f", "%", "%q", "%5d", "%.f", "%.31f", "%.99999999999999999999f", "%d %d", "%%", "%.4",
    "%.-1f", "%.٣f", "%ld",
  ])
  func areRefusedWhenTheyHaveNotExactlyOneKnownConversion(_ format: String) {
    #expect(ValueFormat(format) == nil)
  }

  @Test(arguments: [
    ("%d", Value.number(0.5)), ("%d", .number(.nan)), ("%d", .number(2.5)),
    ("%d", .number(.infinity)), ("%d", .number(1e300)), ("%f", .text("ham")),
    ("%.2f", .list([.number(1)])), ("%d", .boolean(true)),
  ])
  func doNotFitEveryValue(_ format: String, _ value: Value) {
    #expect(ValueFormat(format)?.string(for: value) == nil)
  }

  @Test(arguments: [
    (Value.integer(3), "3"), (.number(0.1), "0.1"), (.number(3), "3.0"), (.number(.nan), "nan"),
    (.number(.infinity), "inf"), (.number(-.infinity), "-inf"), (.boolean(false), "false"),
    (.numbers([1, 0.5]), "[1.0, 0.5]"), (.texts(["a", "b"]), "[a, b]"),
    (.record([.init("a", .integer(1)), .init("b", .text("x"))]), "{a: 1, b: x}"),
    (
      .series(NumberSeries(positionTitle: "epoch", positions: [1, 3], values: [2, 1])),
      "[2.0, 1.0]"
    ),
    (
      .grid(
        Grid(
          axes: [.init(name: "epochs", values: [.number(1), .number(0.5)])],
          cells: [.integer(4), .integer(5)])),
      "{epochs=1: 4; epochs=0.5: 5}"
    ),
  ])
  func areNotNeeded(_ value: Value, _ text: String) {
    #expect(value.description == text)
  }
}
