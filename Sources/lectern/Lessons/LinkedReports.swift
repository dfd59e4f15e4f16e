import Execution
import Foundation
import Notebook

/// Which reports the links between a call's lessons lead to: with a matrix, a lesson has several.
struct LinkedReports: Sendable {
  private let lessons: [LessonCall.Lesson]

  init(_ call: LessonCall) {
    lessons = call.lessons
  }

  /// The links of a run's lesson to lessons of the call, each lesson once, with the names of the reports that they lead to.
  func links(of run: Int) -> [(link: Prose.Link, file: String, report: String)] {
    guard let lesson = lesson(of: run), let notebook = try? lesson.file.get().notebook else {
      return []
    }
    let names = names(for: run)
    var files = Set(lessons(beside: lesson).map { LessonPath.lastComponent(of: $0.path) })
    return notebook.prose.flatMap(\.events).compactMap { event in
      guard case .enter(.link(let link)) = event, case .lesson(let written, _)? = link.target
      else { return nil }
      let file = written.removingPercentEncoding ?? written
      guard files.remove(file) != nil else { return nil }
      return (link, file, names[file] ?? LessonPath.name(of: file))
    }
  }

  private func lesson(of run: Int) -> LessonCall.Lesson? {
    lessons.last { $0.firstRun <= run }
  }

  private func lessons(beside lesson: LessonCall.Lesson) -> [LessonCall.Lesson] {
    let folder = LessonPath.folder(of: lesson.path)
    return lessons.filter { LessonPath.folder(of: $0.path) == folder }
  }

  /// The names of reports that are not called as their lessons are, by the files of these, for the links of a run of the
  /// call: of each lesson in its folder the report of the nearest variant.
  func names(for run: Int) -> [String: String] {
    guard let lesson = lesson(of: run) else { return [:] }
    let variant = lesson.variants[run - lesson.firstRun]
    var names: [String: String] = [:]
    for other in lessons(beside: lesson) {
      let name = other.variant(nearest: variant).name
      if name != LessonPath.name(of: other.path) {
        names[LessonPath.lastComponent(of: other.path)] = name
      }
    }
    return names
  }
}

extension LessonCall.Lesson {
  /// The first of those variants that have the most values in common with a variant of this lesson or another one.
  fileprivate func variant(nearest other: LessonVariant) -> LessonVariant {
    let values = Dictionary(
      other.parameters.entries.map { ($0.parameter.name, $0.value) }
    ) { first, _ in first }
    var nearest = variants[0]
    var most = -1
    for variant in variants {
      let common = variant.parameters.entries.count { entry in
        values[entry.parameter.name].map { $0.hasSameValue(as: entry.value) } ?? false
      }
      if common > most { (nearest, most) = (variant, common) }
    }
    return nearest
  }
}

extension YAMLNode {
  /// Whether this is the same value as another one, be it that only one of the two is in quotes.
  fileprivate func hasSameValue(as other: YAMLNode) -> Bool {
    if let scalar, let theirs = other.scalar {
      scalar.text == theirs.text
    } else {
      content == other.content
    }
  }
}
