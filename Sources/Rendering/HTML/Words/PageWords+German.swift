extension PageWords {
  static let german = PageWords(
    language: .german,
    skipToLesson: "Zur Lektion springen",
    contents: "Inhalt",
    colon: ":",
    numbers: "Zahlenwerte",
    moreLines: { "\($0) weitere Zeilen" },
    linesLeftOut: { "\($0) Zeilen sind ausgelassen." },
    note: "Hinweis", warning: "Warnung", error: "Fehler",
    blockFailed: "Dieser Block ist fehlgeschlagen",
    blockDidNotRun: "Dieser Block wurde nicht ausgeführt",
    blockIsPending: "Dieser Block ist noch nicht fertig.",
    holds: "Trifft zu", doesNotHold: "Trifft nicht zu", skipped: "Übersprungen",
    conditionDoesNotApply: "übersprungen, weil die Bedingung nicht erfüllt ist",
    found: "ermittelt: ", expected: "erwartet: ",
    whatWentWrong: "Was nicht funktioniert hat",
    failures: { count in
      count == 1
        ? "In diesem Lauf ist ein Problem aufgetreten:"
        : "In diesem Lauf sind \(count) Probleme aufgetreten:"
    },
    block: { "Der Block \($0) in Zeile \($1)" },
    failed: "ist fehlgeschlagen",
    makesFalseClaims: "enthält Behauptungen, die in diesem Lauf nicht zutreffen",
    didNotRun: "wurde nicht ausgeführt",
    wasInterrupted: "wurde nicht ausgeführt, weil der Lauf abgebrochen wurde",
    howItWasMade: "Wie dieser Bericht entstanden ist",
    seed: "Startwert (Seed)", randomStream: "Zufallsstrom", parameter: "Parameter", data: "Daten",
    givenForThisRun: "für diesen Lauf gesetzt",
    thisPage: "Diese Seite",
    digestRemark:
      "Die Prüfsumme dieser Seite wird aus ihrer Datei ohne die Zeile berechnet, in der sie steht:",
    lesson: "Lektion", lessons: "Lektionen", allLessons: "Alle Lektionen",
    previousAndNext: "Vorige und nächste Lektion", previous: "Vorige Lektion",
    next: "Nächste Lektion",
    minutesToRead: { "\($0) Min. Lesezeit" },
    runIsDone: "ausgeführt", runFailed: "ein Block ist fehlgeschlagen",
    runClaimsFalsely: "eine Behauptung trifft nicht zu", runWasInterrupted: "abgebrochen",
    runIsMissing: "nicht ausgeführt")
}
