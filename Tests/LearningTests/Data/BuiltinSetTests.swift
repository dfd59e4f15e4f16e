import Learning
import Randomness
import Testing

@Suite("The list of built-in sets")
struct BuiltinSetTests {
  /// A lesson that says nothing but how many rows there are.
  private struct FewRows: BuiltinOptionValues {
    let rows: Int? = 20
    let columns: Int? = nil
    let classes: Int? = nil
    let classShares: [Double]? = nil
    let size: Int? = nil
    let noise: Double? = nil
    let factor: Double? = nil
    let spamShare: Double? = nil
    let seed: Int? = nil
    let text: String? = nil
    let label: String? = nil
  }

  @Test func hasDistinctNames() {
    #expect(Set(BuiltinSets.all.map { $0.name }).count == BuiltinSets.all.count)
  }

  @Test func saysWhatTheSetsWillBe() throws {
    for kind in BuiltinSets.all {
      let builtin = kind.init(given: FewRows())
      var stream = RandomState(seed: 1)
      let dataset = try builtin.dataset(drawing: &stream) { false }
      #expect(builtin.mistake == nil, "\(kind.name)")
      #expect(dataset.source.name == "builtin:\(kind.name)")
      #expect(dataset.rowCount == builtin.rows, "\(kind.name)")
      #expect(dataset.inputCount == builtin.inputs.count, "\(kind.name)")
      #expect((dataset.targets != nil) == kind.hasTarget, "\(kind.name)")
      #expect(dataset.labels?.classes ?? [] == builtin.classes, "\(kind.name)")
      var untouched = RandomState(seed: 1)
      let hasDrawn = stream.integer(below: 1 << 31) != untouched.integer(below: 1 << 31)
      #expect(hasDrawn == kind.drawsRandomNumbers, "\(kind.name)")
    }
  }
}
