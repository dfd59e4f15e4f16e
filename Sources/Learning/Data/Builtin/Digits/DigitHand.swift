import CKernels
import Randomness

/// One way of writing digits: how the pen is held, and how the paper lies. Each picture has another.
struct DigitHand {
  typealias Point = (x: Double, y: Double)

  private static let pointsOfArc = 12

  /// What is done to every point, as a matrix and a shift, around the middle of the square.
  private let matrix: (xx: Double, xy: Double, yx: Double, yy: Double)
  private let shift: Point
  /// How thick lines are, as a share of the square's side.
  let thickness: Double

  /// Draws a rotation, a slant, a size, a place and a thickness.
  init(drawing stream: inout RandomState) {
    let angle = 0.09 * stream.normal()
    let slant = 0.1 * stream.normal()
    let width = stream.uniform(0.8, 1.05)
    let height = stream.uniform(0.8, 1.05)
    shift = (stream.uniform(-0.05, 0.05), stream.uniform(-0.05, 0.05))
    thickness = stream.uniform(0.08, 0.15)
    let (cos, sin) = (lectern_cos(angle), lectern_sin(angle))
    matrix = (cos * width, cos * slant - sin * height, sin * width, sin * slant + cos * height)
  }

  /// The corners of a stroke, each piece of it a little elsewhere than it should be.
  func points(of stroke: [DigitStrokes.Piece], drawing stream: inout RandomState) -> [Point] {
    var points: [Point] = []
    for piece in stroke {
      switch piece {
      case .point(let x, let y):
        points.append((x + 0.02 * stream.normal(), y + 0.02 * stream.normal()))
      case .arc(var x, var y, var width, var height, var first, var last):
        x += 0.02 * stream.normal()
        y += 0.02 * stream.normal()
        width *= 1 + 0.08 * stream.normal()
        height *= 1 + 0.08 * stream.normal()
        first += 7 * stream.normal()
        last += 7 * stream.normal()
        for step in 0...Self.pointsOfArc {
          let degrees = first + (last - first) * Double(step) / Double(Self.pointsOfArc)
          let angle = degrees * .pi / 180
          points.append((x + width * lectern_cos(angle), y + height * lectern_sin(angle)))
        }
      }
    }
    return points.map(placed)
  }

  private func placed(_ point: Point) -> Point {
    let (x, y) = (point.x - 0.5, point.y - 0.5)
    return (
      0.5 + shift.x + matrix.xx * x + matrix.xy * y, 0.5 + shift.y + matrix.yx * x + matrix.yy * y
    )
  }
}
