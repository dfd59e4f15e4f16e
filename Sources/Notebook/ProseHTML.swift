/// Writes prose as HTML, in cmark's layout.
public struct ProseHTML {
  /// What a label in a citation stands for.
  public struct Target: Sendable {
    /// "Figure 3".
    public var name: String
    /// The anchor in the page.
    public var anchor: String

    /// A citation's words and where it leads.
    public init(name: String, anchor: String) {
      self.name = name
      self.anchor = anchor
    }
  }

  private let values: (InlineValue) -> String
  private let targets: [String: Target]
  private let headingOffset: Int
  private let linksHeadings: Bool
  private let code: (String, String?) -> String
  private var html = ""
  private var listTightness: [Bool] = []
  private var containers: [Prose.Container] = []
  /// How many images are open; inside one, only words count, since they are its description.
  private var imageDepth = 0

  private init(
    values: @escaping (InlineValue) -> String, targets: [String: Target], headingOffset: Int,
    linksHeadings: Bool, code: @escaping (String, String?) -> String
  ) {
    self.values = values
    self.targets = targets
    self.headingOffset = headingOffset
    self.linksHeadings = linksHeadings
    self.code = code
  }

  /// HTML for a piece of prose.
  ///
  /// - Parameters:
  ///   - values: gives the text of a value of the run.
  ///   - targets: what labels stand for; a citation of another label is shown as written.
  ///   - headingOffset: how many levels lower headings stand than they are written.
  ///   - linksHeadings: whether each heading has a link to itself beside it, for readers who want to cite it.
  ///   - code: gives the HTML of a code block from its text and its language.
  public static func render(
    _ prose: Prose, values: @escaping (InlineValue) -> String, targets: [String: Target],
    headingOffset: Int = 0, linksHeadings: Bool = false,
    code: @escaping (String, String?) -> String = plainCode
  ) -> String {
    var writer = ProseHTML(
      values: values, targets: targets, headingOffset: headingOffset, linksHeadings: linksHeadings,
      code: code)
    for event in prose.events { writer.write(event) }
    return writer.html
  }

  /// A code block as CommonMark has it, in the ink of all text.
  public static func plainCode(_ text: String, language: String?) -> String {
    let isWord = language?.hasPrefix("{") == false
    let attribute = isWord ? " class=\"language-\(escapedHTML(language ?? ""))\"" : ""
    return "<pre><code\(attribute)>\(escapedHTML(text))</code></pre>"
  }

  private mutating func write(_ event: Prose.Event) {
    switch event {
    case .enter(let container): enter(container)
    case .exit(let container): exit(container)
    case .text(let text): html += escapedHTML(text)
    case .code(let text): html += element("code", escapedHTML(text))
    case .codeBlock(let text, let language):
      startLine()
      html += code(text, language) + "\n"
    case .softBreak: html += imageDepth > 0 ? " " : "\n"
    case .lineBreak: html += imageDepth > 0 ? " " : "<br>\n"
    case .thematicBreak:
      startLine()
      html += "<hr>\n"
    case .value(let value): html += element("span class=\"value\"", escapedHTML(values(value)))
    case .reference(let reference): write(reference)
    }
  }

  private mutating func write(_ reference: Prose.Reference) {
    guard let target = targets[reference.label] else {
      html += escapedHTML("@" + reference.label)
      return
    }
    let name = escapedHTML(target.name)
    html += imageDepth > 0 ? name : "<a href=\"#\(escapedHTML(target.anchor))\">\(name)</a>"
  }

  private func element(_ tag: String, _ content: String) -> String {
    if imageDepth > 0 { return content }
    return "<\(tag)>\(content)</\(tag.prefix { $0 != " " })>"
  }

  private mutating func enter(_ container: Prose.Container) {
    containers.append(container)
    switch container {
    case .paragraph:
      if !isInTightItem {
        startLine()
        html += "<p>"
      }
    case .heading(let level, let anchor):
      startLine()
      html += linksHeadings ? "<div class=\"heading\">" : ""
      html += "<h\(min(6, level + headingOffset)) id=\"\(escapedHTML(anchor))\">"
    case .blockQuote:
      startLine()
      html += "<blockquote>\n"
    case .list(let start, let isTight):
      listTightness.append(isTight)
      startLine()
      let first = start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" }
      html += first ?? "<ul>\n"
    case .item:
      startLine()
      html += "<li>"
    case .emphasis: html += imageDepth > 0 ? "" : "<em>"
    case .strong: html += imageDepth > 0 ? "" : "<strong>"
    case .link(let destination, let title):
      html += imageDepth > 0 ? "" : "<a href=\"\(safeAddress(destination))\"\(attribute(title))>"
    case .image:
      html += imageDepth > 0 ? "" : "<span class=\"picture\">"
      imageDepth += 1
    }
  }

  private mutating func exit(_ container: Prose.Container) {
    containers.removeLast()
    switch container {
    case .paragraph: html += isInTightItem ? "" : "</p>\n"
    case .heading(let level, let anchor):
      html += "</h\(min(6, level + headingOffset))>" + link(toHeading: anchor) + "\n"
    case .blockQuote:
      startLine()
      html += "</blockquote>\n"
    case .list(let start, _):
      listTightness.removeLast()
      html += start == nil ? "</ul>\n" : "</ol>\n"
    case .item: html += "</li>\n"
    case .emphasis: html += imageDepth > 0 ? "" : "</em>"
    case .strong: html += imageDepth > 0 ? "" : "</strong>"
    case .link: html += imageDepth > 0 ? "" : "</a>"
    case .image:
      imageDepth -= 1
      html += imageDepth > 0 ? "" : "</span>"
    }
  }

  /// The link beside a heading. It stands behind the heading, not in it, and has the heading's name: so nobody who listens
  /// to the headings hears of it.
  private func link(toHeading anchor: String) -> String {
    guard linksHeadings else { return "" }
    let id = escapedHTML(anchor)
    return "<a class=\"anchor\" href=\"#\(id)\" aria-labelledby=\"\(id)\">#</a></div>"
  }

  /// Whether the innermost block container is an item of a tight list.
  private var isInTightItem: Bool {
    let holder = containers.last { $0 != .paragraph }
    return holder == .item && listTightness.last == true
  }

  private mutating func startLine() {
    if !html.isEmpty, html.utf8.last != UInt8(ascii: "\n") { html += "\n" }
  }

  private func attribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escapedHTML(title))\""
  }

  /// A link's address, or nothing when following it could run a script.
  private func safeAddress(_ address: String) -> String {
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    let hasScheme =
      address.utf8.count > scheme.utf8.count && address.dropFirst(scheme.count).first == ":"
    let isSafe = !hasScheme || ["http", "https", "mailto"].contains(scheme.lowercased())
    return isSafe ? escapedAddress(address) : ""
  }
}

/// Text with the characters that mean something to HTML written as entities.
public func escapedHTML(_ text: String) -> String {
  var escaped = ""
  escaped.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// An address with everything but the characters that addresses consist of percent-encoded.
private func escapedAddress(_ address: String) -> String {
  let kept = Set("-_.+!*(),%#@?=;:/,+$~".utf8)
  let digits = Array("0123456789ABCDEF".unicodeScalars)
  var escaped = String.UnicodeScalarView()
  for byte in address.utf8 {
    if byte == UInt8(ascii: "&") {
      escaped.append(contentsOf: "&amp;".unicodeScalars)
    } else if byte == UInt8(ascii: "'") {
      escaped.append(contentsOf: "&#x27;".unicodeScalars)
    } else if byte.continuesName || kept.contains(byte) {
      escaped.append(Unicode.Scalar(byte))
    } else {
      escaped.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
  return String(escaped)
}
