/// A language in which pages can say what is not their author's: "Figure 3", "Contents".
public enum WordLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case french = "fr"
  case german = "de"
  case spanish = "es"

  /// The language of prose that has a BCP 47 tag. Its first part decides, in any case of letters: prose in "de-AT" is
  /// German. nil for a language that pages have no words in.
  public init?(ofProse tag: String) {
    self.init(rawValue: tag.prefix { $0 != "-" }.lowercased())
  }
}
