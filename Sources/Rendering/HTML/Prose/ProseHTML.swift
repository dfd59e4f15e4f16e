import Notebook

/// Writes prose as HTML, in cmark's layout.
public struct ProseHTML {
  private let context: Context
  private let events: [Prose.Event]
  /// The event that is being written.
  private var index = 0
  private var html = ""
  private var listTightness: [Bool] = []
  private var containers: [Prose.Container] = []
  /// How many images are open; inside one, only words count, since they are its description.
  private var imageDepth = 0
  /// Where the description of the open image begins in the HTML.
  private var startOfDescription = 0
  /// The event that the open image begins with.
  private var startOfImage = 0
  private var linkDepth = 0
  private var hasOpenTask = false
  private var hasTableBody = false
  private var tableNumber: Int?

  private init(_ prose: Prose, _ context: Context) {
    events = prose.events
    self.context = context
  }

  /// HTML for a piece of prose.
  public static func render(_ prose: Prose, in context: Context) -> String {
    var writer = ProseHTML(prose, context)
    for index in prose.events.indices {
      writer.index = index
      writer.write(prose.events[index])
    }
    return writer.html
  }

  /// HTML for the footnotes of a lesson, in a section at its end; nothing if there are none.
  public static func render(_ footnotes: [Footnote], in context: Context) -> String {
    if footnotes.isEmpty { return "" }
    var html = "<section class=\"footnotes\" aria-label=\"\(context.words.footnotes)\">\n<ol>\n"
    for footnote in footnotes {
      html += "<li id=\"\(anchor(ofFootnote: footnote.number))\">\n"
      html += render(footnote.prose, in: context) + "</li>\n"
    }
    return html + "</ol>\n</section>\n"
  }

  /// A code block as CommonMark has it, in the ink of all text.
  public static func plainCode(_ text: String, language: String?) -> String {
    let isWord = language?.hasPrefix("{") == false
    let attribute = isWord ? " class=\"language-\((language ?? "").escapedForMarkup)\"" : ""
    return "<pre><code\(attribute)>\(text.escapedForMarkup)</code></pre>"
  }

  private mutating func write(_ event: Prose.Event) {
    switch event {
    case .enter(let container): enter(container)
    case .exit(let container): exit(container)
    case .text(let text): html += text.escapedForMarkup
    case .code(let text): html += element("code", text.escapedForMarkup)
    case .codeBlock(let text, let language):
      startLine()
      html += context.code(text, language) + "\n"
    case .softBreak: html += imageDepth > 0 ? " " : "\n"
    case .lineBreak: html += imageDepth > 0 ? " " : "<br>\n"
    case .thematicBreak:
      startLine()
      html += "<hr>\n"
    case .value(let value):
      html += element("span class=\"value\"", context.values(value).escapedForMarkup)
    case .reference(let reference): write(reference)
    case .miscitation(let words): html += words.written.escapedForMarkup
    case .formula(let formula): write(formula)
    case .footnote(let reference): write(reference)
    case .wayBack(let reference): writeWayBack(to: reference)
    case .checkbox(let isChecked):
      html += "<label><input type=\"checkbox\" disabled\(isChecked ? " checked" : "")> "
      hasOpenTask = true
    case .label(let label): html += "{#\(label.name)}".escapedForMarkup
    case .html(let text, let isBlock): if context.keepsEverything { write(text, isBlock: isBlock) }
    }
  }

  private mutating func write(_ text: String, isBlock: Bool) {
    if isBlock { startLine() }
    html += text
    if isBlock { startLine() }
  }

  private func element(_ tag: String, _ content: String) -> String {
    if imageDepth > 0 { return content }
    return "<\(tag)>\(content)</\(tag.prefix { $0 != " " })>"
  }

  /// The link beside a heading. It stands behind the heading, not in it, and has the heading's name: so nobody who listens
  /// to the headings hears of it.
  private func link(toHeading anchor: String) -> String {
    guard context.linksHeadings else { return "" }
    let id = anchor.escapedForMarkup
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
    title.isEmpty ? "" : " title=\"\(title.escapedForMarkup)\""
  }
}

// MARK: - Containers

extension ProseHTML {
  private mutating func enter(_ container: Prose.Container) {
    containers.append(container)
    switch container {
    case .paragraph:
      if !isInTightItem {
        startLine()
        html += "<p>"
      }
    case .heading(let heading): enter(heading)
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
      html += isTask ? "<li class=\"task\">" : "<li>"
    case .emphasis: html += imageDepth > 0 ? "" : "<em>"
    case .strong: html += imageDepth > 0 ? "" : "<strong>"
    case .link(let link):
      if !isShown(link) { return }
      linkDepth += 1
      html += "<a \(way(along: link))\(attribute(link.title))\(nameOfMath)>"
    case .image:
      if imageDepth == 0 {
        startOfDescription = html.utf8.count
        startOfImage = index
      }
      imageDepth += 1
    case .table(let table): enter(table)
    case .caption:
      html += "<caption>"
      if let tableNumber {
        let isBlank = events[index + 1] == .exit(.caption)
        html += captionStart(.table, tableNumber, hasWords: !isBlank)
      }
    case .row(let isHeader): enterRow(isHeader: isHeader)
    case .cell(let isHeader, let alignment):
      html += (isHeader ? "<th scope=\"col\"\(nameOfMath)" : "<td") + alignment.attribute + ">"
    }
  }

  private mutating func exit(_ container: Prose.Container) {
    containers.removeLast()
    switch container {
    case .paragraph:
      html += hasOpenTask ? "</label>" : ""
      hasOpenTask = false
      html += isInTightItem ? "" : "</p>\n"
    case .heading(let heading):
      html += "</h\(level(of: heading))>" + link(toHeading: heading.anchor) + "\n"
    case .blockQuote:
      startLine()
      html += "</blockquote>\n"
    case .list(let start, _):
      listTightness.removeLast()
      html += start == nil ? "</ul>\n" : "</ol>\n"
    case .item: html += "</li>\n"
    case .emphasis: html += imageDepth > 0 ? "" : "</em>"
    case .strong: html += imageDepth > 0 ? "" : "</strong>"
    case .link(let link):
      if !isShown(link) { return }
      linkDepth -= 1
      html += "</a>"
    case .image(let image): exit(image)
    case .table:
      html += (hasTableBody ? "</tbody>\n" : "") + "</table>\n</div>\n</div>\n"
    case .caption: html += "</caption>\n"
    case .row(let isHeader): html += isHeader ? "</tr>\n</thead>\n" : "</tr>\n"
    case .cell(let isHeader, _): html += isHeader ? "</th>\n" : "</td>\n"
    }
  }

  /// Whether the item that begins here is one of a list of tasks.
  private var isTask: Bool {
    if index + 2 < events.count, case .checkbox = events[index + 2] { true } else { false }
  }

  /// A name for an element that begins here and holds nothing but math, which not everything reads out.
  private var nameOfMath: String {
    var depth = 0
    var tex: [String] = []
    for event in events[index...] {
      switch event {
      case .enter: depth += 1
      case .exit: depth -= 1
      case .formula(let formula): tex.append(formula.tex)
      case .text(let words) where words.allSatisfy(\.isWhitespace): break
      case .softBreak, .lineBreak, .html: break
      default: return ""
      }
      if depth == 0 { break }
    }
    return tex.isEmpty ? "" : " aria-label=\"\(tex.joined(separator: " ").escapedForMarkup)\""
  }

  private func level(of heading: Prose.Heading) -> Int {
    min(6, heading.level + context.headingOffset)
  }

  private mutating func enter(_ heading: Prose.Heading) {
    startLine()
    html += context.linksHeadings ? "<div class=\"heading\">" : ""
    let id = heading.anchor.isEmpty ? "" : " id=\"\(heading.anchor.escapedForMarkup)\""
    html += "<h\(level(of: heading))\(id)\(nameOfMath)>"
    if let number = heading.number { html += "<span class=\"section-number\">\(number)</span> " }
  }

  /// Whether a link is written with its address; inside a picture's description, and where following it might run a
  /// script, only its words are.
  private func isShown(_ link: Prose.Link) -> Bool {
    imageDepth == 0
      && (context.keepsEverything || Address.unsafeScheme(of: link.destination) == nil)
  }

  /// The attributes that say where a link leads.
  private func way(along link: Prose.Link) -> String {
    if let download = context.downloads(link) {
      return "href=\"\(download.address)\" download=\"\(download.fileName.escapedForMarkup)\""
    }
    return "href=\"\(Address.escaped(context.links(link)))\""
  }

  /// A wide table scrolls in a box of its own, which the keyboard reaches.
  private mutating func enter(_ table: Prose.Table) {
    startLine()
    tableNumber = table.number
    let name = context.words.name(of: .table, table.number)
    html += "<div class=\"table\"\(identifier(table.label))>\n"
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\">\n"
    html += table.hasCaption ? "<table class=\"captioned\">\n" : "<table>\n"
  }

  private mutating func enterRow(isHeader: Bool) {
    html += isHeader ? "<thead>\n" : hasTableBody ? "" : "<tbody>\n"
    hasTableBody = !isHeader
    html += "<tr>\n"
  }

  private func identifier(_ label: Prose.Label?) -> String {
    label.map { " id=\"\($0.name.escapedForMarkup)\"" } ?? ""
  }
}

extension Prose.Alignment {
  fileprivate var attribute: String {
    switch self {
    case .automatic: ""
    case .start: " class=\"start\""
    case .center: " class=\"center\""
    case .end: " class=\"end\""
    }
  }
}

// MARK: - Pictures, formulas and references

extension ProseHTML {
  private mutating func exit(_ image: Prose.Image) {
    imageDepth -= 1
    if imageDepth > 0 { return }
    let start = html.utf8.index(html.utf8.startIndex, offsetBy: startOfDescription)
    let description = String(html[start...])
    html.removeSubrange(start...)
    let picture =
      address(of: image).map {
        "<img src=\"\($0)\" alt=\"\(description)\""
          + (image.label == nil ? attribute(image.title) : "") + ">"
      } ?? "<span class=\"picture\">\(description)</span>"
    guard let label = image.label else {
      html += picture
      return
    }
    startLine()
    html +=
      "<figure class=\"picture\" id=\"\(label.name.escapedForMarkup)\">\n\(picture)\n<figcaption>"
    let caption = captionOfImage
    if let number = image.number {
      html += captionStart(.figure, number, hasWords: !caption.isBlank)
    }
    html += Self.render(caption, in: context)
    html += "</figcaption>\n</figure>\n"
  }

  private func captionStart(_ kind: LabelKind, _ number: Int, hasWords: Bool) -> String {
    let start = context.words.captionStart(kind, number, hasWords: hasWords)
    return "<span class=\"number\">\(start)</span> "
  }

  /// The caption of the picture that ends here; one without has its description there, with its markup.
  private var captionOfImage: Prose {
    if case .enter(.image(let image)) = events[startOfImage], let caption = image.caption {
      return caption
    }
    return Prose(events: Array(events[(startOfImage + 1)..<index]))
  }

  private func address(of image: Prose.Image) -> String? {
    context.keepsEverything ? Address.escaped(image.destination) : context.pictures(image)
  }

  private mutating func write(_ formula: Formula) {
    guard imageDepth == 0 else {
      html += formula.tex.escapedForMarkup
      return
    }
    let math =
      formula.node.map { MathMLWriter.html(of: $0, tex: formula.tex, isDisplay: formula.isDisplay) }
      ?? element("code class=\"tex\"", formula.written.escapedForMarkup)
    guard formula.isDisplay else {
      html += formula.isWide ? scrolling(math, as: formula, "within formula") : math
      return
    }
    html += "<span class=\"equation\"\(identifier(formula.label))>"
    html += scrolling(math, as: formula, "formula")
    if let number = formula.number { html += "<span class=\"equation-number\">(\(number))</span>" }
    html += "</span>"
  }

  /// A formula in a box of its own, which scrolls where it is wider than the page. The keyboard reaches it, unless it is
  /// part of a link, which the keyboard reaches anyway and which has nothing else to stop at in it. Where it is a part of
  /// another name, its own is what it says.
  private func scrolling(_ math: String, as formula: Formula, _ style: String) -> String {
    let name =
      isInName
      ? formula.tex.escapedForMarkup : context.words.name(of: .equation, formula.number)
    let stop = linkDepth > 0 ? "" : " tabindex=\"0\" role=\"group\" aria-label=\"\(name)\""
    return "<span class=\"\(style) scroll\"\(stop)>\(math)</span>"
  }

  /// Whether the innermost text names something: a section, or a column or row of a table.
  private var isInName: Bool {
    containers.contains { container in
      switch container {
      case .heading, .cell(isHeader: true, _): true
      default: false
      }
    }
  }

  private mutating func write(_ reference: Prose.Reference) {
    guard let target = context.targets[reference.label] else {
      html += ("@" + reference.label).escapedForMarkup
      return
    }
    let words = context.words.citation(of: target, behind: events[..<index])
    html += link(to: target.anchor, words.escapedForMarkup)
  }

  private mutating func write(_ reference: Prose.FootnoteReference) {
    if imageDepth > 0 { return }
    let anchor = Self.anchor(ofFootnote: reference.number)
    let identifier = linkDepth > 0 ? "" : " id=\"\(Self.anchor(of: reference))\""
    html += "<sup class=\"footnote\"\(identifier)>"
    let name = "\(context.words.footnote) \(reference.number)"
    html += link(to: anchor, String(reference.number), " aria-label=\"\(name)\"")
    html += "</sup>"
  }

  private mutating func writeWayBack(to reference: Prose.FootnoteReference) {
    let occurrence = reference.occurrence
    let which = occurrence > 1 ? "<sup>\(occurrence)</sup>" : ""
    let name =
      context.words.backToText + (occurrence > 1 ? ", \(context.words.place) \(occurrence)" : "")
    html += " "
    html += link(
      to: Self.anchor(of: reference), "↩\(which)", " class=\"way-back\" aria-label=\"\(name)\"")
  }

  /// A link within the page; inside another link or a picture's description, its words alone.
  private func link(to anchor: String, _ words: String, _ attributes: String = "") -> String {
    imageDepth + linkDepth > 0
      ? words : "<a href=\"#\(anchor.escapedForMarkup)\"\(attributes)>\(words)</a>"
  }

  /// A full stop cannot stand in a heading's anchor, so these are never the same.
  private static func anchor(ofFootnote number: Int) -> String { "footnote.\(number)" }

  private static func anchor(of reference: Prose.FootnoteReference) -> String {
    "footnote.\(reference.number).\(reference.occurrence)"
  }
}
