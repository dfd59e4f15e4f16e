extension PageWords {
  static let spanish = PageWords(
    language: .spanish,
    skipToLesson: "Ir a la lección",
    contents: "Contenido",
    colon: ":",
    numbers: "Valores numéricos",
    moreLines: { "\($0) líneas más" },
    linesLeftOut: { "Se omiten \($0) líneas." },
    note: "Nota", warning: "Advertencia", error: "Error",
    blockFailed: "Este bloque ha fallado", blockDidNotRun: "Este bloque no se ha ejecutado",
    blockIsPending: "Este bloque aún no ha terminado.",
    holds: "Se cumple", doesNotHold: "No se cumple", skipped: "Omitida",
    conditionDoesNotApply: "omitida porque no se da su condición",
    found: "obtenido: ", expected: "esperado: ",
    whatWentWrong: "Lo que ha fallado",
    failures: { count in
      count == 1
        ? "Ha surgido un problema en esta ejecución:"
        : "Han surgido \(count) problemas en esta ejecución:"
    },
    block: { "El bloque \($0) de la línea \($1)" },
    failed: "ha fallado",
    makesFalseClaims: "contiene afirmaciones que no se cumplen en esta ejecución",
    didNotRun: "no se ha ejecutado",
    wasInterrupted: "no se ha ejecutado porque la ejecución se interrumpió",
    howItWasMade: "Cómo se ha elaborado este informe",
    seed: "Semilla", randomStream: "Flujo aleatorio", parameter: "Parámetro", data: "Datos",
    givenForThisRun: "fijado para esta ejecución",
    thisPage: "Esta página",
    digestRemark:
      "La huella de esta página es la de su archivo sin la línea en la que figura:",
    lesson: "Lección", lessons: "Lecciones", allLessons: "Todas las lecciones",
    previousAndNext: "Lección anterior y siguiente", previous: "Lección anterior",
    next: "Lección siguiente",
    minutesToRead: { "\($0) min de lectura" },
    runIsDone: "ejecutada", runFailed: "un bloque ha fallado",
    runClaimsFalsely: "una afirmación no se cumple", runWasInterrupted: "interrumpida",
    runIsMissing: "no ejecutada")
}
