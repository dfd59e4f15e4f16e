extension PageWords {
  static let english = PageWords(
    language: .english,
    skipToLesson: "Skip to the lesson",
    contents: "Contents",
    colon: ":",
    numbers: "The numbers",
    moreLines: { "\($0) more lines" },
    linesLeftOut: { "\($0) lines are left out." },
    note: "Note", warning: "Warning", error: "Error",
    blockFailed: "This block failed", blockDidNotRun: "This block did not run",
    blockIsPending: "This block has not finished yet.",
    holds: "Holds", doesNotHold: "Does not hold", skipped: "Skipped",
    conditionDoesNotApply: "skipped: its condition does not apply",
    found: "found ", expected: "expected ",
    whatWentWrong: "What went wrong",
    failures: { count in
      count == 1
        ? "Something in this run did not go well:" : "\(count) things in this run did not go well:"
    },
    block: { "The block \($0) on line \($1)" },
    failed: "failed",
    makesFalseClaims: "makes claims that this run does not hold",
    didNotRun: "did not run",
    wasInterrupted: "did not run: the run was interrupted",
    howItWasMade: "How this report was made",
    seed: "Seed", randomStream: "Random stream", parameter: "Parameter", data: "Data",
    givenForThisRun: "given for this run",
    thisPage: "This page",
    digestRemark: "The digest of this page is that of its file without the line it stands on:",
    lesson: "Lesson", lessons: "Lessons", allLessons: "All lessons",
    previousAndNext: "Previous and next lesson", previous: "Previous", next: "Next",
    minutesToRead: { "\($0) min to read" },
    runIsDone: "done", runFailed: "a block failed", runClaimsFalsely: "a claim does not hold",
    runWasInterrupted: "interrupted", runIsMissing: "not run")
}
