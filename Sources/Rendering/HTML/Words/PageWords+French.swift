extension PageWords {
  /// A colon has a space before it, at which no line ends.
  static let french = PageWords(
    language: .french,
    skipToLesson: "Aller à la leçon",
    contents: "Sommaire",
    colon: "\u{A0}:",
    numbers: "Valeurs numériques",
    moreLines: { "\($0) autres lignes" },
    linesLeftOut: { "\($0) lignes sont omises." },
    note: "Remarque", warning: "Avertissement", error: "Erreur",
    blockFailed: "Ce bloc a échoué", blockDidNotRun: "Ce bloc n’a pas été exécuté",
    blockIsPending: "Ce bloc n’est pas encore terminé.",
    holds: "Vérifiée", doesNotHold: "Démentie", skipped: "Ignorée",
    conditionDoesNotApply: "ignorée, car sa condition n’est pas remplie",
    found: "obtenu\u{A0}: ", expected: "attendu\u{A0}: ",
    whatWentWrong: "Ce qui n’a pas fonctionné",
    failures: { count in
      count == 1
        ? "Un problème est survenu pendant cette exécution\u{A0}:"
        : "\(count) problèmes sont survenus pendant cette exécution\u{A0}:"
    },
    block: { "Le bloc \($0), à la ligne \($1)," },
    failed: "a échoué",
    makesFalseClaims: "contient des affirmations que cette exécution dément",
    didNotRun: "n’a pas été exécuté",
    wasInterrupted: "n’a pas été exécuté, car l’exécution a été interrompue",
    howItWasMade: "Comment ce rapport a été produit",
    seed: "Graine", randomStream: "Flux aléatoire", parameter: "Paramètre", data: "Données",
    givenForThisRun: "fixé pour cette exécution",
    thisPage: "Cette page",
    digestRemark:
      "L’empreinte de cette page est celle de son fichier sans la ligne où elle figure\u{A0}:",
    lesson: "Leçon", lessons: "Leçons", allLessons: "Toutes les leçons",
    previousAndNext: "Leçons précédente et suivante", previous: "Leçon précédente",
    next: "Leçon suivante",
    minutesToRead: { "\($0) min de lecture" },
    runIsDone: "exécutée", runFailed: "un bloc a échoué",
    runClaimsFalsely: "une affirmation est démentie", runWasInterrupted: "interrompue",
    runIsMissing: "non exécutée")
}
