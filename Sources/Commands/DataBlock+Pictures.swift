import Execution
import Learning
import Notebook

// The pictures of an IDX file, with their labels in another.
extension DataBlock {
  /// Whether a source is a file of pictures.
  static func namesPictures(_ location: Location) -> Bool {
    !location.text.hasPrefix(BuiltinData.prefix) && IDXFile.isNamed(location.text)
  }

  /// Reads both files, and checks whether they belong together.
  func checkPictures(_ location: Location, _ scope: inout Scope) -> Dataset.Outline? {
    do {
      let pictures = try loadedPictures(location, scope.files, lessonFolder: scope.lessonFolder)
      if let problem = pictures.labels.lackOfClasses("the pictures have") {
        scope.error(.singleClass, problem, at: $labels.range)
        return nil
      }
      return Dataset.Outline(
        examples: ExamplesOutline(
          columns: .exactly(pictures.shape.pixelCount),
          answers: .classes(pictures.labels.classes), parts: [.train],
          rows: [.train: pictures.labels.count]),
        labels: pictures.labels, hasDigest: true)
    } catch {
      let code: DiagnosticCode = $labels.isGiven ? .unreadableData : .missingOption
      scope.error(
        code, error.message, at: error.range, suggestion: error.suggestion, notes: error.notes)
      return nil
    }
  }

  /// The data set of the pictures in a file.
  func pictures(
    in location: Location, _ files: InputFiles, lessonFolder: String
  ) throws(BlockFailure) -> Dataset {
    let pictures = try loadedPictures(location, files, lessonFolder: lessonFolder)
    return Dataset(
      pictures: pictures.shape, pixels: pictures.file.content.pixels(of: pictures.shape),
      labels: pictures.labels, source: pictures.file.source)
  }

  /// Pictures as they are in their file, and what is known of them.
  private struct LoadedPictures {
    var file: LoadedIDX
    var shape: PictureShape
    var labels: Labels
  }

  private func loadedPictures(
    _ location: Location, _ files: InputFiles, lessonFolder: String
  ) throws(BlockFailure) -> LoadedPictures {
    guard case .file(let labelLocation)? = labels else {
      throw BlockFailure("pictures in an IDX file need 'labels': the file with their labels")
    }
    let file = try loadedIDX(location, files, lessonFolder: lessonFolder)
    if let sha256, file.source.sha256 != sha256.lowercased() {
      throw BlockFailure(
        "\(file.source.name) has another digest: \(file.source.sha256 ?? "")", at: $sha256.range)
    }
    let labelFile = try loadedIDX(labelLocation, files, lessonFolder: lessonFolder)
    let shape = try Self.reading(location) { () throws(IDXError) in
      try file.content.pictureShape()
    }
    let labels = try Self.reading(labelLocation) { () throws(IDXError) in
      try labelFile.content.labels()
    }
    guard file.content.sizes[0] == labels.count else {
      throw BlockFailure(
        "there are \(file.content.sizes[0]) pictures and \(labels.count) labels",
        at: labelLocation.range)
    }
    return LoadedPictures(file: file, shape: shape, labels: labels)
  }

  /// A file of bytes in the IDX format, and where it comes from.
  private struct LoadedIDX: Sendable {
    var content: IDXFile
    var source: DataSource
  }

  private func loadedIDX(
    _ location: Location, _ files: InputFiles, lessonFolder: String
  ) throws(BlockFailure) -> LoadedIDX {
    if location.isRemote {
      throw BlockFailure(
        "IDX files are read from this machine only; fetch '\(location.text)' first",
        at: location.range)
    }
    let name = location.fileName
    let path = location.path(lessonFolder: lessonFolder)
    do {
      let read = try files.value(ofFile: path, key: "idx") { (bytes) throws(IDXError) in
        try IDXFile(parsing: bytes, isPacked: name.lowercased().hasSuffix(".gz"))
      }
      return LoadedIDX(
        content: read.value, source: DataSource(name: name, sha256: read.sha256))
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
      throw BlockFailure("\(location.fileName): \(error)", at: location.range)
    }
  }
}
