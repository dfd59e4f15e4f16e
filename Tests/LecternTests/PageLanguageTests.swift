import Foundation
import Testing

/// Pages whose own words are in the language of the prose.
struct PageLanguageTests {
  /// What the page of a lesson with everything says beyond English, without version and digests.
  private func words(in language: String) async throws -> [String] {
    let lesson = ShownLesson.german.text.replacing("lang: de", with: "lang: \(language)")
    let result = try await ProgramTest("render", "--quiet", "-p", "breite=4", "lesson.md")
      .file("lesson.md", lesson).file("mail.csv", Lessons.mail).exits(1).complainsAnything()
      .leaves("output/lesson.html", "output/lesson.results.json").run()
    return try Report(result.text("output/lesson.html")).wordsBeyondEnglish
      .filter { $0.wholeMatch(of: /[0-9a-f]{64}|\d+\.\d+\.\d+/) == nil }
  }

  /// The author's words and those that outputs and commands have in all languages are listed, too.
  @Test func nothingOnAGermanPageIsEnglish() async throws {
    let expected = [
      "Titel", "Zur Lektion springen", "Titel", "Was nicht funktioniert hat",
      "In diesem Lauf sind 3 Probleme aufgetreten:",
      "Der Block {expect} in Zeile 64 enthält Behauptungen, die in diesem Lauf nicht zutreffen.",
      "Der Block {train run} in Zeile 96 ist fehlgeschlagen.",
      "Der Block {evaluate urteil} in Zeile 100 wurde nicht ausgeführt.",
      "Inhalt", "Inhalt", "1 Kapitel", "Inhalt", "Inhalt", "1 Kapitel", "1", "Kapitel", "#",
      "Abbildung 1", "(", "Gleichung 1", ",", "Abbildung 1", ",", "Abschnitt 1", ",", "Tabelle 1",
      ")", "Fußnote 1", "1", "und noch einmal", "Fußnote 1", "1", "Gleichung 1", "x", "x", "(1)",
      "Tabelle 1", "Tabelle 1:", "Worte.", "a", "1", "Tabelle 2.", "Tabelle 2", "7 weitere Zeilen",
      "Warnung:", "Abbildung 1", "Beschreibung.", "Abbildung 1:", "Bild.", "Zahlenwerte",
      "Tabelle", "Abbildung 2", "Abbildung 2:", "Zahlenwerte", "Tabelle",
      "✓", "Trifft zu:", "ermittelt:", ", erwartet:", "✗", "Trifft nicht zu:", "ermittelt:",
      "–", "Übersprungen:", "übersprungen, weil die Bedingung nicht erfüllt ist",
      "Dieser Block ist fehlgeschlagen:", "Dieser Block ist fehlgeschlagen:",
      "Dieser Block wurde nicht ausgeführt:", "Fußnoten", "Anmerkung.", "Zurück zum Text", "↩",
      "Zurück zum Text, Stelle 2", "↩", "2", "Wie dieser Bericht entstanden ist", "Lectern",
      "Startwert (Seed)", "0", "Zufallsstrom", "block", "Parameter breite",
      "4 (für diesen Lauf gesetzt)", "Daten punkte", "inline", "Daten mail", "mail.csv, SHA-256",
      "Diese Seite", "SHA-256",
      "Die Prüfsumme dieser Seite wird aus ihrer Datei ohne die Zeile berechnet, in der sie steht:",
      "grep -vF 'id=\"report.digest\"' FILE | sha256sum",
    ]
    let found = try await words(in: "de")
    #expect(found == expected, "\(found.difference(from: expected))")
    #expect(try await words(in: "DE-at") == expected)
  }

  @Test(arguments: [
    (
      "fr",
      [
        "Aller à la leçon", "3 problèmes sont survenus pendant cette exécution\u{A0}:",
        "Le bloc {evaluate urteil}, à la ligne 100, n’a pas été exécuté.", "Sommaire",
        "Figure 1", "équation 1", "figure 1", "section 1", "tableau 1", "Note 1",
        "Tableau 1\u{A0}–", "7 autres lignes", "Avertissement\u{A0}:", "Valeurs numériques",
        "Démentie\u{A0}:", ", attendu\u{A0}:", "Ce bloc a échoué\u{A0}:", "Retour au texte",
        "Paramètre breite", "4 (fixé pour cette exécution)", "Cette page",
      ]
    ),
    (
      "es",
      [
        "Ir a la lección", "Han surgido 3 problemas en esta ejecución:",
        "El bloque {evaluate urteil} de la línea 100 no se ha ejecutado.", "Contenido",
        "Figura 1", "ecuación 1", "figura 1", "sección 1", "tabla 1", "Nota 1", "Tabla 1.",
        "7 líneas más", "Advertencia:", "Valores numéricos", "No se cumple:", ", esperado:",
        "Este bloque ha fallado:", "Volver al texto", "Parámetro breite",
        "4 (fijado para esta ejecución)", "Esta página",
      ]
    ),
  ])
  func pagesSpeakOtherLanguagesToo(_ language: String, _ expected: [String]) async throws {
    let words = try await words(in: language)
    let german = try await self.words(in: "de")
    for expected in expected { #expect(words.contains(expected), "\(expected)") }
    #expect(words.count == german.count)
    // What is the same is the author's, and what outputs and commands say.
    let authors = [
      "Titel", "1 Kapitel", "1", "Kapitel", "#", "(", ",", ")", "und noch einmal", "x", "(1)",
      "Worte.", "a", "Beschreibung.", "Bild.", "✓", "✗", "–", "Anmerkung.", "↩", "2", "Lectern",
      "0", "block", "inline", "mail.csv, SHA-256", "SHA-256",
      "grep -vF 'id=\"report.digest\"' FILE | sha256sum",
    ]
    #expect(Set(zip(words, german).filter { $0 == $1 }.map(\.0)).subtracting(authors) == [])
  }

  /// A page in another language has English words, which say outside the prose that they are.
  @Test(arguments: ["it", "zh-Hant", "ar"])
  func otherLanguagesHaveEnglishWords(_ language: String) async throws {
    let words = try await words(in: language)
    let links = ["Equation 1", "Figure 1", "Section 1", "Table 1"]
    #expect(
      Set(words).subtracting(links).isSubset(of: [
        "Titel", "1 Kapitel", "1", "Kapitel", "#", "(", ",", ")", "und noch einmal", "x", "(1)",
        "Worte.", "a", "Table 1.", "Beschreibung.", "Bild.", "Footnote 1", "Footnotes",
        "Anmerkung.", "Back to the text", "Back to the text, place 2", "↩", "2",
      ]))
    #expect(Set(words).isSuperset(of: links))
  }

  /// Titles and names stand in the drawing amid English, and in the caption amid German.
  @Test func wordsThatALessonGivesAFigureAreInItsLanguage() async throws {
    let plot = """

      ```{plot}
      lines: {Verlauf: lauf.train_loss}
      title: Eigener Titel
      x: Durchgang
      ```

      """
    let result = try await ProgramTest("render", "--quiet", "-p", "breite=4", "lesson.md")
      .file("lesson.md", ShownLesson.german.text + plot).file("mail.csv", Lessons.mail).exits(1)
      .complainsAnything().leaves("output/lesson.html", "output/lesson.results.json").run()
    let words = try Report(result.text("output/lesson.html")).wordsBeyondEnglish
    #expect(words.count { $0 == "Eigener Titel" } == 2)
    #expect(Set(words).isSuperset(of: ["Verlauf", "Durchgang"]))
  }

  @Test func whatIsPrintedAndKeptStaysEnglish() async throws {
    let lesson = ShownLesson.german.text
    func run(_ lesson: String) async throws -> ProgramTest.Result {
      try await ProgramTest("run", "lesson.md", "--results", "results.json")
        .file("lesson.md", lesson).file("mail.csv", Lessons.mail).exits(1).saysAnything()
        .complainsAnything().leaves("results.json").run()
    }
    let german = try await run(lesson)
    let english = try await run(lesson.replacing("lang: de", with: "lang: en"))
    #expect(german.stdout == english.stdout)
    #expect(german.stderr == english.stderr)
    #expect(german.files == english.files)
  }

  @Test func foldersHaveTheLanguageOfTheirLessons() async throws {
    let lesson = "---\nlang: de\ntitle: Eins\n---\n\nHallo.\n\n"
    let reports = ["1", "2"].flatMap { ["output/\($0).html", "output/\($0).results.json"] }
    let result = try await ProgramTest("render", "--quiet", "course").file("course/1.md", lesson)
      .file("course/2.md", lesson.replacing("Eins", with: "Zwei"))
      .leaves(reports + ["output/index.html"]).run()
    let index = try Report(result.text("output/index.html")).wordsBeyondEnglish
    #expect(
      index == [
        "Lektionen", "Zur Lektion springen", "Lektionen", "Eins", "✓ ausgeführt",
        "· 1 Min. Lesezeit", "Zwei", "✓ ausgeführt", "· 1 Min. Lesezeit",
      ])
    let first = try Report(result.text("output/1.html"))
    #expect(first.elements(ofClass: "lesson-path").map(\.text) == ["Alle Lektionen"])
    #expect(first.elements(ofClass: "lesson-steps").map(\.text) == ["Nächste Lektion Zwei"])
    let names = first.elements(named: "nav").compactMap { $0.attributes["aria-label"] }
    #expect(names == ["Lektionen", "Vorige und nächste Lektion"])
  }
}
