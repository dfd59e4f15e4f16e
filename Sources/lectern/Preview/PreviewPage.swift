import Execution
import Rendering

/// How a lesson's page looks in the preview: the report, with a script and a place for what the preview has to say.
enum PreviewPage {
  /// The page may run the preview's script and ask the preview for news; nothing else.
  static let securityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self';"
    + " img-src data:; base-uri 'none'; form-action 'none'"

  static var stylesheet: [UInt8] { PackageResources.preview_css }
  static var script: [UInt8] { PackageResources.preview_js }

  private static let frame = PageFrame(
    securityPolicy: securityPolicy,
    // The icon keeps browsers from asking for one.
    head: """
      <link rel="icon" href="data:,"/>
      <link rel="stylesheet" href="/preview.css"/>
      <script type="module" src="/preview.js"></script>

      """,
    foot: """
      <aside id="preview" lang="en" aria-label="Preview">
      <div id="preview-mistakes" aria-live="polite"></div>
      <div id="preview-status"></div>
      </aside>

      """,
    hasDigest: false)

  /// The page of a lesson, whether its run is over or not.
  static func html(of lesson: ExecutedLesson) -> String {
    LessonReport.html(of: lesson, in: frame)
  }

  /// The target of links to a block on the page; nil for a block that its author hides.
  static func anchor(ofBlock index: Int, in plan: Plan) -> String? {
    LessonReport.anchor(ofBlock: index, in: plan)
  }

  /// What there is to see before the first good page.
  static func html(waitingFor lesson: String) -> String {
    ReportPage(
      title: LessonPath.name(of: lesson),
      body: [.prose(html: "<p>The lesson appears here as soon as it can run.</p>\n")]
    ).html(in: frame)
  }

  /// What there is to see where a link of the page leads elsewhere, such as to another lesson's report.
  ///
  /// - Parameters:
  ///   - path: what is asked for, such as "/softmax.html".
  ///   - lesson: the path of the lesson that the preview shows.
  static func html(elsewhere path: String, besides lesson: String) -> String {
    let name = LessonPath.lastComponent(of: path)
    let shown = LessonPath.lastComponent(of: lesson)
    var words = Markup()
    words.element("p") { words in
      words.text("This preview shows ")
      words.element("code", text: shown)
      words.text(" and nothing else. ")
      guard let other = lessonFile(ofReport: name, besides: lesson) else {
        words.text("What this link leads to is not part of it.")
        return
      }
      words.text("This link leads to the report of another lesson: ")
      words.element("code", text: "lectern preview \(ShellWord.text(other))")
      words.text(" shows that one, and rendering the folder writes the reports of all.")
    }
    words.newline()
    words.element("p") { $0.element("a", ["href": "/"], text: "Back to \(shown)") }
    words.newline()
    return ReportPage(title: name, body: [.prose(html: words.text)]).html
  }

  /// The path of the lesson beside another one that a report is of; nil for what is no report, and for the report of a
  /// folder or of values in a matrix, which no file is called like.
  private static func lessonFile(ofReport name: String, besides lesson: String) -> String? {
    guard name.hasSuffix(".html") else { return nil }
    let other: String = name.dropLast(".html".count) + ".md"
    let path = LessonPath.file(other, in: LessonPath.folder(of: lesson))
    guard FileStamp(ofFile: path)?.isFolder == false else { return nil }
    // With its folder, a name that begins with a hyphen is no option.
    return path.hasPrefix("./") && !other.hasPrefix("-") ? other : path
  }
}
