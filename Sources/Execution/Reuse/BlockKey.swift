import Crypto
import Foundation
import Randomness

/// Everything that a block's result depends on, and nothing else: two blocks with equal keys have equal results.
///
/// Prose, captions and cell options are not among it; nor is the block's name, unless its random stream is made of it.
public struct BlockKey: Sendable, Equatable {
  /// One thing that the result depends on.
  public struct Ingredient: Sendable, Equatable, Codable {
    /// What it is, in the words of an explanation: "batch_size", "'spam'", "the file mails.csv".
    public var name: String
    /// Its value, or a digest of it.
    public var value: String
  }

  /// What the result depends on, in a fixed order.
  public let ingredients: [Ingredient]
  /// SHA-256 of the ingredients, 64 hexadecimal digits.
  public let digest: String

  init(_ ingredients: [Ingredient]) {
    self.ingredients = ingredients
    var hash = SHA256()
    for text in ingredients.flatMap({ [$0.name, $0.value] }) {
      // Lengths keep texts apart.
      hash.update(data: Data("\(text.utf8.count):\(text)".utf8))
    }
    digest = hash.finalize().hexadecimal
  }

  /// The key of a part of the block's result, which does not depend on some of the ingredients.
  func part(_ name: String, without omitted: Set<String>) -> BlockKey {
    BlockKey(
      ingredients.filter { !omitted.contains($0.name) } + [Ingredient(name: "part", value: name)])
  }

  /// What is not as it was, in a few words: "batch_size changed"; nil if nothing is.
  public func difference(from older: [Ingredient]) -> String? {
    let before = Dictionary(older.map { ($0.name, $0.value) }) { first, _ in first }
    let changed = ingredients.filter { before[$0.name] != $0.value }.map(\.name)
    let names = Set(ingredients.map(\.name))
    let gone = older.map(\.name).filter { !names.contains($0) }
    let all = changed + gone
    return all.isEmpty ? nil : all.joined(separator: ", ") + " changed"
  }
}
