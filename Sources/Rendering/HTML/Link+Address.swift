import Notebook

extension Prose.Link {
  /// Where a link leads from a report: to another lesson's report, which stands beside this one, or to what the lesson says.
  var addressInReport: String {
    guard case .lesson(let file, let rest) = target else { return destination }
    return file.dropLast(LinkTarget.lessonEnding.count) + ".html" + rest
  }
}
