import Learning
import Testing

@Suite("The ends of texts")
struct TextEndsTests {
  @Test func areRightBeyondFourGigabytes() {
    let ends = [0, 5, 0xFFFF_FFFF, 0x1_0000_0000, 0x1_0000_0007, 0x3_0000_0001, 0x3_0000_0001]
    var kept = TextEnds()
    for end in ends { kept.append(end) }
    #expect(kept.count == ends.count)
    #expect(ends.indices.map { kept[$0] } == ends)
    #expect(kept.range(of: 0) == 0..<0 && kept.range(of: 5) == 0x1_0000_0007..<0x3_0000_0001)
  }
}
