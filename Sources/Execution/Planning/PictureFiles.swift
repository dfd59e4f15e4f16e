import Notebook

/// Reads the pictures that a lesson shows: files in its folder or below it, and none elsewhere.
struct PictureFiles {
  private let files: LessonFolderFiles
  /// The pictures by their paths, as the lesson writes them.
  private(set) var pictures: [String: Picture] = [:]
  /// What is wrong with the others.
  private var problems: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: LessonFolderFiles) {
    self.files = files
  }

  /// Reads the pictures of some prose.
  mutating func read(_ prose: Prose) {
    for case .enter(.image(let image)) in prose.events where image.isFile {
      let path = image.destination
      if pictures[path] == nil, problems[path] == nil {
        do throws(FileProblem) {
          pictures[path] = try picture(at: path)
        } catch {
          problems[path] = error.message
        }
      }
      if let problem = problems[path] {
        diagnostics.append(.error(.unreadablePicture, problem, at: image.range))
      }
    }
  }

  private func picture(at path: String) throws(FileProblem) -> Picture {
    try files.value(ofFile: path, key: "picture") { bytes throws(FileProblem) in
      if let picture = Picture(bytes) { return picture }
      throw FileProblem(path: path, reason: "is no picture: PNG, JPEG, GIF, WebP or SVG")
    }
  }
}
