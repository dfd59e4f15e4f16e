import Notebook

extension Plan.Step {
  /// What the block reads that is elsewhere.
  var remoteSources: Set<RemoteSource> {
    guard let command else { return [] }
    let remote = command.locations.filter(\.isRemote)
    return Set(remote.map { RemoteSource(text: $0.text, sha256: command.sourcePin) })
  }
}

extension Plan {
  /// The key of a block; nil if it does not run, reads what has no key, or reads data of which it is not known yet whether
  /// they can be had.
  ///
  /// - Parameters:
  ///   - inputs: the keys of the blocks that it reads, by their names; nil for one without a key.
  ///   - stream: what names the state of the lesson's random stream before the block, if all blocks share it.
  ///   - files: the files that the check has read.
  ///   - engine: what names the program: another one may compute other results.
  ///   - allowsUnread: whether data that has still to be fetched is named by where it is; else the block has no key.
  func key(
    ofBlock index: Int, inputs: [(name: String, key: BlockKey?)], stream: String?,
    files: InputFiles, engine: String, allowsUnread: Bool = false
  ) -> BlockKey? {
    let step = steps[index]
    guard let command = step.command else { return nil }
    var canonical = CanonicalText(
      parameters: parameters.byName, pinsData: command.sourcePin != nil)
    var ingredients: [BlockKey.Ingredient] = [
      .init(name: "Lectern", value: engine),
      .init(name: "the command", value: type(of: command).name),
    ]
    for option in OptionCollector.options(of: command) {
      ingredients.append(
        .init(name: option.name, value: canonical.text(ofOption: option.declaration)))
    }
    for places in canonical.places {
      let read = whatIsRead(of: places, command.sourcePin, files, allowsUnread: allowsUnread)
      guard let read else { return nil }
      ingredients += read
    }
    for input in inputs {
      guard let key = input.key else { return nil }
      ingredients.append(.init(name: "'\(input.name)'", value: key.digest))
    }
    if command.drawsRandomNumbers {
      let own = "\(seed):\(step.block.name ?? "")"
      ingredients.append(.init(name: "the random stream", value: stream ?? own))
    }
    return BlockKey(ingredients)
  }

  /// What a block reads of places of which the first that can be had counts; nil if it is not known yet which that is.
  private func whatIsRead(
    of places: [Location], _ pin: String?, _ files: InputFiles, allowsUnread: Bool
  ) -> [BlockKey.Ingredient]? {
    var ingredients: [BlockKey.Ingredient] = []
    for location in places {
      // What is made is said by the options.
      guard location.isFile || location.isRemote else { break }
      let name = location.isFile ? "the file \(location.shown)" : location.shown
      switch files.finding(at: location, pin: pin, lessonFolder: lessonFolder) {
      case .absent: ingredients.append(.init(name: name, value: "absent"))
      case .read(let digest): return ingredients + [.init(name: name, value: digest)]
      case .unknown where allowsUnread:
        ingredients.append(.init(name: name, value: location.path(lessonFolder: lessonFolder)))
      case .unknown: return nil
      }
    }
    return ingredients
  }

  /// Names the work of every block without doing any of it, in reading order; nil for a block that does not run or whose
  /// inputs have no name. Blocks of one name in two versions of a lesson do the same work.
  ///
  /// - Parameters:
  ///   - files: the files that the check has read.
  ///   - engine: what names the program.
  public func workNames(files: InputFiles, engine: String) -> [String?] {
    let sharesStream = notebook.frontMatter.randomStream == .notebook
    // Where all blocks share one stream, its state is named by all the work that has drawn from it.
    var stream = "\(seed)"
    var keys: [BlockKey?] = []
    for (index, step) in steps.enumerated() {
      let inputs = step.dependencies.sorted().compactMap { dependency in
        steps[dependency].block.name.map { (name: $0, key: keys[dependency]) }
      }
      let key = key(
        ofBlock: index, inputs: inputs, stream: sharesStream ? stream : nil, files: files,
        engine: engine, allowsUnread: true)
      keys.append(key)
      if step.drawsRandomNumbers {
        stream = BlockKey([.init(name: stream, value: key?.digest ?? "\(index)")]).digest
      }
    }
    return keys.map { $0?.digest }
  }
}
