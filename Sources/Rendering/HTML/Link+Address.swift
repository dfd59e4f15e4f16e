import Execution
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

  /// The file that a link leads to, if the page holds it.
  func download(among files: [String: LinkedFile]) -> ProseHTML.Download? {
    guard case .file(let path) = target, let file = files[path] else { return nil }
    // What kind of file it is, its name says.
    let data = Data(file.bytes).base64EncodedString()
    return ProseHTML.Download(
      fileName: file.name, address: "data:application/octet-stream;base64,\(data)")
  }
}
