import Execution
import Notebook

extension OptionReader {
  /// A list with something in it, behind a parameter perhaps, and whether its first entry is a list, too; nil with a mistake
  /// for anything else.
  mutating func list(
    _ node: YAMLNode, of entry: YAMLNode.Entry, expected: String
  ) -> (node: YAMLNode, holdsLists: Bool)? {
    guard let resolved = resolve(node) else { return nil }
    guard case .sequence(let items) = resolved.content, let first = items.first else {
      mismatch(resolved, of: entry, expected: expected)
      return nil
    }
    return if case .sequence = first.content { (resolved, true) } else { (resolved, false) }
  }
}
