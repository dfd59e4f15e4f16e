import Foundation
import Notebook

extension Prose.Link {
  /// Where a link leads from a report: to another lesson's report, which stands beside this one, or to what the lesson says.
  ///
  /// - Parameter reports: the names of reports that are not called as their lessons are, by the files of these.
  func address(among reports: [String: String]) -> String {
    guard case .lesson(let file, let rest) = target else { return destination }
    if let report = reports[file.removingPercentEncoding ?? file] {
      return PageLink.address(of: report) + rest
    }
    return file.dropLast(LinkTarget.lessonEnding.count) + ".html" + rest
  }
}
