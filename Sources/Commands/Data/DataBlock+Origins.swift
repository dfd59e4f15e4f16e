import Execution
import Learning
import Notebook

// Where the data of a `data` block come from: the first source of a list that can be had, or the lesson itself.
extension DataBlock {
  /// What each source is, the best first, or where there is none the rows in place.
  var origins: [any DataOrigin] {
    source?.values.map(Self.origin) ?? [InlineOrigin()]
  }

  private static func origin(at location: Location) -> any DataOrigin {
    if location.text.hasPrefix(BuiltinSets.prefix) {
      let name = String(location.text.dropFirst(BuiltinSets.prefix.count))
      guard let kind = BuiltinSets.all.first(where: { $0.name == name }) else {
        return UnknownSetOrigin(setName: name, location: location)
      }
      return BuiltinOrigin(kind: kind, location: location)
    }
    if IDXFile.isNamed(location.text) { return PictureOrigin(location: location) }
    return location.isRemote
      ? RemoteOrigin(location: location) : FileOrigin(location: location)
  }

  var locations: [Location] {
    if case .file(let labels) = labels { sources + [labels] } else { sources }
  }

  var sourcePin: String? { sha256 }

  /// Finds what is wrong with the sources themselves, and with the options for them.
  func checkSources(_ scope: inout Scope) {
    scope.part { checkApplicability(&$0) }
    for origin in origins { scope.part { origin.check(self, &$0) } }
    scope.part { checkDigest(&$0) }
    scope.part { checkCredentials(&$0) }
    if !scope.hasErrors {
      scope.part { scope in
        for location in sources { location.checkPath(&scope) }
      }
      scope.part { if case .file(let labels)? = labels { labels.checkPath(&$0) } }
      scope.part { scope in
        for origin in origins { origin.checkAddress(for: self, &scope) }
      }
    }
  }

  private func checkDigest(_ scope: inout Scope) {
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
  private func checkCredentials(_ scope: inout Scope) {
    for location in sources where location.exposesCredential {
      scope.warning(
        .exposedCredentials,
        "the address names a user, and whoever reads the lesson can be that user; give it with -p",
        at: location.range)
    }
  }

  /// What is known of the data before they are had: those of the first origin that is not missing from the disk.
  func outlineOfData(_ scope: inout Scope) -> Dataset.Outline? {
    var rest = origins[...]
    while let origin = rest.popFirst() {
      let isAbsent =
        !rest.isEmpty
        && origin.absence(from: scope.files, lessonFolder: scope.lessonFolder) != nil
      if !isAbsent { return origin.outline(for: self, isLast: rest.isEmpty, &scope) }
    }
    return nil
  }

  /// The data of the first origin that can be had, with the reasons why others before it cannot.
  func dataset(_ context: Context) throws -> (data: Dataset, failures: [BlockFailure]) {
    let origins = origins
    var failures: [BlockFailure] = []
    for origin in origins {
      switch try attempt(origin, isOnly: origins.count == 1, context) {
      case .had(let dataset): return (dataset, failures)
      case .absent(let failure): failures.append(failure)
      }
    }
    if failures.count == 1 { throw failures[0] }
    throw BlockFailure(
      "none of the sources can be had", at: $source.range,
      notes: failures.flatMap { [$0.message] + $0.notes })
  }

  /// Of a file that is the only source, those who read it say why it is not there.
  private func attempt(
    _ origin: any DataOrigin, isOnly: Bool, _ context: Context
  ) throws -> DataAttempt {
    if !isOnly,
      let absence = origin.absence(from: context.files, lessonFolder: context.lessonFolder)
    {
      return .absent(absence)
    }
    return try origin.attempt(for: self, context)
  }
}
