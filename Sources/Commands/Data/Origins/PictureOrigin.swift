import Execution
import Learning
import Notebook

/// The pictures of an IDX file, with their labels in another.
struct PictureOrigin: DataOrigin {
  let location: Location

  var name: String { "a file" }
  var isAnsweredByLesson: Bool { false }
  var takesLabelFile: Bool { true }

  func options(_ scope: inout Scope) -> [String]? { ["scale", "sha256"] }

  func absence(from files: InputFiles, lessonFolder: String) -> BlockFailure? {
    location.absence(from: files, lessonFolder: lessonFolder)
  }

  /// Reads both files, and checks whether they belong together.
  func outline(
    for block: DataBlock, isLast: Bool, _ scope: inout Scope
  ) -> Dataset.Outline? {
    do {
      let pictures = try loadedPictures(for: block, scope.files, lessonFolder: scope.lessonFolder)
      if let problem = pictures.labels.lackOfClasses("the pictures have") {
        scope.error(.singleClass, problem, at: block.$labels.range)
        return nil
      }
      return Dataset.Outline(
        examples: ExamplesOutline(
          columns: .exactly(pictures.shape.pixelCount), inputColumns: pictures.shape.columns,
          answers: .classes(pictures.labels.classes), labelName: Dataset.usualLabelName,
          parts: [.train],
          rows: [.train: pictures.labels.count]),
        labels: pictures.labels, hasDigest: true)
    } catch {
      let code: DiagnosticCode = block.$labels.isGiven ? .unreadableData : .missingOption
      scope.error(
        code, error.message, at: error.range, suggestion: error.suggestion, notes: error.notes)
      return nil
    }
  }

  func attempt(for block: DataBlock, _ context: Context) throws -> DataAttempt {
    let pictures = try loadedPictures(for: block, context.files, lessonFolder: context.lessonFolder)
    let file = pictures.content.file
    return .had(
      Dataset(
        pictures: pictures.shape, pixels: pictures.content.bytes.pixels(of: pictures.shape),
        labels: pictures.labels,
        source: DataSource(name: file.name, sha256: file.sha256, labels: pictures.labelFile)))
  }
}

// MARK: - The two files

extension PictureOrigin {
  /// Pictures as they are in their file, and what is known of them.
  private struct LoadedPictures {
    var content: LoadedIDX
    var shape: PictureShape
    var labelFile: DataSource.File
    var labels: Labels
  }

  private func loadedPictures(
    for block: DataBlock, _ files: InputFiles, lessonFolder: String
  ) throws(BlockFailure) -> LoadedPictures {
    guard case .file(let labelLocation)? = block.labels else {
      throw BlockFailure("pictures in an IDX file need 'labels': the file with their labels")
    }
    let content = try Self.loadedIDX(location, files, lessonFolder: lessonFolder)
    if let sha256 = block.sha256, content.file.sha256 != sha256.lowercased() {
      throw BlockFailure(
        "\(content.file.name) has another digest: \(content.file.sha256)", at: block.$sha256.range)
    }
    let labelContent = try Self.loadedIDX(labelLocation, files, lessonFolder: lessonFolder)
    let shape = try Self.reading(location) { () throws(IDXError) in
      try content.bytes.pictureShape()
    }
    let labels = try Self.reading(labelLocation) { () throws(IDXError) in
      try labelContent.bytes.labels()
    }
    guard content.bytes.sizes[0] == labels.count else {
      throw BlockFailure(
        "there are \(content.bytes.sizes[0]) pictures and \(labels.count) labels",
        at: labelLocation.range)
    }
    return LoadedPictures(
      content: content, shape: shape, labelFile: labelContent.file, labels: labels)
  }

  /// A file of bytes in the IDX format.
  private struct LoadedIDX: Sendable {
    var file: DataSource.File
    var bytes: IDXFile
  }

  private static func loadedIDX(
    _ location: Location, _ files: InputFiles, lessonFolder: String
  ) throws(BlockFailure) -> LoadedIDX {
    if location.isRemote {
      throw BlockFailure(
        "IDX files are read from this machine only; fetch '\(location.shown)' first",
        at: location.range)
    }
    let name = location.shown
    let path = location.path(lessonFolder: lessonFolder)
    do {
      let read = try files.value(ofFile: path, key: "idx", limit: .data) {
        (bytes) throws(IDXError) in
        try IDXFile(parsing: bytes, isPacked: name.lowercased().hasSuffix(".gz"))
      }
      return LoadedIDX(
        file: DataSource.File(name: name, sha256: read.sha256), bytes: read.value)
    } catch let error as IDXError {
      throw BlockFailure("\(name): \(error)", at: location.range)
    } catch let problem as FileProblem {
      throw BlockFailure(
        problem, ofDataFile: name, at: location.range,
        nearby: files.isThere(path)
          ? nil : NearbyFiles(of: location, lessonFolder: lessonFolder))
    } catch {
      throw BlockFailure("\(error)", at: location.range)
    }
  }

  private static func reading<Content>(
    _ location: Location, _ body: () throws(IDXError) -> Content
  ) throws(BlockFailure) -> Content {
    do throws(IDXError) {
      return try body()
    } catch {
      throw BlockFailure("\(location.shown): \(error)", at: location.range)
    }
  }
}
