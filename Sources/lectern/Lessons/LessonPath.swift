/// Paths of lessons and reports.
enum LessonPath {
  /// The file's name without folder.
  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The file's name without folder and ending: the name of its report.
  static func name(of path: String) -> String {
    let file = lastComponent(of: path)
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }

  /// The path of a file in a folder; no name of a folder is the current one.
  static func file(_ name: String, in folder: String) -> String {
    folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that the file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
