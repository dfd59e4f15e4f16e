import Execution

/// The colours of curves, on light and on dark paper.
///
/// The hues keep the order and the distance of Okabe and Ito's palette, so they stay apart with a
/// colour vision deficiency; each is tuned to a contrast of at least 4.5 with its paper.
package struct Palette: Sendable {
  /// What the drawings lie on, as in the stylesheet of figures.
  package let paper: RGB
  private let ink: RGB
  /// How far the lightest shade of a hue lies on the way to the paper.
  private let faintest: Double
  private let hues: [RGB]

  package static let light = Palette(
    paper: 0xFFFFFF, ink: 0x000000, faintest: 0.3,
    hues: [
      0x0067AD, 0xB54708, 0x007A5E, 0x9B3F86, 0x856000, 0x00768C, 0xB3261E, 0x5A5F69,
    ])
  package static let dark = Palette(
    paper: 0x15181D, ink: 0xFFFFFF, faintest: 0.45,
    hues: [
      0x5CB0F2, 0xF4905A, 0x3FC8A0, 0xE197D0, 0xDDBB45, 0x5ECDE0, 0xFF8A80, 0xADB4BF,
    ])

  private init(paper: UInt32, ink: UInt32, faintest: Double, hues: [UInt32]) {
    self.paper = RGB(paper)
    self.ink = RGB(ink)
    self.faintest = faintest
    self.hues = hues.map(RGB.init)
  }

  /// The colour of a curve; its contrast with the paper is at least 3.
  package func stroke(_ color: Series.Color) -> RGB {
    switch color {
    case .category(let index): return hue(index)
    case .shade(let index, let depth):
      let share = depth.isFinite ? max(0, min(1, depth)) : 0.5
      let base = hue(index)
      return share < 0.5
        ? base.mixed(with: paper, (0.5 - share) * 2 * faintest)
        : base.mixed(with: ink, (share - 0.5) * 2 * Self.deepest)
    }
  }

  /// The colour of words about a curve: its own, moved towards its hue as far as a contrast of 4.5 with the paper asks for.
  package func text(_ color: Series.Color) -> RGB {
    let stroke = stroke(color)
    guard case .shade(let index, _) = color else { return stroke }
    let shades = (0...Self.steps).lazy.map { step in
      stroke.mixed(with: hue(index), Double(step) / Double(Self.steps))
    }
    return shades.first { $0.contrast(with: paper) >= 4.5 } ?? hue(index)
  }

  private func hue(_ index: Int) -> RGB {
    hues[((index % hues.count) + hues.count) % hues.count]
  }

  private static let deepest = 0.5
  /// In how many steps words move towards their hue.
  private static let steps = 32
}
