/// The languages of a page, and its words.
///
/// Three kinds of text stand amid each other: the author's prose, the page's own words, which are in the same language if
/// there are such words, and outputs, which are English. Each is named where it begins amid another; a page that is English
/// throughout says so once.
struct PageLanguages: Sendable {
  /// What the page itself says.
  let words: PageWords
  /// For the page's words among the author's; nil where these are in their language.
  let page: String?
  /// For the author's words among the page's; nil where these are in their language.
  let author: String?
  /// For outputs among the page's words; nil where these are English.
  let output: String?
  /// For the author's words among outputs; nil where those are English.
  let authorInOutput: String?

  /// The languages of a page whose prose is in one, given as a BCP 47 tag.
  init(ofProse tag: String) {
    words = PageWords(forProse: tag)
    author = words.mark(ofProse: tag)
    page = author == nil ? nil : words.language.rawValue
    output = words.language == .english ? nil : WordLanguage.english.rawValue
    authorInOutput = author ?? (output == nil ? nil : tag)
  }
}

extension Markup {
  /// Writes text in a language, which is named unless it is that of the text around.
  mutating func text(_ text: String, in language: String?) {
    if let language {
      element("span", ["lang": language], text: text)
    } else {
      self.text(text)
    }
  }
}
