/// How the ten digits are written, in a square of side 1 whose origin is the upper left corner.
enum DigitStrokes {
  /// A piece of a stroke; the next piece of the stroke goes on from its end.
  enum Piece {
    /// A point to go to in a straight line.
    case point(Double, Double)
    /// A part of an ellipse, from one angle to another in degrees, clockwise from the right.
    case arc(x: Double, y: Double, width: Double, height: Double, from: Double, to: Double)
  }

  /// The strokes of each digit from 0 to 9.
  static let all: [[[Piece]]] = [
    [[.arc(x: 0.5, y: 0.5, width: 0.25, height: 0.36, from: -90, to: 270)]],
    [[.point(0.34, 0.30), .point(0.54, 0.13), .point(0.54, 0.87)]],
    [
      [
        .arc(x: 0.5, y: 0.34, width: 0.24, height: 0.21, from: -170, to: 35),
        .point(0.27, 0.86), .point(0.76, 0.86),
      ]
    ],
    [
      [
        .arc(x: 0.47, y: 0.32, width: 0.23, height: 0.19, from: -150, to: 90),
        .arc(x: 0.47, y: 0.68, width: 0.26, height: 0.20, from: -90, to: 150),
      ]
    ],
    [
      [.point(0.56, 0.13), .point(0.24, 0.62), .point(0.78, 0.62)],
      [.point(0.63, 0.40), .point(0.63, 0.88)],
    ],
    [
      [
        .point(0.72, 0.14), .point(0.34, 0.14), .point(0.31, 0.46),
        .arc(x: 0.47, y: 0.64, width: 0.26, height: 0.23, from: -130, to: 150),
      ]
    ],
    [
      [
        .point(0.64, 0.13),
        .arc(x: 0.53, y: 0.62, width: 0.26, height: 0.40, from: -115, to: -200),
        .arc(x: 0.5, y: 0.66, width: 0.23, height: 0.21, from: -180, to: 180),
      ]
    ],
    [[.point(0.25, 0.14), .point(0.76, 0.14), .point(0.42, 0.87)]],
    [
      [.arc(x: 0.5, y: 0.31, width: 0.20, height: 0.18, from: -90, to: 270)],
      [.arc(x: 0.5, y: 0.68, width: 0.24, height: 0.20, from: -90, to: 270)],
    ],
    [
      [
        .arc(x: 0.49, y: 0.34, width: 0.23, height: 0.21, from: 0, to: 360),
        .point(0.72, 0.34), .point(0.62, 0.87),
      ]
    ],
  ]
}
