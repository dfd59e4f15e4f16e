import Notebook

/// The reference of front matter, in which a lesson says what concerns all of it.
public enum FrontMatterReference {
  /// A key as its reference tells it.
  public struct Entry: Sendable, Equatable {
    /// The key in lessons.
    public let name: String
    /// What holds without it, as a lesson would write it; nil where that is nothing, or no single value.
    public let defaultValue: String?
    /// What the key means.
    public let help: String

    fileprivate init(_ key: FrontMatter.Key) {
      name = key.rawValue
      defaultValue = key.defaultValue
      help = key.help
    }
  }

  /// The word that asks for it, as a command's name asks for the command's.
  public static let name = "front-matter"
  /// What it is about, in one sentence.
  public static let summary =
    "What a lesson says about itself: YAML between two lines '---', of which one is its first line."

  /// All keys.
  public static let entries = FrontMatter.Key.allCases.map { Entry($0) }

  /// The reference as text for a terminal.
  public static var text: String {
    var lines = [name, "  \(summary)", ""]
    for entry in entries {
      let fallback = entry.defaultValue.map { " (default \($0))" } ?? ""
      lines += ["  \(entry.name)\(fallback)", "      \(entry.help)"]
    }
    return (lines + ["", example]).joined(separator: "\n")
  }

  private static let example = """
    For example
      ---
      title: A first network
      description: What can two layers tell apart?
      seed: 1
      params: {hidden: 8}            set for one run with -p hidden=16, and used as $hidden
      execute: {code-fold: true}     'lectern commands cells' explains what can stand here
      ---
    """
}

extension FrontMatter.Key {
  private static let defaults = FrontMatter()

  fileprivate var defaultValue: String? {
    switch self {
    case .language: Self.defaults.language
    case .seed: String(Self.defaults.seed)
    case .randomStream: Self.defaults.randomStream.rawValue
    case .contents: String(Self.defaults.hasContents)
    case .title, .author, .date, .description, .order, .parameters, .cellDefaults: nil
    }
  }

  fileprivate var help: String {
    switch self {
    case .title:
      "What the lesson is called; without it, as its first heading says, or else as its file is called."
    case .author: "Who wrote it: a name, or a list of names."
    case .date: "When it was written, in any form: nothing is computed from it."
    case .description:
      "What it is about, in a sentence, for the top of the report and for the index."
    case .order:
      "Where it stands among the lessons of its folder: a whole number. Those without one follow, by the names of their files."
    case .language:
      "The language of the prose, as a tag such as en or pt-BR. In English, French, German and Spanish, the page's own words are in it, too."
    case .seed: "The seed of all randomness, a whole number from 0 to \(UInt32.max)."
    case .randomStream:
      "Where random numbers come from: with block, each block has a stream of its own; with notebook, all share one."
    case .parameters: "What the lesson can be run with: names and their defaults."
    case .cellDefaults:
      "How all blocks are shown that do not say it themselves: cell options and their values."
    case .contents: "Whether the report has a list of contents."
    }
  }
}
