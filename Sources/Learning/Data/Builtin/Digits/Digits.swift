import Randomness

/// Small pictures of handwritten digits.
struct Digits: BuiltinSet {
  static let name = "digits"
  static let options: [BuiltinOption] = [.rows, .size, .shares, .noise, .scale]
  /// A pixel is as far as each of some thirty lines.
  static let multiplyAddsPerInput = 300.0

  let given: any BuiltinOptionValues
  var rows: Int { given.rows ?? 1000 }
  var inputs: BuiltinInputs { .pictures(PictureShape(width: size, height: size)) }
  let classes = numbered(10)
  private var size: Int { given.size ?? 12 }

  func dataset(drawing stream: inout RandomState, isCancelled: () -> Bool) throws -> Dataset {
    try .digits(
      rows: rows, size: size, noise: given.noise ?? 0.15, shares: given.classShares,
      drawing: &stream, isCancelled: isCancelled)
  }
}

extension Dataset {
  /// Small pictures of handwritten digits, which no hand has written: 0 to 9, as often as each other, in random order.
  ///
  /// A picture is drawn from the strokes of its digit, each time with another rotation, slant, size, place and thickness,
  /// every piece of a stroke a little elsewhere, and with noise on the pixels. Pixels are from 0 for paper to 1 for ink in
  /// steps of 1/16. The rules are our own; they take sums, products, roots and our own sine and cosine, so that a
  /// stream gives the same pictures on every machine. The order of the digits is drawn first, then picture after picture:
  /// its hand, its strokes, its noise.
  ///
  /// - Parameters:
  ///   - rows: the number of pictures, at least 1.
  ///   - size: the pixels of a side, at least 8.
  ///   - noise: the standard deviation of the noise on each pixel.
  ///   - shares: of the rows, those of each digit, where they are not to be equal.
  /// - Throws: `CancellationError` soon after `isCancelled`, asked about every millisecond, says so.
  public static func digits(
    rows: Int, size: Int = 12, noise: Double = 0.15, shares: [Double]? = nil,
    drawing stream: inout RandomState, isCancelled: () -> Bool = { false }
  ) throws(CancellationError) -> Dataset {
    precondition(rows > 0 && size >= 8, "there are pictures on which one sees something")
    let sizes =
      shares.map { ClassSizes.apportion(rows, by: $0) } ?? ClassSizes.equal(rows, classes: 10)
    var digits = sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
    stream.shuffle(&digits)
    var pixels: [Double] = []
    pixels.reserveCapacity(rows * size * size)
    var pace = CancellationPace()
    for digit in digits {
      // Every pixel is as far as each of some thirty lines, and gets a draw.
      try pace.spend(16 * size * size, isCancelled: isCancelled)
      let hand = DigitHand(drawing: &stream)
      var picture = DrawnPicture(size: size, thickness: hand.thickness)
      for stroke in DigitStrokes.all[digit] {
        picture.draw(hand.points(of: stroke, drawing: &stream))
      }
      pixels += picture.pixels.map { ink in
        let noisy = ink + noise * stream.normal()
        return (16 * max(0, min(1, noisy))).rounded() / 16
      }
    }
    return Dataset(
      pictures: PictureShape(width: size, height: size),
      pixels: Matrix(rows: rows, columns: size * size, elements: pixels),
      labels: Labels(classes: (0..<10).map(String.init), indices: digits),
      source: DataSource(name: Digits.sourceName))
  }
}
