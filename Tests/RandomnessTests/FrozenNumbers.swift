import Foundation
import Testing

/// Numbers that NumPy drew, from `Tests/Reference/random_state.py`.
struct FrozenNumbers: Decodable {
  struct Stream: Decodable, Sendable, CustomTestStringConvertible {
    let seed: UInt32
    let words: [UInt32]
    let uniform: [Double]
    let uniform_between: [Double]
    let uniform_after_1000: [Double]
    let normal: [Double]
    let normal_2_3: [Double]
    let normals_sum_of_10000: Double
    let integers_below_10: [Int]
    let integers_below_1000: [Int]
    let integers_below_1: [Int]
    let integers_below_2_to_40: [Int]
    let permutation_of_10: [Int]
    let permutation_of_1: [Int]
    let shuffled: [Int]
    let choice_of_4_in_9: [Int]
    let mixed: [Double]

    var testDescription: String { "seed \(seed)" }
  }
  struct Sequence: Decodable {
    let normals: [Double]
    let permutation: [Int]
    let integers_below_5: [Int]
    let small_normals: [Double]
    let uniform: [Double]
    let permutations: [[Int]]
  }
  struct Block: Decodable, Sendable, CustomTestStringConvertible {
    let seed: UInt32
    let name: String
    let uniform: [Double]

    var testDescription: String { "\(seed):\(name)" }
  }

  let streams: [Stream]
  let sequence: Sequence
  let blocks: [Block]

  static func load() throws -> FrozenNumbers {
    let file = Bundle.module.url(
      forResource: "random_state", withExtension: "json", subdirectory: "Frozen")
    let data = try Data(contentsOf: file ?? URL(filePath: "/random_state.json"))
    return try JSONDecoder().decode(FrozenNumbers.self, from: data)
  }
}
