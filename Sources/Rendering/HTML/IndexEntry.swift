import Execution
import Notebook

/// A lesson in the index of a folder: what it is about, and how its run ended.
public struct IndexEntry: Sendable, Equatable {
  /// How the run of a lesson ended.
  public enum State: String, Sendable, Equatable {
    case done
    case failed
    /// Claims of the lesson do not hold.
    case claims
    case interrupted
    /// The lesson has mistakes, or the call ended before it: there is no report of this call.
    case notRun = "not-run"
  }

  /// The name of the report, without its ending.
  public var report: String
  /// What the lesson is called.
  public var title: String
  /// What the lesson is about, in a sentence.
  public var description: String?
  /// The language of the title and the description, as a BCP 47 tag; nil for a lesson that cannot be read.
  public var language: String?
  /// The values of parameters that tell the run from others of the lesson.
  public var settings: String?
  /// How long reading takes.
  public var minutes: Int
  /// How the run ended.
  public var state: State

  /// An entry for a lesson that has not run.
  public init(_ notebook: Notebook, report: String, settings: String? = nil) {
    self.report = report
    title = LessonReport.title(of: notebook)
    description = notebook.frontMatter.description
    language = notebook.frontMatter.language
    self.settings = settings
    minutes = notebook.readingMinutes
    state = .notRun
  }

  /// Takes note of a run of the lesson: how it ended, and what its values make of the title.
  public mutating func note(_ lesson: ExecutedLesson) {
    title = LessonReport.title(of: lesson)
    state = State(lesson)
  }

  /// An entry for a lesson that cannot even be read.
  public init(unreadable report: String) {
    self.report = report
    title = report
    minutes = 0
    state = .notRun
  }

  /// A link to the report, from another one beside it.
  var link: PageLink { PageLink(title: fullTitle, report: report, language: language) }

  /// The title with what tells the run from others.
  var fullTitle: String { title.onOneLine + (settings.map { " (\($0))" } ?? "") }
}

extension IndexEntry.State {
  /// How a run ended.
  public init(_ lesson: ExecutedLesson) {
    if lesson.wasInterrupted {
      self = .interrupted
    } else if lesson.hasFailures {
      self = .failed
    } else {
      self = lesson.hasFailedClaims ? .claims : .done
    }
  }

  /// What readers see: a mark and words, since nobody should need the colour.
  func text(in words: PageWords) -> String {
    switch self {
    case .done: "✓ \(words.runIsDone)"
    case .failed: "✗ \(words.runFailed)"
    case .claims: "✗ \(words.runClaimsFalsely)"
    case .interrupted: "– \(words.runWasInterrupted)"
    case .notRun: "– \(words.runIsMissing)"
    }
  }
}

extension String {
  /// The text without line ends; YAML can write several lines.
  var onOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}

extension Notebook {
  /// How many words a reader takes in in a minute.
  private static let wordsPerMinute = 230

  /// How long reading the prose takes, in minutes rounded up.
  var readingMinutes: Int {
    var count = 0
    for case .prose(let prose) in parts { count += prose.wordCount }
    return max(1, (count + Self.wordsPerMinute - 1) / Self.wordsPerMinute)
  }
}

extension Prose {
  /// How many words there are; what is listed as code is not read as such.
  fileprivate var wordCount: Int {
    var text = ""
    for event in events {
      switch event {
      case .text(let part), .code(let part): text += part
      case .value, .reference, .miscitation: text += "x"
      case .softBreak, .lineBreak: text += " "
      case .enter(.emphasis), .enter(.strong), .enter(.link), .exit(.emphasis), .exit(.strong),
        .exit(.link):
        break
      case .enter, .exit: text += " "
      default: break
      }
    }
    var count = 0
    var isWithin = false
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar.properties.isWhitespace
      if !isSpace, !isWithin { count += 1 }
      isWithin = !isSpace
    }
    return count
  }
}
