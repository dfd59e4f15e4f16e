import Crypto
import Execution

/// The SHA-256 of a page, which the page itself shows.
///
/// It stands on a line of its own, and is the digest of the page's bytes without that line: so whoever keeps a report
/// can tell whether it is still what Lectern wrote.
enum ReportDigest {
  /// Computes the digest of a page that is saved as FILE. An id with a full stop is never a heading's.
  static let command = "grep -vF 'id=\"report.digest\"' FILE | sha256sum"

  /// The page with the line put in.
  ///
  /// - Parameters:
  ///   - offset: where the line goes, in bytes from the start of the page; a line begins there.
  ///   - words: what the page itself says.
  static func page(_ page: String, signedAt offset: Int, in words: PageWords) -> String {
    var line = Markup()
    line.element("div", ["id": "report.digest"]) { line in
      line.element("dt", text: words.thisPage)
      line.element("dd") {
        $0.text("SHA-256 ")
        $0.element("code", text: SHA256.hash(data: Array(page.utf8)).hexadecimal)
      }
    }
    line.newline()
    let place = page.utf8.index(page.startIndex, offsetBy: offset)
    return page[..<place] + line.text + page[place...]
  }
}
