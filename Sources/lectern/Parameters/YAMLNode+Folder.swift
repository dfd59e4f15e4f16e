import Notebook

extension YAMLNode {
  /// The same value, whose relative paths start from a folder, those of its items too.
  func starting(from folder: String) -> YAMLNode {
    var node = self
    node.folder = folder
    switch node.content {
    case .scalar: break
    case .sequence(let items):
      node.content = .sequence(items.map { $0.starting(from: folder) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { entry in
          var entry = entry
          entry.value = entry.value.starting(from: folder)
          return entry
        })
    }
    return node
  }
}
