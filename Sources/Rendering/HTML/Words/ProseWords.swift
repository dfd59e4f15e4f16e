import Notebook

/// The words that prose has beyond its author's: names of what is numbered, and what footnotes say to those who listen.
public struct ProseWords: Sendable {
  /// What numbered things are called at the head of a caption.
  let equation, figure, section, table: String
  /// What stands between such a name with its number and the words of a caption, without the space behind it.
  let captionMark: String
  /// Whether a sentence writes these names small.
  let citesInLowerCase: Bool
  /// What the section of all footnotes is called, and one of them.
  let footnotes, footnote: String
  /// The way from a footnote back to the text, and what one place of several is called there.
  let backToText, place: String
}

// MARK: - Names and numbers

extension ProseWords {
  /// What something numbered is called where nothing goes before it: "Figure".
  public func name(of kind: LabelKind) -> String {
    switch kind {
    case .equation: equation
    case .figure: figure
    case .section: section
    case .table: table
    }
  }

  /// "Figure 3"; without a number, as "Figure".
  public func name(of kind: LabelKind, _ number: Int?) -> String {
    number.map { "\(name(of: kind)) \($0)" } ?? name(of: kind)
  }

  /// "Figure 3.", which begins a caption or, if that has no words, is all of it.
  public func captionStart(_ kind: LabelKind, _ number: Int, hasWords: Bool) -> String {
    name(of: kind, number) + (hasWords ? captionMark : ".")
  }

  /// What prose says of something it cites, such as "Figure 3".
  ///
  /// - Parameter events: What goes before the citation. It begins a sentence only where its paragraph begins: a full stop may
  ///   be an abbreviation's.
  func citation(of target: ProseHTML.Target, behind events: ArraySlice<Prose.Event>) -> String {
    let name = name(of: target.kind)
    let isSmall = citesInLowerCase && !events.areWordless
    return "\(isSmall ? name.lowercased() : name) \(target.number)"
  }
}

extension ArraySlice<Prose.Event> {
  /// Whether there have been no words since the last paragraph, heading, cell or the like began.
  fileprivate var areWordless: Bool {
    for event in reversed() {
      switch event {
      case .enter(.emphasis), .enter(.strong), .enter(.link), .checkbox, .label, .html: continue
      case .text(let words) where words.allSatisfy(\.isWhitespace): continue
      case .enter: return true
      default: return false
      }
    }
    return true
  }
}

// MARK: - Languages

extension ProseWords {
  /// The words in a language.
  public init(in language: WordLanguage) {
    self =
      switch language {
      case .english: .english
      case .french: .french
      case .german: .german
      case .spanish: .spanish
      }
  }

  private static let english = ProseWords(
    equation: "Equation", figure: "Figure", section: "Section", table: "Table", captionMark: ".",
    citesInLowerCase: false, footnotes: "Footnotes", footnote: "Footnote",
    backToText: "Back to the text", place: "place")

  private static let french = ProseWords(
    equation: "Équation", figure: "Figure", section: "Section", table: "Tableau",
    captionMark: "\u{A0}–", citesInLowerCase: true, footnotes: "Notes", footnote: "Note",
    backToText: "Retour au texte", place: "occurrence")

  private static let german = ProseWords(
    equation: "Gleichung", figure: "Abbildung", section: "Abschnitt", table: "Tabelle",
    captionMark: ":", citesInLowerCase: false, footnotes: "Fußnoten", footnote: "Fußnote",
    backToText: "Zurück zum Text", place: "Stelle")

  private static let spanish = ProseWords(
    equation: "Ecuación", figure: "Figura", section: "Sección", table: "Tabla", captionMark: ".",
    citesInLowerCase: true, footnotes: "Notas al pie", footnote: "Nota",
    backToText: "Volver al texto", place: "lugar")
}
