/// The languages of a page: the author's words are in one of their own, and the program's are English. Each is named
/// where it begins amid the other; a page that is English throughout says so once.
struct PageLanguages: Sendable {
  /// For the program's words among the author's; nil where all are English.
  let program: String?
  /// For the author's words among the program's; nil where all are English.
  let author: String?

  /// The languages of a page whose prose is in one, given as a BCP 47 tag.
  init(ofProse language: String) {
    let isEnglish = language.lowercased().split(separator: "-").first == "en"
    program = isEnglish ? nil : "en"
    author = isEnglish ? nil : language
  }
}
