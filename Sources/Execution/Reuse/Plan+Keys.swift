import Notebook
import Randomness

extension Plan {
  /// The key of a block; nil if it does not run or reads what has no key.
  ///
  /// - Parameters:
  ///   - inputs: the keys of the blocks that it reads, by their names; nil for one without a key.
  ///   - stream: the lesson's random stream before the block, if all blocks share it.
  ///   - files: the files that the check has read.
  ///   - engine: what names the program: another one may compute other results.
  func key(
    ofBlock index: Int, inputs: [(name: String, key: BlockKey?)], stream: RandomState?,
    files: InputFiles, engine: String
  ) -> BlockKey? {
    let step = steps[index]
    guard let command = step.command else { return nil }
    var canonical = CanonicalText(parameters: parameters.byName)
    var ingredients: [BlockKey.Ingredient] = [
      .init(name: "Lectern", value: engine),
      .init(name: "the command", value: type(of: command).name),
    ]
    for option in CommandDeclaration.options(of: command) {
      ingredients.append(.init(name: option.name, value: canonical.text(of: option.declaration)))
    }
    for location in canonical.locations where location.isFile || location.isRemote {
      guard let digest = files.digest(of: location, lessonFolder: lessonFolder) else { return nil }
      let name = location.isFile ? "the file \(location.fileName)" : location.text
      ingredients.append(.init(name: name, value: digest))
    }
    for input in inputs {
      guard let key = input.key else { return nil }
      ingredients.append(.init(name: "'\(input.name)'", value: key.digest))
    }
    if command.drawsRandomNumbers {
      let own = "\(seed):\(step.block.name ?? "")"
      ingredients.append(.init(name: "the random stream", value: stream?.digest ?? own))
    }
    return BlockKey(ingredients)
  }
}
