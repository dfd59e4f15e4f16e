import Foundation
import Learning
import Testing

@Suite("The offsets of texts")
struct TextOffsetsTests {
  @Test(arguments: [
    [], [0, 5, 0xFFFF_FFFF], [0x1_0000_0000, 3], [7, 0, 0x1_0000_0007, 0x3_0000_0001, 2],
    [0xFF_FFFF_FFFF, 0xFF_FFFF_FFFF],
  ])
  func areRightBeyondFourGigabytes(offsets: [Int]) throws {
    var kept = TextOffsets()
    for offset in offsets { kept.append(offset) }
    let copy = try JSONDecoder().decode(TextOffsets.self, from: JSONEncoder().encode(kept))
    for kept in [kept, copy] {
      #expect(kept.count == offsets.count)
      #expect(offsets.indices.map { kept[$0] } == offsets)
    }
  }

  @Test func areRefusedUnlessTheyAreWhole() throws {
    let damaged = ["lowBits": Data([1, 0, 0, 0, 2, 0, 0, 0]), "highBits": Data([1])]
    let json = try JSONEncoder().encode(damaged)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(TextOffsets.self, from: json) }
  }
}
