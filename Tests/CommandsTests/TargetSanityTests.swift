import Commands
import Execution
import LessonTesting
import Testing

/// Errors of numbers have the scale of the targets, and so have the bounds that a sanity check holds them to.
@Suite("A sanity check of a network that predicts numbers")
struct TargetSanityTests {
  /// A parabola at twelve places.
  private static let targets = [
    3.0, 2.1648, 1.4592, 0.855, 0.4158, 0.1062, -0.0738, -0.1242, -0.045, 0.1792, 0.5248, 1.0,
  ]

  private func rows(_ targets: [Double], rate: Double = 0.01) -> [[String]] {
    let checked = CheckedLesson(
      """
      ```{data rows}
      features: [[-1], [-0.82], [-0.64], [-0.45], [-0.27], [-0.09], [0.09], [0.27], [0.45], [0.64], [0.82], [1]]
      targets: \(targets)
      ```
      ```{network net}
      layers: [auto, 128, auto]
      activations: [relu, linear]
      data: rows
      ```
      ```{sanity looks}
      network: net
      data: rows
      learning_rate: \(rate)
      ```

      """, commands: blockCommands)
    #expect(checked.messages == [])
    guard case .table(let table)? = checked.run().outcome("looks")?.outputs.first else { return [] }
    return table.rows
  }

  @Test("finds large targets as fine as small ones")
  func scale() throws {
    for scale in [1.0, 100] {
      let rows = rows(Self.targets.map { $0 * scale })
      try #require(rows.count == 4)
      #expect(rows.compactMap(\.last) == ["fine", "fine", "fine", "fine"], "\(rows)")
    }
  }

  @Test("says what the errors are held to")
  func bounds() throws {
    let rows = rows(Self.targets.map { $0 * 100 }, rate: 0.05)
    try #require(rows.count == 4)
    #expect(rows[1][2] == "at most 88, a hundredth of their targets' variance")
    #expect(rows[2][2] == "a lower loss, at a rate of 0.00041")
  }

  @Test(
    "tells two losses apart by their digits, up to eight",
    arguments: [
      (0.01, "0.4202 → 0.1359"), (1e-6, "0.42024 → 0.4202"), (1e-7, "0.420245 → 0.420241"),
      (1e-12, "0.42024462 → 0.42024462"),
    ])
  func losses(rate: Double, found: String) throws {
    let rows = rows(Self.targets, rate: rate)
    try #require(rows.count == 4)
    #expect(rows[2][1] == found)
  }

  @Test("holds targets that are all the same to the bound of classes")
  func equalTargets() throws {
    let rows = rows(Array(repeating: 0.1, count: 12))
    try #require(rows.count == 4)
    #expect(rows[1][2] == "at most 0.01")
  }
}
