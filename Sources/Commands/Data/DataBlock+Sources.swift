import Execution
import Learning
import Notebook

// Where the data of a `data` block come from: the first source of a list that can be had.
extension DataBlock {
  var locations: [Location] {
    if case .file(let labels) = labels { sources + [labels] } else { sources }
  }

  var sourcePin: String? { sha256 }

  /// Finds what is wrong with the sources themselves, and with the options for them.
  func checkSources(_ scope: inout Scope) {
    scope.part { checkApplicability(&$0) }
    for builtin in sources.compactMap({ BuiltinData($0) }) {
      scope.part { check(builtin, &$0) }
    }
  }

  private func check(_ builtin: BuiltinData, _ scope: inout Scope) {
    if let problem = builtin.problem(in: self) {
      scope.error(
        problem.code, problem.message, at: problem.place.range, suggestion: problem.suggestion)
    }
  }

  /// Each source must be one, and each option must be for one of them.
  private func checkApplicability(_ scope: inout Scope) {
    var allowed: [String] = []
    for location in sources {
      if !location.text.hasPrefix(BuiltinData.prefix) {
        allowed += Self.options(ofFile: location)
      } else if let builtin = BuiltinData(location) {
        allowed += builtin.options
      } else {
        return refuseUnknownBuiltin(location, &scope)
      }
    }
    refuse(otherThan: allowed, for: nameOfSources, &scope)
  }

  private static func options(ofFile location: Location) -> [String] {
    if namesPictures(location) { return pictureOptions }
    return namesJSONLines(location)
      ? fileOptions.filter { !separatedOptions.contains($0) } : fileOptions
  }

  /// What options do not apply to.
  private var nameOfSources: String {
    guard sources.count == 1 else { return "any of the sources" }
    if BuiltinData(sources[0]) != nil { return sources[0].text }
    return Self.namesJSONLines(sources[0]) ? "JSON lines" : "a file"
  }

  private static func namesJSONLines(_ location: Location) -> Bool {
    TableFormat(fileName: location.text)?.layout == .jsonLines
  }

  private func refuseUnknownBuiltin(_ location: Location, _ scope: inout Scope) {
    let name = String(location.text.dropFirst(BuiltinData.prefix.count))
    let known = BuiltinData.allCases.map(\.rawValue)
    let hint = suggestion(for: name, among: known)
    let rest = hint.isEmpty ? "; there are \(listOfAlternatives(known))" : "\(hint)"
    scope.error(
      .unknownSource, "unknown built-in data set '\(name)'\(rest)", at: location.range,
      suggestion: hint)
  }

  func checkDigest(_ scope: inout Scope) {
    if let sha256, sha256.utf8.count != 64 || !sha256.allSatisfy(\.isHexDigit) {
      scope.error(
        .wrongType, "'sha256' is 64 hexadecimal digits, as sha256sum prints them",
        at: $sha256.range)
    }
    if sha256 == nil, let location = sources.first(where: { $0.isWeb }) {
      scope.error(
        .missingOption, "data from the web need 'sha256', or they could change without a word",
        at: location.range)
    }
  }

  /// Addresses in a lesson are for everybody to see.
  func checkCredentials(_ scope: inout Scope) {
    for location in sources where location.exposesCredential {
      scope.warning(
        .exposedCredentials,
        "the address names a user, and whoever reads the lesson can be that user; give it with -p",
        at: location.range)
    }
  }

  /// Each source that is elsewhere must be one, even if it is asked only when others cannot be had.
  func checkAddresses(_ scope: inout Scope) {
    for location in sources where location.isRemote && !Self.namesPictures(location) {
      do throws(FetchProblem) {
        _ = try scope.files.remote.localFiles(of: remoteSource(location))
      } catch {
        guard error.isMistake else { continue }
        scope.error(.unknownSource, error.message, at: location.range, notes: error.notes)
      }
    }
  }

  /// What is known of the data before they are had. Where the first source can only be had by fetching it, that is little.
  func outline(of rest: ArraySlice<Location>, _ scope: inout Scope) -> Dataset.Outline? {
    guard let location = rest.first else { return nil }
    if let builtin = BuiltinData(location) { return builtin.outline(for: self) }
    let isLast = rest.count == 1
    guard location.isRemote, !Self.namesPictures(location) else {
      let file = DataFile(location, lessonFolder: scope.lessonFolder)
      if !isLast, !scope.files.isThere(file.files[0].path) {
        return outline(of: rest.dropFirst(), &scope)
      }
      if Self.namesPictures(location) { return checkPictures(location, &scope) }
      return checkFile(file, &scope)
    }
    do throws(FetchProblem) {
      if let fetched = try scope.files.remote.localFiles(of: remoteSource(location)) {
        return checkFile(DataFile(fetched, of: location), &scope)
      }
    } catch {
      scope.error(.unknownSource, error.message, at: location.range, notes: error.notes)
      return nil
    }
    guard answer != nil || !isLast else {
      scope.error(.missingOption, Self.missingAnswer)
      return nil
    }
    let answers: ExamplesOutline.Answers =
      if case .targets(let names)? = answer {
        .targets(names, scaling: scaleTarget)
      } else {
        .classes(nil)
      }
    return Dataset.Outline(
      examples: ExamplesOutline(
        columns: columnsOfUnseenFile, inputColumns: inputColumnsOfUnseenFile, answers: answers,
        labelName: label, parts: [.train]), hasDigest: true)
  }

  private func remoteSource(_ location: Location) -> RemoteSource {
    RemoteSource(text: location.text, sha256: sha256?.lowercased())
  }

  /// The data of the first source that can be had, with the reasons why others before it cannot.
  func dataset(_ context: Context) throws -> (data: Dataset, failures: [BlockFailure]) {
    var failures: [BlockFailure] = []
    for location in sources {
      switch try attempt(location, context) {
      case .had(let dataset): return (dataset, failures)
      case .absent(let failure): failures.append(failure)
      }
    }
    guard let only = failures.first else { return (try inlineDataset(), []) }
    if failures.count == 1 { throw only }
    throw BlockFailure(
      "none of the sources can be had", at: $source.range,
      notes: failures.flatMap { [$0.message] + $0.notes })
  }

  /// What comes of asking for the data of one source.
  private enum Attempt {
    case had(Dataset)
    /// It is not there, so the next may be tried. Whatever is wrong with one that is there is an error.
    case absent(BlockFailure)
  }

  private func attempt(_ location: Location, _ context: Context) throws -> Attempt {
    if let builtin = BuiltinData(location) {
      return .had(try dataset(of: builtin, at: location, context))
    }
    if location.isRemote, !Self.namesPictures(location) {
      let fetched: FetchedFiles
      do throws(FetchProblem) {
        fetched = try context.files.remote.files(
          of: remoteSource(location), isCancelled: context.isCancelled)
      } catch {
        if error.isCancellation { throw CancellationError() }
        let failure = BlockFailure(error.message, at: location.range, notes: error.notes)
        if error.isMistake { throw failure }
        return .absent(failure)
      }
      return .had(try dataset(in: DataFile(fetched, of: location), context.files))
    }
    let file = DataFile(location, lessonFolder: context.lessonFolder)
    if sources.count > 1, !context.files.isThere(file.files[0].path) {
      return .absent(
        BlockFailure("the data file '\(file.name)' does not exist", at: location.range))
    }
    if Self.namesPictures(location) {
      return .had(
        try pictures(in: location, context.files, lessonFolder: context.lessonFolder))
    }
    return .had(try dataset(in: file, context.files))
  }

  private func dataset(
    of builtin: BuiltinData, at location: Location, _ context: Context
  ) throws -> Dataset {
    do {
      return try context.draw { stream in
        try builtin.dataset(for: self, drawing: &stream, isCancelled: context.isCancelled)
      }
    } catch let error as DatasetError {
      throw BlockFailure("\(error)", at: location.range)
    }
  }
}
