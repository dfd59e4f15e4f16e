import Execution
import Rendering
import Testing

@Suite struct ColorTests {
  @Test(arguments: [ColorMap(.sequential), ColorMap(.diverging), .shares])
  func textOnEveryCellColorHasAContrastOfAtLeastFourAndAHalf(map: ColorMap) {
    for step in 0...1000 {
      let color = map.color(at: Double(step) / 1000)
      #expect(color.contrast(with: color.readableInk) >= 4.5)
    }
  }

  @Test func sequentialColorsGetBrighterAllTheWay() {
    let map = ColorMap(.sequential)
    let luminances = (0...100).map { map.color(at: Double($0) / 100).luminance }
    #expect(luminances == luminances.sorted())
  }

  @Test func sharesGetDarkerAllTheWay() {
    let luminances = (0...100).map { ColorMap.shares.color(at: Double($0) / 100).luminance }
    #expect(luminances == luminances.sorted(by: >) && luminances[0] > 0.85)
  }

  @Test func zeroIsTheBrightestColorOfDivergingMaps() {
    let map = ColorMap(.diverging)
    #expect(map.color(at: 0.5).luminance > 0.9)
    #expect(map.color(at: 0).blue > map.color(at: 0).red)
    #expect(map.color(at: 1).red > map.color(at: 1).blue)
  }

  @Test(arguments: [Palette.light, .dark])
  func curvesAndTheirWordsStandOutFromThePaper(palette: Palette) {
    for hue in 0..<8 {
      let category = Series.Color.category(hue)
      #expect(palette.stroke(category).contrast(with: palette.paper) >= 4.5)
      for depth in [0, 0.1, 0.25, 0.5, 0.75, 1] {
        let shade = Series.Color.shade(hue: hue, depth)
        #expect(palette.stroke(shade).contrast(with: palette.paper) >= 3)
        #expect(palette.text(shade).contrast(with: palette.paper) >= 4.5)
      }
    }
  }

  /// Words of faint curves keep to the least contrast, so they are nearly alike, but never ahead of those of stronger ones.
  @Test(arguments: [Palette.light, .dark])
  func wordsOfRankedCurvesAreRankedToo(palette: Palette) {
    for hue in 0..<8 {
      let contrasts = (0...20).map { depth in
        palette.text(.shade(hue: hue, Double(depth) / 20)).contrast(with: palette.paper)
      }
      for (fainter, stronger) in zip(contrasts, contrasts.dropFirst()) {
        #expect(fainter < stronger + 0.1)
      }
      #expect(contrasts[0] < 4.7)
    }
  }

  @Test func paletteGoesRoundForAnyIndex() {
    #expect(Palette.light.stroke(.category(-1)) == Palette.light.stroke(.category(7)))
    #expect(Palette.light.stroke(.category(8)) == Palette.light.stroke(.category(0)))
  }

  @Test func contrastIsThatOfTheGuidelines() {
    #expect(abs(RGB(0x000000).contrast(with: RGB(0xFFFFFF)) - 21) < 1e-9)
    #expect(abs(RGB(0x777777).contrast(with: RGB(0xFFFFFF)) - 4.478) < 1e-3)
  }
}
